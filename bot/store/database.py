"""One database, SQLite for one process or PostgreSQL, for what is not part of every answer.

The engine is SQLAlchemy's plain one, which waits for the database; it does so on threads.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import event, exc

from bot.store.outage import Outage, StoreError
from bot.store.waiting import Lines, Patience

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

    There is an end to waiting for a lock, for the network, and for a server that is stopped; see
    `bot.store.bounded_connection`.
    """

    def __init__(self, engine: Engine) -> None:
        """Own `engine` from now on."""
        self.engine = engine
        self.outage = Outage()
        self.patience = Patience()
        self.lines = Lines()
        if engine.dialect.name == "postgresql":
            _watch(engine, self.lines)
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
            async with self.patience.limit():
                return await asyncio.wrap_future(self._threads.submit(work_unless_down))
        except _OUR_FAULTS:
            raise
        except TimeoutError:
            raise self.outage.begin("no answer") from None
        except (exc.DBAPIError, OSError) as error:
            raise self._begin_outage(error) from error

    async def read(self, statement: Select[*tuple[Any, ...]]) -> Sequence[Row[*tuple[Any, ...]]]:
        """Return the rows of `statement`; see `run`."""
        return await self.run(lambda connection: connection.execute(statement).all())

    async def write(self, *statements: UpdateBase) -> int:
        """Execute `statements` in one transaction; return how many rows changed; see `run`."""
        return await self.run(partial(_execute, statements))

    async def sweep(self, *statements: UpdateBase) -> int:
        """Do as `write`, with as many rows as there are in a table."""
        return await self.run(_take_long(partial(_execute, statements)))

    async def probe(self, work: Callable[[Connection], object]) -> None:
        """Do `work` even during an outage, which ends if the database takes it.

        Raises:
            StoreError: when it doesn't.
        """
        try:
            await self._begin(work)
        except (exc.SQLAlchemyError, OSError) as error:
            raise self._begin_outage(error) from error
        self.outage.end()

    async def attempt(self, work: Callable[[Connection], T]) -> T:
        """Return what `work` returns, done in one transaction, whatever the outage and its time.

        Raises:
            SQLAlchemyError: when the database fails.
        """
        return await self._begin(_take_long(work))

    async def close(self) -> None:
        """Finish what was begun, for a moment, and close every connection."""
        await self.lines.finish(self._threads.shutdown)
        self.engine.dispose()

    def _begin(self, work: Callable[[Connection], T]) -> asyncio.Future[T]:
        return asyncio.wrap_future(self._threads.submit(self._work, work))

    def _begin_outage(self, error: Exception) -> StoreError:
        return self.outage.begin(str(getattr(error, "orig", None) or error))

    def _work(self, work: Callable[[Connection], T]) -> T:
        with self.engine.begin() as connection:
            return work(connection)


def _execute(statements: Sequence[UpdateBase], connection: Connection) -> int:
    return sum(connection.execute(each).rowcount for each in statements)


def _take_long(work: Callable[[Connection], T]) -> Callable[[Connection], T]:
    """Return `work` with more time for a server to answer it."""

    def work_long(connection: Connection) -> T:
        if connection.dialect.name != "postgresql":
            return work(connection)
        line: Any = connection.connection.dbapi_connection
        with line.taking_long():
            return work(connection)

    return work_long


def _watch(engine: Engine, lines: Lines) -> None:
    """Note in `lines` what the pool of `engine` opens and closes, and connect only if they let."""
    # Most bots run beside SQLite, and have no use for it in memory.
    from bot.store.bounded_connection import BoundedConnection  # noqa: PLC0415

    @event.listens_for(engine, "do_connect")
    def connect(
        _dialect: object, _record: object, place: list[Any], options: dict[str, Any]
    ) -> BoundedConnection:
        lines.check()
        return BoundedConnection.connect(*place, **options)

    # Before others, who already wait for the server to tune it.
    @event.listens_for(engine, "connect", insert=True)
    def add(connection: Any, _record: object) -> None:  # noqa: ANN401 - a driver's connection
        lines.add(connection)

    @event.listens_for(engine, "close")
    def remove(connection: Any, _record: object) -> None:  # noqa: ANN401 - as above
        lines.remove(connection)
