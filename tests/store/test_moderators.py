"""Who was made a moderator, and by what name: kept by keyed hashes, with sealed ids."""

from bot.store import Memory, Role
from tests.store.conftest import OpenMemory

SITI, BUDI = 500_000_001, 500_000_002


async def test_a_moderator_is_found_until_removed(memory: Memory, reopen: OpenMemory) -> None:
    book = memory.moderators
    await book.add(SITI, Role.MODERATOR)
    await book.add(SITI, Role.CHIEF)
    async with reopen() as other:
        found = await other.moderators.find(SITI)
    assert found
    assert (found.role, found.name, found.person) == (Role.CHIEF, "", SITI)
    assert found.hash == book.identify(SITI) != book.identify(BUDI)

    assert await book.remove(found.hash)
    assert not await book.remove(found.hash)
    assert await book.find(SITI) is None


async def test_a_name_and_a_role_do_not_touch_each_other(memory: Memory) -> None:
    book = memory.moderators
    await book.rename(SITI, "Siti\0")
    await book.add(BUDI, Role.MODERATOR)
    await book.add(SITI, Role.MODERATOR)
    await book.rename(BUDI, "Budi")
    people = {each.person: each for each in await book.list_all()}

    assert {id_: (each.role, each.name) for id_, each in people.items()} == {
        SITI: (Role.MODERATOR, "Siti"),
        BUDI: (Role.MODERATOR, "Budi"),
    }


async def test_somebody_with_a_name_only_has_no_role(memory: Memory) -> None:
    await memory.moderators.rename(SITI, "Siti")
    found = await memory.moderators.find(SITI)
    assert found
    assert found.role is None


async def test_all_of_a_moderator_is_forgotten_on_request(memory: Memory) -> None:
    await memory.moderators.add(SITI, Role.MODERATOR)
    await memory.moderators.add(BUDI, Role.MODERATOR)
    assert await memory.forget(SITI) == 1
    assert [each.person for each in await memory.moderators.list_all()] == [BUDI]
