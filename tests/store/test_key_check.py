"""A database belongs to one privacy key: another one is refused before it can do any harm."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import create_engine, delete, insert
from sqlalchemy.sql.dml import UpdateBase

from bot.store import Address, OtherKeyError, Role, adopt_key, open_memory
from bot.store.addresses import AddressCipher
from bot.store.schema import FOLLOWERS, KEY_CHECK, METADATA
from tests.store.conftest import KEY, Clock
from tests.store.deeds import TOKEN, read_rows

SITI, RINA = 500_000_001, 500_000_003
OTHER_KEY = b"n" * 32
SEALED = {"followers", "deliveries", "drafts", "moderators"}


async def leave_sealed(url: str, key: bytes, who: int, clock: Clock) -> None:
    """Do all of which an address is kept."""
    async with open_memory(url, key, clock=clock) as memory:
        await memory.followers.follow(TOKEN, Address(who, "id"))
        await memory.deliveries.record(Address(who, "id"), {"a": 0})
        await memory.drafts.put(who, "{}")
        await memory.moderators.add(who, Role.MODERATOR)


async def execute(url: str, statement: UpdateBase) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(statement)
    engine.dispose()


def list_names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def mix_in_rows_of_another_key(url: str, clock: Clock) -> None:
    """Leave rows of both keys, as releases did that did not look at the key."""
    await leave_sealed(url, OTHER_KEY, SITI, clock)
    await execute(url, delete(KEY_CHECK))
    sealed = AddressCipher(KEY).seal(Address(RINA, "id"))
    row = {"person": "r", "token": TOKEN, "address": sealed, "since": 1, "expires": 2**40}
    await execute(url, insert(FOLLOWERS).values(**row))


def test_every_sealed_address_is_looked_at() -> None:
    assert {name for name, table in METADATA.tables.items() if "address" in table.c} == SEALED


async def test_another_key_is_refused_and_nothing_of_the_database_changes(
    database_url: str, clock: Clock
) -> None:
    await leave_sealed(database_url, KEY, SITI, clock)
    before = await read_rows(database_url)
    with pytest.raises(OtherKeyError, match="PRIVACY_KEY"):
        async with open_memory(database_url, OTHER_KEY):
            pass

    assert await read_rows(database_url) == before


async def test_of_two_that_start_at_once_with_different_keys_one_is_refused(
    database_url: str,
) -> None:
    async def start(key: bytes) -> None:
        async with open_memory(database_url, key):
            pass

    outcomes = await asyncio.gather(start(KEY), start(OTHER_KEY), return_exceptions=True)

    assert [type(each) for each in outcomes if each] == [OtherKeyError]


async def test_the_database_does_not_tell_the_key(database_url: str) -> None:
    async with open_memory(database_url, KEY):
        pass
    (row,) = (await read_rows(database_url))["key_check"]

    assert len(str(row["hash"])) == 64
    assert str(row["hash"]) not in {KEY.hex(), KEY.decode()}


async def test_a_database_of_an_earlier_release_is_taken_over_by_a_key_that_opens_something(
    database_url: str, clock: Clock
) -> None:
    await leave_sealed(database_url, KEY, SITI, clock)
    await execute(database_url, delete(KEY_CHECK))
    with pytest.raises(OtherKeyError):
        async with open_memory(database_url, OTHER_KEY):
            pass
    async with open_memory(database_url, KEY) as memory:
        assert await memory.moderators.find(SITI) is not None


async def test_rows_that_the_key_does_not_open_are_forgotten_and_counted(
    database_url: str, clock: Clock
) -> None:
    await mix_in_rows_of_another_key(database_url, clock)
    async with open_memory(database_url, KEY, clock=clock) as memory:
        assert await memory.drop_unreadable() == 4
        assert await memory.drop_unreadable() == 0
        assert [each.address.chat for each in await memory.followers.list_all()] == [RINA]
    left = await read_rows(database_url)

    assert left.keys() & SEALED == {"followers", "drafts"}
    assert (left["drafts"][0]["moderator"], left["drafts"][0]["address"]) == ("", "")


async def test_who_goes_on_after_the_key_was_changed_deletes_nothing(
    database_url: str, clock: Clock
) -> None:
    async with open_memory(database_url, KEY, clock=clock) as former:
        await adopt_key(database_url, OTHER_KEY)
        await leave_sealed(database_url, OTHER_KEY, SITI, clock)
        before = await read_rows(database_url)
        clock.pass_days(400)
        for tidy in (former.drop_unreadable, former.purge):
            with pytest.raises(OtherKeyError):
                await tidy()

    assert await read_rows(database_url) == before


async def test_a_refused_start_leaves_no_connection_open(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'memory.db'}"
    async with open_memory(url, KEY):
        pass
    for _ in range(3):
        with pytest.raises(OtherKeyError):
            async with open_memory(url, OTHER_KEY):
                pass

    # The last connection to a file in this mode takes its journal along.
    assert list_names(tmp_path) == ["memory.db"]
