"""One database behind SQLAlchemy's asynchronous engine: SQLite for one process, or PostgreSQL."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, event, text
from sqlalchemy.dialects.sqlite import insert as insert_into_sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.store.migrations import NewerSchemaError, migrate
from bot.texts.serve import describe_other_encoding

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Select, Table
    from sqlalchemy.dialects.postgresql import Insert as InsertIntoPostgreSQL
    from sqlalchemy.dialects.sqlite import Insert as InsertIntoSQLite
    from sqlalchemy.engine import URL
    from sqlalchemy.sql.dml import Insert

_BUSY_MS = 2_000
SQLITE_PRAGMAS = (f"PRAGMA busy_timeout={_BUSY_MS}", "PRAGMA synchronous=NORMAL")
"""What each connection to an SQLite file begins with."""

_PAUSE_SECONDS = 0.02
_POOL_SECONDS = 10
NETWORK = {
    "connect_timeout": 3,
    "tcp_user_timeout": 5_000,
    "keepalives_idle": 5,
    "keepalives_interval": 1,
    "keepalives_count": 3,
    "client_encoding": "utf8",
}
"""For libpq: give up a machine that does not answer after seconds, rather than hours.

https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS
"""
SCHEMA_LOCK = 0x54414E5941
"""What PostgreSQL locks while somebody makes or changes the tables."""


class StoreError(Exception):
    """The database can't be used; the message says why, without address or password."""


async def open_engine(url: str) -> AsyncEngine:
    """Open the database at `url`; make its tables, or bring those of an earlier release up to date.

    Args:
        url: as `create_async_engine` takes it, with an asynchronous driver. The folder of an
            SQLite file is made when it is missing.

    Raises:
        StoreError: when there is no such database, or it can't be written to.
    """
    try:
        address = make_url(url)
        is_remote = address.get_backend_name() == "postgresql"
        if is_remote:
            # In the address, for whatever else connects to it as this process.
            address = address.update_query_dict({"application_name": name_sessions(address)})
        # A failed statement is quoted in its error; without this, so are people's questions.
        engine = create_async_engine(
            address,
            hide_parameters=True,
            pool_pre_ping=True,
            pool_timeout=_POOL_SECONDS,
            connect_args=NETWORK if is_remote else {},
        )
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise StoreError(str(error)) from error
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    try:
        if engine.dialect.name == "sqlite":
            await _use_write_ahead_log(engine)
        await _prepare_schema(engine)
    except (SQLAlchemyError, OSError, NewerSchemaError, StoreError) as error:
        await engine.dispose()
        raise StoreError(str(getattr(error, "orig", None) or error)) from error
    return engine


def require_unicode(connection: Connection) -> None:
    """Hold that the database behind `connection` can keep every text as it is.

    Raises:
        StoreError: it is one of PostgreSQL in another encoding than UTF-8.
    """
    if connection.dialect.name == "postgresql":
        encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
        if encoding != "UTF8":
            raise StoreError(describe_other_encoding(encoding))


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
    insert = _insert_into(engine, table).values(**row)
    if not changes:
        return insert.on_conflict_do_nothing(index_elements=keys)
    return insert.on_conflict_do_update(index_elements=keys, set_=changes)


def insert_new(engine: AsyncEngine, table: Table, rows: Sequence[Mapping[str, object]]) -> Insert:
    """Return the statement that inserts those of `rows` whose primary keys are new."""
    keys = [column.name for column in table.primary_key]
    insert = _insert_into(engine, table).values(rows)
    return insert.on_conflict_do_nothing(index_elements=keys)


def _insert_into(engine: AsyncEngine, table: Table) -> InsertIntoSQLite | InsertIntoPostgreSQL:
    if engine.dialect.name == "sqlite":
        return insert_into_sqlite(table)
    # Most bots run beside SQLite, and have no use for it in memory.
    from sqlalchemy.dialects.postgresql import insert  # noqa: PLC0415

    return insert(table)


def prepare_upsert(
    engine: AsyncEngine,
    table: Table,
    changes: Mapping[str, object] | None = None,
    source: Select[Any] | None = None,
) -> Insert:
    """Return `upsert` for any row: its values are parameters named as the columns.

    Args:
        engine: the database, for its dialect.
        table: where to.
        changes: what an existing row gets instead: all of the new row by default.
        source: gives the row, by default from the parameters; none where it selects none.
    """
    names = list(table.c.keys())
    insert = _insert_into(engine, table)
    if source is None:
        insert = insert.values({name: bindparam(name) for name in names})
    else:
        insert = insert.from_select(names, source)
    keys = [column.name for column in table.primary_key]
    if changes is None:
        changes = {name: insert.excluded[name] for name in names if name not in keys}
    return insert.on_conflict_do_update(index_elements=keys, set_=changes)


def prepare_insert_new(
    engine: AsyncEngine, table: Table, source: Select[*tuple[Any, ...]] | None = None
) -> Insert:
    """Return `insert_new` for any row: its values are parameters named as the columns.

    With a `source`, that gives the rows.
    """
    keys = [column.name for column in table.primary_key]
    names = [column.name for column in table.columns]
    insert = _insert_into(engine, table)
    if source is None:
        insert = insert.values({name: bindparam(name) for name in names})
    else:
        insert = insert.from_select(names, source)
    return insert.on_conflict_do_nothing(index_elements=keys)


def clean_text(text: str) -> str:
    """Return `text` without what a database refuses: zeros and halves of surrogate pairs."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def name_sessions(url: URL) -> str:
    """Return a name for the sessions of this process in PostgreSQL.

    All but its last word is the same for every process that uses the same database.
    """
    given = str(url.query.get("application_name", "tanya-sirekap"))[:40]
    shared = hashlib.sha256(url.render_as_string().encode()).hexdigest()[:8]
    return f"{given} {shared} {secrets.token_hex(4)}"


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


async def _prepare_schema(engine: AsyncEngine) -> None:
    """Create or upgrade the tables, one replica after the other."""
    async with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            lock = text("SELECT pg_advisory_xact_lock(:key)")
            await connection.execute(lock, {"key": SCHEMA_LOCK})
        else:
            # The driver would begin at the first insert, after the tables were made.
            await connection.exec_driver_sql("BEGIN IMMEDIATE")
        await connection.run_sync(require_unicode)
        await connection.run_sync(migrate)


def _prepare_sqlite(engine: AsyncEngine) -> None:
    _make_folder(engine.url)
    event.listen(engine.sync_engine, "connect", _tune_sqlite)


def _make_folder(url: URL) -> None:
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)


def _tune_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - a driver's connection
    cursor = connection.cursor()
    for pragma in SQLITE_PRAGMAS:
        cursor.execute(pragma)
    cursor.close()
