"""A server that keeps its connections and says nothing is given up, and comes back by itself."""

import asyncio
import time
from collections.abc import AsyncIterator
from functools import partial

import pytest
from sqlalchemy import Connection, func, insert, select, text

from bot.store import Asked, StoreError, bounded_connection, open_memory
from bot.store.database import Database
from bot.store.opening import open_database
from bot.store.schema import ANNOUNCED
from tests.store.conftest import KEY
from tests.store.relay import Relay, relaying

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)

ASKED = Asked("apa itu sirekap")
COUNT = select(func.count()).select_from(ANNOUNCED)
PUT = insert(ANNOUNCED).values(revision="satu", expires=1)
GIVEN_UP_WITHIN = 15.0
"""The shortened silence, and what a connection may take that is made anew, twice."""


@pytest.fixture(autouse=True)
def _short_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded_connection, "_SILENCE_SECONDS", 0.3)


@pytest.fixture
async def way(database_url: str) -> AsyncIterator[tuple[Relay, str]]:
    """A relay to the database, and the address through it."""
    async with relaying(database_url) as (relay, through):
        yield relay, through


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = await open_database(database_url)
    yield database
    await database.close()


def sleep(connection: Connection, seconds: float = 1.0) -> None:
    connection.execute(select(func.pg_sleep(seconds)))


async def open_all(database: Database) -> None:
    """Let each thread have a connection from now on."""
    await asyncio.gather(*(database.run(partial(sleep, seconds=0.1)) for _ in range(4)))


async def test_everybody_is_told_whether_a_thread_was_free_or_not(way: tuple[Relay, str]) -> None:
    relay, through = way
    database = await open_database(through)
    await open_all(database)
    relay.freeze()
    before = time.monotonic()
    async with asyncio.timeout(GIVEN_UP_WITHIN):
        writing = (database.write(PUT) for _ in range(8))
        outcomes = await asyncio.gather(*writing, return_exceptions=True)
    took = time.monotonic() - before
    with pytest.raises(StoreError):
        await database.write(PUT)
    relay.thaw()
    await database.close()

    assert {type(outcome) for outcome in outcomes} == {StoreError}
    assert time.monotonic() - before < took + 1


@pytest.mark.parametrize("words", [b"INSERT", b"COMMIT", b"SET lock_timeout"])
async def test_it_may_fall_silent_at_any_word(way: tuple[Relay, str], words: bytes) -> None:
    relay, through = way
    database = await open_database(through)
    relay.freeze_at(words)
    if words.startswith(b"SET"):
        database.engine.dispose()
    async with asyncio.timeout(GIVEN_UP_WITHIN):
        with pytest.raises(StoreError):
            await database.write(PUT)
    relay.cut()
    await database.close()


async def test_what_was_given_up_is_not_done_when_it_goes_on(
    way: tuple[Relay, str], database: Database
) -> None:
    relay, through = way
    frozen = await open_database(through)
    relay.freeze_at(b"INSERT")
    with pytest.raises(StoreError):
        await frozen.write(PUT)
    relay.thaw()
    await asyncio.sleep(0.3)
    ((number,),) = await database.read(COUNT)
    await frozen.close()

    assert number == 0


async def test_a_probe_notices_it_though_all_wait_and_its_end(way: tuple[Relay, str]) -> None:
    relay, through = way
    async with open_memory(through, KEY) as memory:
        await asyncio.gather(*(memory.purge() for _ in range(4)))
        relay.freeze()
        counts = [asyncio.create_task(memory.replicas.count()) for _ in range(8)]
        async with asyncio.timeout(GIVEN_UP_WITHIN):
            with pytest.raises(StoreError):
                await memory.probe()
        await asyncio.gather(*counts, return_exceptions=True)
        before = time.monotonic()
        with pytest.raises(StoreError):
            await memory.questions.remember(ASKED)
        assert time.monotonic() - before < 0.1
        relay.thaw()
        await memory.probe()

        assert await memory.questions.remember(ASKED)


async def test_short_transactions_go_on_by_another_connection(way: tuple[Relay, str]) -> None:
    relay, through = way
    async with open_memory(through, KEY) as memory:
        token = await memory.questions.remember(ASKED)
        relay.freeze()
        async with asyncio.timeout(GIVEN_UP_WITHIN):
            with pytest.raises(StoreError):
                await memory.questions.recall(token)
        relay.cut()
        await relay.open()
        await memory.probe()

        assert await memory.questions.recall(token) == ASKED


async def test_what_changes_many_rows_may_take_long(database: Database) -> None:
    with pytest.raises(StoreError):
        await database.run(sleep)
    await database.attempt(sleep)
    await database.probe(lambda connection: connection.execute(COUNT))
    await database.write(PUT)
    slowly = func.pg_sleep(1).is_not(None)

    assert await database.sweep(ANNOUNCED.delete().where(slowly)) == 1
    # The same connection serves others afterwards.
    with pytest.raises(StoreError):
        await database.run(sleep)


async def test_an_answer_that_comes_in_pieces_may_take_long(database: Database) -> None:
    pieces = text("SELECT repeat('x', 20000), pg_sleep(0.1) FROM generate_series(1, 8)")

    assert len(await database.run(lambda connection: connection.execute(pieces).all())) == 8
