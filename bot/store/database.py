"""One database behind SQLAlchemy's asynchronous engine: SQLite for one process, or PostgreSQL."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import event, text
from sqlalchemy.dialects.postgresql import insert as insert_into_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_into_sqlite
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.schema import CreateIndex, CreateTable

from bot.store.schema import METADATA

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Table
    from sqlalchemy.engine import URL
    from sqlalchemy.sql.dml import Insert

_BUSY_MS = 5_000
_PAUSE_SECONDS = 0.02
_SCHEMA_LOCK = 0x54414E5941


class StoreError(Exception):
    """The database can't be used; the message says why, without address or password."""


async def open_engine(url: str) -> AsyncEngine:
    """Open the database at `url` and make the tables that are missing.

    Args:
        url: as `create_async_engine` takes it, with an asynchronous driver. The folder of an
            SQLite file is made when it is missing.

    Raises:
        StoreError: when there is no such database, or it can't be written to.
    """
    try:
        # A failed statement is quoted in its error; without this, so are people's questions.
        engine = create_async_engine(url, hide_parameters=True, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise StoreError(str(error)) from error
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    try:
        if engine.dialect.name == "sqlite":
            await _use_write_ahead_log(engine)
        await _create_tables(engine)
    except (SQLAlchemyError, OSError) as error:
        await engine.dispose()
        raise StoreError(str(getattr(error, "orig", None) or error)) from error
    return engine


def upsert(
    engine: AsyncEngine,
    table: Table,
    row: Mapping[str, object],
    changes: Mapping[str, object] | None = None,
) -> Insert:
    """Return the statement that inserts `row`, or changes the row with the same primary key.

    Args:
        engine: the database, for its dialect.
        table: where to.
        row: values by column.
        changes: what an existing row gets instead: all of `row` by default, nothing when empty.
    """
    keys = [column.name for column in table.primary_key]
    if changes is None:
        changes = {name: value for name, value in row.items() if name not in keys}
    if engine.dialect.name == "sqlite":
        insert = insert_into_sqlite(table).values(**row)
        if not changes:
            return insert.on_conflict_do_nothing(index_elements=keys)
        return insert.on_conflict_do_update(index_elements=keys, set_=changes)
    into_postgresql = insert_into_postgresql(table).values(**row)
    if not changes:
        return into_postgresql.on_conflict_do_nothing(index_elements=keys)
    return into_postgresql.on_conflict_do_update(index_elements=keys, set_=changes)


def clean_text(text: str) -> str:
    """Return `text` without what a database refuses: zeros and halves of surrogate pairs."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


async def _use_write_ahead_log(engine: AsyncEngine) -> None:
    """Let readers and the writer not wait for each other; the file keeps this setting.

    While another process opens the file, this fails at once, whatever the busy timeout is:
    https://www.sqlite.org/wal.html
    """
    ends = time.monotonic() + _BUSY_MS / 1_000
    while True:
        try:
            async with engine.connect() as connection:
                await connection.execute(text("PRAGMA journal_mode=WAL"))
        except OperationalError as error:
            if "locked" not in str(error.orig) or time.monotonic() > ends:
                raise
            await asyncio.sleep(_PAUSE_SECONDS)
        else:
            return


async def _create_tables(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            # Replicas that start together would otherwise create the same table twice.
            lock = text("SELECT pg_advisory_xact_lock(:key)")
            await connection.execute(lock, {"key": _SCHEMA_LOCK})
        for table in METADATA.sorted_tables:
            await connection.execute(CreateTable(table, if_not_exists=True))
            for index in sorted(table.indexes, key=lambda index: str(index.name)):
                await connection.execute(CreateIndex(index, if_not_exists=True))


def _prepare_sqlite(engine: AsyncEngine) -> None:
    _make_folder(engine.url)
    event.listen(engine.sync_engine, "connect", _tune_sqlite)


def _make_folder(url: URL) -> None:
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)


def _tune_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - a driver's connection
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.close()
