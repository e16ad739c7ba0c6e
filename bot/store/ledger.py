"""The short transactions behind every answer, made as cheap as the database allows."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Mapping, Sequence
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias

from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError

from bot.store.database import SQLITE_PRAGMAS

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.ext.asyncio import AsyncEngine
    from sqlalchemy.sql.dml import UpdateBase

    from bot.store.outage import Outage

_MOST_AT_ONCE = 256
_OUR_FAULTS = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.DataError)

Rows: TypeAlias = "list[tuple[Any, ...]]"


class Step(NamedTuple):
    """A statement with the values of its named parameters; strings, whole numbers and None only."""

    statement: Select[Any] | UpdateBase
    values: Mapping[str, object]


class Ledger(Protocol):
    """Runs short transactions."""

    async def run(self, *steps: Step) -> list[Rows]:
        """Run `steps` in one transaction and return the rows of each.

        Statements are made once and used often: what they compile to is kept for as long as the
        ledger is open.

        Raises:
            StoreError: when the database fails; then none had an effect.
        """

    async def close(self) -> None:
        """Finish what was begun, and close the connection if it is the ledger's own."""


class PooledLedger:
    """Each transaction on a connection of the pool: the database puts them in order itself."""

    def __init__(self, engine: AsyncEngine) -> None:
        """Take connections from `engine`."""
        self._engine = engine

    async def run(self, *steps: Step) -> list[Rows]:
        """Run `steps`; see `Ledger`."""
        rows: list[Rows] = []
        async with self._engine.begin() as connection:
            for statement, values in steps:
                result = await connection.execute(statement, values)
                rows.append([tuple(row) for row in result] if result.returns_rows else [])
        return rows

    async def close(self) -> None:
        """Do nothing: the pool is the engine's."""


class _Job(NamedTuple):
    steps: Sequence[Step]
    done: asyncio.Future[list[Rows]]
    writes: bool


_Compiled: TypeAlias = "tuple[str, Mapping[str, object]]"
"""A statement's text, and values of parameters that it brings along."""

_Outcome: TypeAlias = "tuple[_Job, list[Rows] | sqlite3.Error]"


class SqliteLedger:
    """One connection on a thread of its own, which commits for all who wait at once.

    SQLite has one writer anyway. Under load a commit, and the way to the thread and back, are
    shared by many answers; a driver that goes there for each statement spends several times as
    much on that as on the statements.
    """

    def __init__(self, path: str, outage: Outage) -> None:
        """Open the file `path`; faults of the database begin an `outage`."""
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for pragma in SQLITE_PRAGMAS:
            self._connection.execute(pragma)
        self._outage = outage
        self._compiled: dict[Select[Any] | UpdateBase, _Compiled] = {}
        self._loop = asyncio.get_running_loop()
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name="ledger", daemon=True)
        self._thread.start()

    async def run(self, *steps: Step) -> list[Rows]:
        """Run `steps`; see `Ledger`."""
        self._outage.check()
        done: asyncio.Future[list[Rows]] = self._loop.create_future()
        writes = not all(step.statement.is_select for step in steps)
        self._jobs.put(_Job(steps, done, writes))
        return await done

    async def close(self) -> None:
        """Finish what was begun and close the connection."""
        self._jobs.put(None)
        await asyncio.to_thread(self._thread.join)
        self._connection.close()

    def _work(self) -> None:
        is_open = True
        while is_open:
            taken = [self._jobs.get()]
            while len(taken) < _MOST_AT_ONCE:
                try:
                    taken.append(self._jobs.get_nowait())
                except Empty:
                    break
            is_open = None not in taken
            outcomes = self._run_all([job for job in taken if job])
            self._loop.call_soon_threadsafe(self._tell, outcomes)

    def _run_all(self, jobs: Sequence[_Job]) -> list[_Outcome]:
        # Reads first: they need not wait for the lock that writers take.
        reading = [(job, self._try(job)) for job in jobs if not job.writes]
        return reading + self._write([job for job in jobs if job.writes])

    def _write(self, jobs: Sequence[_Job]) -> list[_Outcome]:
        if not jobs:
            return []
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            return [(job, error) for job in jobs]
        try:
            outcomes = [(job, self._execute(job)) for job in jobs]
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            # One must not fail because of another.
            return (
                [(job, error) for job in jobs]
                if len(jobs) == 1
                else [outcome for job in jobs for outcome in self._write([job])]
            )
        return list(outcomes)

    def _try(self, job: _Job) -> list[Rows] | sqlite3.Error:
        try:
            return self._execute(job)
        except sqlite3.Error as error:
            return error

    def _execute(self, job: _Job) -> list[Rows]:
        rows: list[Rows] = []
        for statement, values in job.steps:
            sql, fixed = self._compiled.get(statement) or self._compile(statement)
            rows.append(self._connection.execute(sql, {**fixed, **values}).fetchall())
        return rows

    def _compile(self, statement: Select[Any] | UpdateBase) -> _Compiled:
        compiled = statement.compile(dialect=sqlite.dialect(paramstyle="named"))
        self._compiled[statement] = str(compiled), compiled.params
        return self._compiled[statement]

    def _tell(self, outcomes: Sequence[_Outcome]) -> None:
        for job, outcome in outcomes:
            if job.done.done():
                continue
            if isinstance(outcome, sqlite3.Error):
                job.done.set_exception(self._explain(outcome))
            else:
                job.done.set_result(outcome)

    def _explain(self, error: sqlite3.Error) -> Exception:
        """Return what to raise: without statement and values, which may hold what people wrote."""
        if isinstance(error, _OUR_FAULTS):
            return DBAPIError(None, None, error, hide_parameters=True)
        return self._outage.begin(str(error))


def open_ledger(engine: AsyncEngine, outage: Outage) -> Ledger:
    """Return the cheapest ledger over the database of `engine`."""
    path = engine.url.database
    if engine.dialect.name == "sqlite" and path and path != ":memory:":
        return SqliteLedger(path, outage)
    return PooledLedger(engine)
