"""The way to the database: found by its address, tuned, and brought up to date."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError, SQLAlchemyError

from bot.store.database import Database
from bot.store.migrations import NewerSchemaError, migrate
from bot.store.outage import StoreError
from bot.texts.serve import describe_other_encoding

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine import URL

_BUSY_MS = 2_000
SQLITE_PRAGMAS = (f"PRAGMA busy_timeout={_BUSY_MS}", "PRAGMA synchronous=NORMAL")
"""What each connection to an SQLite file begins with."""

_LOCK_TIMEOUT = "SET lock_timeout = '10s'"
"""What each to PostgreSQL begins with: no thread may wait for ever."""

_PAUSE_SECONDS = 0.02
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


async def open_database(url: str) -> Database:
    """Open the database at `url`; make its tables, or bring those of an earlier release up to date.

    Args:
        url: as `create_engine` takes it. The folder of an SQLite file is made when it is missing.

    Raises:
        StoreError: when there is no such database, or it can't be written to.
    """
    try:
        engine = _make_engine(make_url(url))
    except (ArgumentError, NoSuchModuleError, ImportError, OSError) as error:
        raise StoreError(str(error)) from error
    database = Database(engine)
    try:
        await _take_turn_at_schema(database)
    except BaseException as error:
        await database.close()
        if isinstance(error, (SQLAlchemyError, OSError, NewerSchemaError)):
            raise StoreError(str(getattr(error, "orig", None) or error)) from error
        raise
    return database


def require_unicode(connection: Connection) -> None:
    """Hold that the database behind `connection` can keep every text as it is.

    Raises:
        StoreError: it is one of PostgreSQL in another encoding than UTF-8.
    """
    if connection.dialect.name == "postgresql":
        encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
        if encoding != "UTF8":
            raise StoreError(describe_other_encoding(encoding))


def name_sessions(url: URL) -> str:
    """Return a name for the sessions of this process in PostgreSQL.

    All but its last word is the same for every process that uses the same database.
    """
    given = str(url.query.get("application_name", "tanya-sirekap"))[:40]
    shared = hashlib.sha256(url.render_as_string().encode()).hexdigest()[:8]
    return f"{given} {shared} {secrets.token_hex(4)}"


def _make_engine(address: URL) -> Engine:
    is_remote = address.get_backend_name() == "postgresql"
    if is_remote:
        # In the address, for whatever else connects to it as this process.
        address = address.update_query_dict({"application_name": name_sessions(address)})
    elif address.database and address.database != ":memory:":
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    # A failed statement is quoted in its error; without this, so are people's questions.
    engine = create_engine(
        address,
        hide_parameters=True,
        pool_pre_ping=True,
        connect_args=NETWORK if is_remote else {},
    )
    event.listen(engine, "connect", _tune_postgresql if is_remote else _tune_sqlite)
    return engine


async def _take_turn_at_schema(database: Database) -> None:
    """Create or upgrade the tables, one replica after the other.

    Who waits does not do so in the database, where nobody could call it off.
    """
    is_done = await database.attempt(_prepare_schema)
    while not is_done:
        await asyncio.sleep(_PAUSE_SECONDS)
        is_done = await database.attempt(_prepare_schema)


def _prepare_schema(connection: Connection) -> bool:
    """Create or upgrade the tables; return False while another replica does."""
    if connection.dialect.name == "postgresql":
        lock = text("SELECT pg_try_advisory_xact_lock(:key)")
        if not connection.execute(lock, {"key": SCHEMA_LOCK}).scalar_one():
            return False
    else:
        _use_write_ahead_log(connection)
        # The driver would begin at the first insert, after the tables were made.
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    require_unicode(connection)
    migrate(connection)
    return True


def _use_write_ahead_log(connection: Connection) -> None:
    """Let readers and the writer not wait for each other; the file keeps this setting.

    While another process opens the file, this fails at once, whatever the busy timeout is:
    https://www.sqlite.org/wal.html
    """
    ends = time.monotonic() + _BUSY_MS / 1_000
    while True:
        try:
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")
        except OperationalError as error:
            if "locked" not in str(error.orig) or time.monotonic() > ends:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def _tune_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - a driver's connection
    cursor = connection.cursor()
    for pragma in SQLITE_PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _tune_postgresql(connection: Any, _record: object) -> None:  # noqa: ANN401 - as above
    connection.execute(_LOCK_TIMEOUT)
    connection.commit()
