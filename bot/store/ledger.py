"""The short transactions behind every answer, made as cheap as the database allows."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol, TypeAlias

from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.engine import Dialect
    from sqlalchemy.sql.dml import UpdateBase

    from bot.store.database import Database
    from bot.store.outage import Outage
    from bot.store.waiting import Lines, Patience

_MOST_AT_ONCE = 256
_PATIENCE_SECONDS = 10.0
"""Longer than any driver waits for a lock, a connection or the network."""

Rows: TypeAlias = "list[tuple[Any, ...]]"


class Step(NamedTuple):
    """A statement with the values of its named parameters; strings, whole numbers and None only.

    `place` names the row that it changes. PostgreSQL gets the steps of all who wait in the order
    of their places, so that no two replicas wait for each other; steps of one place keep theirs.
    """

    statement: Select[Any] | UpdateBase
    values: Mapping[str, object]
    place: str = ""


class Connection(Protocol):
    """A connection for the thread of a ledger, which opens it when it is first used."""

    FAULTS: ClassVar[tuple[type[Exception], ...]]
    """All errors of the driver."""

    OUR_FAULTS: ClassVar[tuple[type[Exception], ...]]
    """Those of them that tell of a mistake in a statement, and not of a database that fails."""

    def run_together(self, jobs: Sequence[Sequence[Step]]) -> list[list[Rows]]:
        """Run the steps of all `jobs` in one transaction, and return the rows of each step.

        Raises:
            Exception: one of `FAULTS`; then nothing had an effect, or nobody can tell.
        """

    def is_general(self, error: Exception) -> bool:
        """Tell whether everything else would fail like this just now, and in vain wait for it."""

    def close(self) -> None:
        """Close it, if it is open."""


class _Job(NamedTuple):
    steps: Sequence[Step]
    done: asyncio.Future[list[Rows]]
    writes: bool


_Outcome: TypeAlias = "tuple[_Job, list[Rows] | Exception]"


class Ledger:
    """One connection on a thread of its own, which commits for all who wait at once.

    Under load a commit, and the way to the database and back, are shared by many answers; a driver
    that goes there for each statement spends several times as much on that as on the statements.
    """

    def __init__(
        self, connection: Connection, outage: Outage, patience: Patience, lines: Lines
    ) -> None:
        """Use `connection`, which is one of `lines`; faults of the database begin an `outage`."""
        self._connection = connection
        self._outage = outage
        self._patience = patience
        self._lines = lines
        self._loop = asyncio.get_running_loop()
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name="ledger", daemon=True)
        self._thread.start()

    async def run(self, *steps: Step) -> list[Rows]:
        """Run `steps` in one transaction and return the rows of each.

        Statements are made once and used often: what they compile to is kept for as long as the
        ledger is open.

        Raises:
            StoreError: when the database fails; then none had an effect, unless it failed at the
                very end.
        """
        self._outage.check()
        if not steps:
            return []
        writes = not all(step.statement.is_select for step in steps)
        job = _Job(steps, self._loop.create_future(), writes)
        self._jobs.put(job)
        try:
            return await self._patience.wait(job.done, _PATIENCE_SECONDS)
        except TimeoutError:
            raise self._outage.begin("no answer") from None

    async def close(self) -> None:
        """Finish what was begun, for a moment, and close the connection."""
        self._jobs.put(None)
        await self._lines.finish(self._thread.join)
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
            jobs = [job for job in taken if job]
            # Reads first: they need not wait for the rows that others write.
            outcomes = self._run_all([job for job in jobs if not job.writes])
            outcomes += self._run_all([job for job in jobs if job.writes])
            self._loop.call_soon_threadsafe(self._tell, outcomes)

    def _run_all(self, jobs: Sequence[_Job]) -> list[_Outcome]:
        if not jobs:
            return []
        try:
            rows = self._connection.run_together([job.steps for job in jobs])
        except Exception as error:  # noqa: BLE001 - the thread serves everybody, whoever is mistaken
            # One must not fail because of another.
            if len(jobs) == 1 or self._is_general(error):
                return [(job, error) for job in jobs]
            return [outcome for job in jobs for outcome in self._run_all([job])]
        return list(zip(jobs, rows, strict=True))

    def _tell(self, outcomes: Sequence[_Outcome]) -> None:
        for job, outcome in outcomes:
            if job.done.done():
                continue
            if isinstance(outcome, Exception):
                job.done.set_exception(self._explain(outcome))
            else:
                job.done.set_result(outcome)

    def _is_general(self, error: Exception) -> bool:
        return isinstance(error, self._connection.FAULTS) and self._connection.is_general(error)

    def _explain(self, error: Exception) -> Exception:
        """Return what to raise: without statement and values, which may hold what people wrote."""
        if not isinstance(error, self._connection.FAULTS):
            return error
        if isinstance(error, self._connection.OUR_FAULTS):
            return DBAPIError(None, None, error, hide_parameters=True)
        return self._outage.begin(str(error))


class Wording:
    """What statements compile to, each with the values of parameters that it brings along."""

    def __init__(self, dialect: Dialect) -> None:
        """Compile for `dialect`, with named parameters."""
        self._dialect = dialect
        self._known: dict[Select[Any] | UpdateBase, tuple[str, Mapping[str, object]]] = {}

    def word(self, step: Step) -> tuple[str, dict[str, object]]:
        """Return the text and all values of `step`."""
        sql, fixed = self._known.get(step.statement) or self._compile(step.statement)
        return sql, {**fixed, **step.values}

    def _compile(self, statement: Select[Any] | UpdateBase) -> tuple[str, Mapping[str, object]]:
        compiled = statement.compile(dialect=self._dialect)
        self._known[statement] = str(compiled), compiled.params
        return self._known[statement]


def open_ledger(database: Database) -> Ledger:
    """Return a ledger over `database`, with a connection of its own."""
    engine, shared = database.engine, (database.outage, database.patience, database.lines)
    if engine.dialect.name == "sqlite":
        from bot.store.sqlite_connection import SqliteConnection  # noqa: PLC0415

        return Ledger(SqliteConnection(engine.url.database or ":memory:"), *shared)
    # Most bots run beside SQLite, and have no use for it in memory.
    from bot.store.postgresql_connection import PostgresqlConnection  # noqa: PLC0415

    return Ledger(PostgresqlConnection(engine, database.lines), *shared)
