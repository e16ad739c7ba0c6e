"""Short transactions of many callers: together, each whole or not at all, and in their order."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import (
    Column,
    ColumnElement,
    Integer,
    MetaData,
    String,
    Table,
    bindparam,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import CompileError, DBAPIError

from bot.store import StoreError
from bot.store.ledger import Ledger, Step, open_ledger
from bot.store.opening import open_database
from bot.store.outage import Outage
from bot.store.sqlite_connection import SqliteConnection
from bot.store.waiting import Lines, Patience

THINGS = Table(
    "things",
    MetaData(),
    Column("name", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
)
PUT = insert(THINGS).values(name=bindparam("name"), size=bindparam("size"))
GET = select(THINGS.c.size).where(THINGS.c.name == bindparam("wanted")).limit(1)
UPDATE = update(THINGS).where(THINGS.c.name == bindparam("wanted")).values(size=bindparam("new"))
COUNT = select(THINGS.c.name)


def put(name: str, size: int | None = 1) -> Step:
    return Step(PUT, {"name": name, "size": size})


@pytest.fixture
async def ledger(database_url: str) -> AsyncIterator[Ledger]:
    """A ledger over each kind of database."""
    database = await open_database(database_url)
    with database.engine.begin() as connection:
        THINGS.create(connection)
    ledger = open_ledger(database)
    yield ledger
    await ledger.close()
    await database.close()


async def test_each_step_returns_its_rows(ledger: Ledger) -> None:
    rows = await ledger.run(put("satu", 7), Step(GET, {"wanted": "satu"}))

    assert rows == [[], [(7,)]]
    assert await ledger.run(Step(GET, {"wanted": "dua"})) == [[]]


async def test_a_transaction_is_whole_or_not_at_all(ledger: Ledger) -> None:
    with pytest.raises(DBAPIError):
        await ledger.run(put("satu"), put("satu"))

    assert await ledger.run(Step(COUNT, {})) == [[]]


async def test_one_that_fails_takes_no_other_along(ledger: Ledger) -> None:
    calls = [ledger.run(put(f"nama {number}", None if number == 5 else 1)) for number in range(20)]
    outcomes = await asyncio.gather(*calls, return_exceptions=True)

    assert [number for number, each in enumerate(outcomes) if isinstance(each, Exception)] == [5]
    (rows,) = await ledger.run(Step(COUNT, {}))
    assert len(rows) == 19


async def test_a_statement_that_cannot_be_made_stops_nobody_else(ledger: Ledger) -> None:
    class Nothing(ColumnElement[int]):
        """No database has it."""

        __visit_name__ = "nothing"

    mistaken = ledger.run(put("satu"), Step(select(Nothing()), {}))
    outcomes = await asyncio.gather(ledger.run(put("dua")), mistaken, return_exceptions=True)

    assert isinstance(outcomes[1], CompileError)
    assert await ledger.run(Step(COUNT, {})) == [[("dua",)]]


async def test_who_gave_up_waiting_disturbs_nobody(ledger: Ledger) -> None:
    first, second = (asyncio.create_task(ledger.run(put(name))) for name in ("satu", "dua"))
    await asyncio.sleep(0)
    first.cancel()

    assert await second == [[]]


async def test_errors_do_not_quote_what_was_written(ledger: Ledger) -> None:
    await ledger.run(put("rahasia"))
    with pytest.raises(DBAPIError) as caught:
        await ledger.run(put("rahasia"))

    assert "rahasia" not in str(caught.value).replace("(name)=(rahasia)", "")


async def open_sqlite(folder: Path) -> tuple[Ledger, Path, Outage]:
    path, outage = folder / "memory.db", Outage()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE things (name TEXT PRIMARY KEY, size INTEGER NOT NULL)")
    connection.close()
    return Ledger(SqliteConnection(str(path)), outage, Patience(), Lines()), path, outage


async def test_what_was_begun_is_kept_when_it_closes(tmp_path: Path) -> None:
    ledger, path, _ = await open_sqlite(tmp_path)
    calls = [asyncio.create_task(ledger.run(put(f"nama {number}"))) for number in range(300)]
    await asyncio.sleep(0)
    await ledger.close()
    await asyncio.gather(*calls)

    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM things").fetchone() == (300,)
    connection.close()


async def test_a_database_that_fails_begins_an_outage(tmp_path: Path) -> None:
    ledger, path, outage = await open_sqlite(tmp_path)
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE things")
    connection.close()
    with pytest.raises(StoreError):
        await ledger.run(put("satu"))

    assert outage.is_on
    with pytest.raises(StoreError, match="a moment ago"):
        await ledger.run(put("dua"))
    await ledger.close()


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_two_replicas_take_the_same_rows_in_one_order(
    ledger: Ledger, database_url: str
) -> None:
    """In the order of these steps, each would hold the row that the other waits for."""
    from bot.store.postgresql_connection import PostgresqlConnection  # noqa: PLC0415

    await ledger.run(put("awal"), put("ujung"))
    first, last = (Step(UPDATE, {"wanted": name, "new": 2}, name) for name in ("awal", "ujung"))
    pause = Step(select(func.pg_sleep(0.3)), {}, "m")
    database = await open_database(database_url)
    replicas = [PostgresqlConnection(database.engine, database.lines) for _ in range(2)]
    orders = [[first, pause, last], [last, pause, first]]
    await asyncio.gather(
        *(
            asyncio.to_thread(replica.run_together, [order])
            for replica, order in zip(replicas, orders, strict=True)
        )
    )
    for replica in replicas:
        replica.close()
    await database.close()

    assert await ledger.run(Step(GET, {"wanted": "awal"})) == [[(2,)]]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_who_holds_a_row_for_long_does_not_keep_all_others_waiting(
    ledger: Ledger, database_url: str
) -> None:
    await ledger.run(put("satu"))
    database = await open_database(database_url)
    with database.engine.begin() as connection:
        connection.execute(UPDATE, {"wanted": "satu", "new": 2})
        with pytest.raises(StoreError):
            await ledger.run(Step(UPDATE, {"wanted": "satu", "new": 3}))
    await database.close()
