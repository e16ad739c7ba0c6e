"""The connection of a ledger to PostgreSQL, which takes a whole transaction in one round trip."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

import psycopg

from bot.store.bounded_connection import BoundedConnection
from bot.store.ledger import Wording
from bot.store.opening import NETWORK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Engine

    from bot.store.ledger import Rows, Step
    from bot.store.waiting import Lines

_LOCK_TIMEOUT = "SET lock_timeout = '2s'"
"""As long as SQLite waits: all who use the ledger wait for whoever waits for a lock."""


class PostgresqlConnection:
    """One connection of its own, beside those of the engine's pool."""

    FAULTS: ClassVar[tuple[type[Exception], ...]] = (psycopg.Error,)
    OUR_FAULTS: ClassVar[tuple[type[Exception], ...]] = (
        psycopg.IntegrityError,
        psycopg.ProgrammingError,
        psycopg.DataError,
    )

    def __init__(self, engine: Engine, lines: Lines) -> None:
        """Connect to where `engine` connects to, as one of `lines`."""
        self._lines = lines
        self._options = {**NETWORK, **engine.dialect.create_connect_args(engine.url)[1]}
        self._wording = Wording(engine.dialect)
        self._connection: psycopg.Connection[Any] | None = None

    def run_together(self, jobs: Sequence[Sequence[Step]]) -> list[list[Rows]]:
        """Run the steps of all `jobs`; see `bot.store.ledger.Connection`."""
        connection = self._open()
        steps = [
            (number, position, step)
            for number, job in enumerate(jobs)
            for position, step in enumerate(job)
        ]
        # Sorted: two replicas that take the same rows in another order would wait for each other.
        steps.sort(key=_get_place)
        rows: list[list[Rows]] = [[[] for _ in job] for job in jobs]
        worded = [self._word(step) for _, _, step in steps]
        # Without BEGIN, a pipeline up to its end is one transaction:
        # https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING
        try:
            with connection.pipeline():
                cursors = [connection.execute(sql, values) for sql, values in worded]
        except psycopg.Error:
            self._forget_prepared(connection)
            raise
        for (number, position, _), cursor in zip(steps, cursors, strict=True):
            rows[number][position] = cursor.fetchall() if cursor.description else []
        return rows

    def is_general(self, error: Exception) -> bool:
        """Tell whether there is no connection any more, or somebody else keeps all waiting."""
        is_lost = self._connection is None or bool(self._connection.closed)
        return is_lost or isinstance(error, psycopg.errors.LockNotAvailable)

    def close(self) -> None:
        """Close it, if it is open."""
        if self._connection:
            self._connection.close()
            self._lines.remove(self._connection)
            self._connection = None

    def _word(self, step: Step) -> tuple[bytes, dict[str, object]]:
        sql, values = self._wording.word(step)
        return sql.encode(), values

    def _open(self) -> psycopg.Connection[Any]:
        if self._connection and not self._is_alive(self._connection):
            self.close()
        if self._connection is None:
            self._lines.check()
            self._connection = BoundedConnection.connect(**self._options, autocommit=True)
            self._lines.add(self._connection)
            self._connection.execute(_LOCK_TIMEOUT)
        return self._connection

    @staticmethod
    def _forget_prepared(connection: psycopg.Connection[Any]) -> None:
        """Prepare all statements anew: what was to be prepared after an error was not."""
        with suppress(psycopg.Error):
            connection.execute("DEALLOCATE ALL")

    @staticmethod
    def _is_alive(connection: psycopg.Connection[Any]) -> bool:
        """Tell whether the server has not ended it since it was used, without asking there."""
        with suppress(psycopg.Error):
            # The first brings the server's farewell, if there is one, and the second its end.
            connection.pgconn.consume_input()
            connection.pgconn.consume_input()
            return not connection.closed
        return False


def _get_place(entry: tuple[int, int, Step]) -> str:
    return entry[2].place
