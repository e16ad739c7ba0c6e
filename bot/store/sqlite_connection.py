"""The connection of a ledger to an SQLite file."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, ClassVar

from sqlalchemy.dialects import sqlite

from bot.store.ledger import Wording
from bot.store.opening import SQLITE_PRAGMAS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.store.ledger import Rows, Step


class SqliteConnection:
    """One connection to a file, in which only one can write at a time anyway."""

    FAULTS: ClassVar[tuple[type[Exception], ...]] = (sqlite3.Error,)
    OUR_FAULTS: ClassVar[tuple[type[Exception], ...]] = (
        sqlite3.IntegrityError,
        sqlite3.ProgrammingError,
        sqlite3.DataError,
    )

    def __init__(self, path: str) -> None:
        """Use the file `path`."""
        self._path = path
        self._wording = Wording(sqlite.dialect(paramstyle="named"))
        self._connection: sqlite3.Connection | None = None

    def run_together(self, jobs: Sequence[Sequence[Step]]) -> list[list[Rows]]:
        """Run the steps of all `jobs`; see `bot.store.ledger.Connection`."""
        connection = self._open()
        if all(step.statement.is_select for job in jobs for step in job):
            return [[self._fetch(connection, step) for step in job] for job in jobs]
        connection.execute("BEGIN IMMEDIATE")
        try:
            rows = [[self._fetch(connection, step) for step in job] for job in jobs]
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        return rows

    def is_general(self, error: Exception) -> bool:
        """Tell whether it is the file that fails, and not a statement."""
        return not isinstance(error, self.OUR_FAULTS)

    def close(self) -> None:
        """Close the file, if it is open."""
        if self._connection:
            self._connection.close()

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = sqlite3.connect(
                self._path, isolation_level=None, check_same_thread=False
            )
            for pragma in SQLITE_PRAGMAS:
                self._connection.execute(pragma)
        return self._connection

    def _fetch(self, connection: sqlite3.Connection, step: Step) -> Rows:
        return connection.execute(*self._wording.word(step)).fetchall()
