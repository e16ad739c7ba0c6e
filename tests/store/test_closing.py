"""A server that answers nothing any more keeps nobody waiting at the end."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import func, insert, select

from bot.store import Asked, StoreError, open_memory
from bot.store.database import Database
from bot.store.opening import open_database
from bot.store.schema import ANNOUNCED
from tests.store.conftest import KEY
from tests.store.relay import Relay, relaying

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)

COUNT = select(func.count()).select_from(ANNOUNCED)
PUT = insert(ANNOUNCED).values(revision="satu", expires=1)


@pytest.fixture
async def way(database_url: str) -> AsyncIterator[tuple[Relay, str]]:
    """A relay to the database, and the address through it."""
    async with relaying(database_url) as (relay, through):
        yield relay, through


async def begin_many(database: Database) -> list[asyncio.Task[int]]:
    """Use every thread, and have more wait for one."""
    tasks = [asyncio.create_task(database.write(PUT)) for _ in range(8)]
    await asyncio.sleep(0.1)
    return tasks


async def test_who_waits_is_told_so_once_there_is_hurry(way: tuple[Relay, str]) -> None:
    relay, through = way
    async with open_memory(through, KEY) as memory:
        relay.freeze()
        asked = asyncio.create_task(memory.questions.remember(Asked("apa itu sirekap")))
        purge = asyncio.create_task(memory.purge())
        await asyncio.sleep(0.1)
        before = time.monotonic()
        memory.hurry(0.3)
        outcomes = await asyncio.gather(asked, purge, return_exceptions=True)
        with pytest.raises(StoreError):
            await memory.questions.remember(Asked("apa itu sirekap"))
        took = time.monotonic() - before

    assert {type(outcome) for outcome in outcomes} == {StoreError}
    assert took < 1


async def test_closing_ends_though_every_thread_waits(way: tuple[Relay, str]) -> None:
    relay, through = way
    database = await open_database(through)
    relay.freeze()
    tasks = await begin_many(database)
    before = time.monotonic()
    await database.close()

    # Those that connect just now give up by themselves.
    assert time.monotonic() - before < 6
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    assert {type(outcome) for outcome in outcomes} == {StoreError}


async def test_closing_ends_though_a_connection_was_just_made(way: tuple[Relay, str]) -> None:
    relay, through = way
    database = await open_database(through)
    relay.freeze_at(b"SET lock_timeout")
    tasks = await begin_many(database)
    before = time.monotonic()
    await database.close()

    assert time.monotonic() - before < 6
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    assert StoreError in {type(outcome) for outcome in outcomes}


async def test_closing_ends_though_whoever_began_it_is_cancelled(way: tuple[Relay, str]) -> None:
    relay, through = way
    database = await open_database(through)
    relay.freeze()
    tasks = await begin_many(database)
    closing = asyncio.create_task(database.close())
    await asyncio.sleep(0.1)
    closing.cancel()
    before = time.monotonic()
    await asyncio.gather(*tasks, closing, return_exceptions=True)

    assert time.monotonic() - before < 5
    database.engine.dispose()


async def test_what_was_broken_off_is_not_done(way: tuple[Relay, str], database_url: str) -> None:
    relay, through = way
    database = await open_database(through)
    relay.freeze()
    tasks = await begin_many(database)
    await database.close()
    await asyncio.gather(*tasks, return_exceptions=True)
    relay.cut()
    database = await open_database(database_url)
    ((number,),) = await database.read(COUNT)
    await database.close()

    assert number == 0
