"""What is kept to reach people later: followers, deliveries, marks, and how it is forgotten."""

import pytest

from bot.store import Address, Follower, Memory
from bot.store.addresses import AddressCipher
from bot.store.sealing import derive_fernet
from tests.store.conftest import KEY, Clock, OpenMemory

SITI = Address(500_000_001, "id")
JANE = Address(500_000_002, "en")
TOKEN = "0123456789abcdef"  # noqa: S105 - of nothing


async def test_a_follower_is_kept_for_90_days(memory: Memory, clock: Clock) -> None:
    await memory.followers.follow(TOKEN, SITI)
    clock.pass_days(89.9)
    assert [follower.address for follower in await memory.followers.list_all()] == [SITI]
    clock.pass_days(0.2)
    assert await memory.followers.list_all() == []
    assert await memory.purge() == 1


async def test_only_one_of_several_replicas_releases_a_follower(
    memory: Memory, reopen: OpenMemory, clock: Clock
) -> None:
    await memory.followers.follow(TOKEN, SITI)
    follower = Follower(TOKEN, SITI, int(clock()))
    async with reopen() as other:
        assert await other.followers.release(follower)
    assert not await memory.followers.release(follower)


async def test_only_articles_that_changed_since_are_outdated(memory: Memory) -> None:
    await memory.deliveries.record(SITI, {"a": 0, "b": 1})
    await memory.deliveries.record(JANE, {"a": 1})
    outdated = await memory.deliveries.list_outdated({"a": 1, "b": 1})

    assert [(each.address, each.article, each.version) for each in outdated] == [(SITI, "a", 0)]
    assert await memory.deliveries.advance(outdated[0], 1)
    assert not await memory.deliveries.advance(outdated[0], 1)
    assert await memory.deliveries.list_outdated({"a": 1, "b": 1}) == []


async def test_a_delivery_is_seen_since_it_was_sent(memory: Memory, clock: Clock) -> None:
    before = int(clock())
    clock.pass_days(1)
    await memory.deliveries.record(SITI, {"a": 0})

    assert await memory.deliveries.has_seen(SITI.chat, "a", before)
    assert not await memory.deliveries.has_seen(SITI.chat, "a", int(clock()) + 1)
    assert not await memory.deliveries.has_seen(SITI.chat, "b", before)
    assert not await memory.deliveries.has_seen(JANE.chat, "a", before)


async def test_switched_off_nothing_is_recorded_while_the_bot_is_in_use(
    memory: Memory, clock: Clock
) -> None:
    await memory.deliveries.record(SITI, {"a": 0})
    await memory.deliveries.switch_off(SITI.chat)
    for _ in range(3):
        clock.pass_days(300)
        await memory.deliveries.record(SITI, {"a": 0})
        assert not await memory.deliveries.is_on(SITI.chat)
    assert await memory.deliveries.list_outdated({"a": 1}) == []

    clock.pass_days(366)
    assert await memory.purge() == 1
    assert await memory.deliveries.is_on(SITI.chat)


async def test_a_deed_counts_once_until_its_time_is_over(memory: Memory, clock: Clock) -> None:
    assert await memory.marks.put(SITI.chat, "verdict", seconds=3600)
    assert not await memory.marks.put(SITI.chat, "verdict", seconds=3600)
    assert await memory.marks.put(SITI.chat, "report", seconds=3600)
    assert await memory.marks.put(JANE.chat, "verdict", seconds=3600)
    clock.pass_days(0.1)
    assert await memory.marks.put(SITI.chat, "verdict", seconds=3600)


async def test_a_revision_is_announced_once(memory: Memory) -> None:
    assert not await memory.announcements.has("abc")
    await memory.announcements.note("abc")
    await memory.announcements.note("abc")
    assert await memory.announcements.has("abc")


async def test_forgetting_a_person_deletes_theirs_and_no_more(memory: Memory) -> None:
    for address in (SITI, JANE):
        await memory.followers.follow(TOKEN, address)
        await memory.deliveries.record(address, {"a": 0})
        await memory.marks.put(address.chat, "verdict", seconds=3600)
    await memory.deliveries.switch_off(SITI.chat)

    assert await memory.forget(SITI.chat) == 3
    assert await memory.forget(SITI.chat) == 0
    assert [follower.address for follower in await memory.followers.list_all()] == [JANE]
    assert len(await memory.deliveries.list_outdated({"a": 1})) == 1


def test_an_address_survives_its_seal_and_opens_under_no_other_key() -> None:
    cipher = AddressCipher(b"k" * 32)
    sealed = cipher.seal(JANE)

    assert cipher.open(sealed) == JANE
    assert cipher.seal(JANE) != sealed
    assert str(JANE.chat) not in sealed
    assert AddressCipher(b"x" * 32).open(sealed) is None
    assert cipher.open(sealed[:-2] + "xx") is None
    assert "k" * 8 not in repr(cipher)


@pytest.mark.parametrize("chat", [1, 2**52])
def test_seals_are_equally_long_for_all_people(chat: int) -> None:
    cipher = AddressCipher(b"k" * 32)

    assert len(cipher.seal(Address(chat, "id"))) == len(cipher.seal(Address(2**52, "id")))


def test_an_address_that_an_earlier_release_sealed_is_still_opened() -> None:
    former = derive_fernet(KEY, b"tanya-sirekap delivery address 1")

    assert AddressCipher(KEY).open(former.encrypt(b"500000001 id").decode()) == SITI
    assert AddressCipher(b"o" * 32).open(former.encrypt(b"500000001 id").decode()) is None
