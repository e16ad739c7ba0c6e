"""What waits for the database does so on threads: whole, in turn, and never for ever."""

import asyncio
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, delete, func, insert, select, text

from bot.store import StoreError
from bot.store.database import Database
from bot.store.opening import SCHEMA_LOCK, open_database
from bot.store.schema import ANNOUNCED
from tests.store.locks import locking

COUNT = select(func.count()).select_from(ANNOUNCED)
OPENER = """
import asyncio, sys
from bot.store import open_memory

async def use():
    async with open_memory(sys.argv[1], b"k" * 32) as memory:
        await memory.probe()
        await memory.purge()
        await memory.questions.recall("0" * 16)

asyncio.run(use())
print(*(name for name in ("sqlalchemy.orm", "sqlalchemy.ext.asyncio") if name in sys.modules))
"""


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = await open_database(database_url)
    yield database
    await database.close()


class Slow:
    """Writes two rows, and holds in between until it is let go on."""

    def __init__(self) -> None:
        self.begun, self.may_end = threading.Event(), threading.Event()

    def __call__(self, connection: Connection) -> None:
        connection.execute(insert(ANNOUNCED).values(revision="satu", expires=1))
        self.begun.set()
        self.may_end.wait(10)
        connection.execute(insert(ANNOUNCED).values(revision="dua", expires=1))


async def count(database: Database) -> int:
    ((number,),) = await database.read(COUNT)
    return int(number)


def empty(database_url: str) -> int:
    """Delete the rows, and return how many there were."""
    engine = create_engine(database_url)
    with engine.begin() as connection:
        number = connection.execute(delete(ANNOUNCED)).rowcount
    engine.dispose()
    return number


async def begin(database: Database, work: Callable[[Connection], None]) -> asyncio.Task[None]:
    task = asyncio.create_task(database.run(work))
    await asyncio.sleep(0)
    return task


async def test_who_is_cancelled_leaves_a_transaction_whole(database_url: str) -> None:
    database, slow = await open_database(database_url), Slow()
    task = await begin(database, slow)
    await asyncio.to_thread(slow.begun.wait, 10)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await count(database) == 0
    slow.may_end.set()
    await database.close()

    assert empty(database_url) == 2


async def test_who_is_cancelled_before_its_turn_does_nothing(database: Database) -> None:
    may_end = threading.Event()

    def hold(_connection: Connection) -> None:
        may_end.wait(10)

    held = [await begin(database, hold) for _ in range(4)]
    waiting = await begin(database, Slow())
    waiting.cancel()
    may_end.set()
    await asyncio.gather(*held)
    with pytest.raises(asyncio.CancelledError):
        await waiting

    assert await count(database) == 0


async def test_what_was_begun_is_finished_when_it_closes(database_url: str) -> None:
    database, slow = await open_database(database_url), Slow()
    task = await begin(database, slow)
    await asyncio.to_thread(slow.begun.wait, 10)
    closing = asyncio.create_task(database.close())
    await asyncio.sleep(0.05)
    slow.may_end.set()
    await asyncio.gather(task, closing)

    assert empty(database_url) == 2


async def test_a_failure_in_the_middle_undoes_the_beginning(database: Database) -> None:
    def fail(connection: Connection) -> None:
        connection.execute(insert(ANNOUNCED).values(revision="satu", expires=1))
        raise ValueError("di tengah")

    with pytest.raises(ValueError, match="di tengah"):
        await database.run(fail)

    assert await count(database) == 0
    assert not database.outage.is_on


async def test_of_many_that_meet_a_lock_only_the_first_wait_for_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "memory.db"
    database = await open_database(f"sqlite:///{file}")
    async with locking(file):
        before = time.monotonic()
        calls = [database.write(delete(ANNOUNCED)) for _ in range(40)]
        outcomes = await asyncio.gather(*calls, return_exceptions=True)
        took = time.monotonic() - before
    await database.close()

    assert {type(outcome) for outcome in outcomes} == {StoreError}
    assert took < 6
    assert len([each for each in caplog.records if each.levelname == "ERROR"]) == 1


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_there_is_an_end_to_waiting_for_a_row(database: Database) -> None:
    for _ in range(2):
        rows = await database.run(lambda c: c.execute(text("SHOW lock_timeout")).all())
        assert [tuple(row) for row in rows] == [("10s",)]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_waiting_for_the_tables_of_another_replica_can_be_given_up(
    database_url: str,
) -> None:
    engine = create_engine(database_url)
    with engine.begin() as other:
        other.execute(select(func.pg_advisory_xact_lock(SCHEMA_LOCK)))
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.5):
                await open_database(database_url)
        opening = asyncio.create_task(open_database(database_url))
        await asyncio.sleep(0.1)
        assert not opening.done()
    engine.dispose()
    await (await opening).close()


def test_objects_and_coroutines_of_sqlalchemy_are_not_loaded(database_url: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPENER, database_url],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout.split(), done.stderr) == (0, [], "")
