"""One database, SQLite for one process or PostgreSQL, for what is not part of every answer.

The engine is SQLAlchemy's plain one, which waits for the database; it does so on threads.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import exc

from bot.store.outage import Outage, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, Engine, Row, Select
    from sqlalchemy.engine import Dialect
    from sqlalchemy.sql.dml import UpdateBase

T = TypeVar("T")

_MOST_AT_ONCE = 4
"""Threads, and so connections; who asks while all are busy waits for the first that is free."""

_OUR_FAULTS = (exc.IntegrityError, exc.ProgrammingError, exc.DataError)


class Database:
    """An engine, and the threads on which functions work with its connections.

    No thread waits for ever: there is an end to waiting for a lock, and for the network.
    """

    def __init__(self, engine: Engine) -> None:
        """Own `engine` from now on."""
        self.engine = engine
        self.outage = Outage()
        self._threads = ThreadPoolExecutor(_MOST_AT_ONCE, "database")

    @property
    def dialect(self) -> Dialect:
        """What statements are compiled for."""
        return self.engine.dialect

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Return what `work` returns, done in one transaction.

        Whoever is cancelled meanwhile leaves it whole: begun, it ends by itself; else it never is.

        Raises:
            StoreError: when the database fails, or did a moment ago; then it had no effect,
                unless it failed at the very end.
        """

        def work_unless_down() -> T:
            # Others may have failed while this one waited for a thread.
            self.outage.check()
            return self._work(work)

        self.outage.check()
        try:
            return await asyncio.wrap_future(self._threads.submit(work_unless_down))
        except _OUR_FAULTS:
            raise
        except (exc.DBAPIError, OSError) as error:
            raise self._begin_outage(error) from error

    async def read(self, statement: Select[*tuple[Any, ...]]) -> Sequence[Row[*tuple[Any, ...]]]:
        """Return the rows of `statement`; see `run`."""
        return await self.run(lambda connection: connection.execute(statement).all())

    async def write(self, *statements: UpdateBase) -> int:
        """Execute `statements` in one transaction; return how many rows changed; see `run`."""
        return await self.run(
            lambda connection: sum(connection.execute(each).rowcount for each in statements)
        )

    async def probe(self, work: Callable[[Connection], object]) -> None:
        """Do `work` even during an outage, which ends if the database takes it.

        Raises:
            StoreError: when it doesn't.
        """
        try:
            await self.attempt(work)
        except (exc.SQLAlchemyError, OSError) as error:
            raise self._begin_outage(error) from error
        self.outage.end()

    async def attempt(self, work: Callable[[Connection], T]) -> T:
        """Return what `work` returns, done in one transaction, whatever the outage.

        Raises:
            SQLAlchemyError: when the database fails.
        """
        return await asyncio.wrap_future(self._threads.submit(self._work, work))

    async def close(self) -> None:
        """Finish what was begun, and close every connection."""
        await asyncio.to_thread(self._threads.shutdown)
        self.engine.dispose()

    def _begin_outage(self, error: Exception) -> StoreError:
        return self.outage.begin(str(getattr(error, "orig", None) or error))

    def _work(self, work: Callable[[Connection], T]) -> T:
        with self.engine.begin() as connection:
            return work(connection)
