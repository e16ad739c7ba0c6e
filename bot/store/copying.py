"""A whole database of PostgreSQL as one SQLite file, and back: for archives, and for moving."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, func, insert, inspect, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from bot.store.desk_schema import AUDIT
from bot.store.migrations import HEAD, VERSION, NewerSchemaError, migrate
from bot.store.opening import NETWORK, SCHEMA_LOCK, require_unicode
from bot.store.outage import StoreError
from bot.store.schema import METADATA
from bot.texts import backups as texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

_ROWS = 1_000
"""How many are in memory at once."""


def copy_out(url: str, file: Path) -> bool:
    """Copy the database at `url`, as it is at one moment, into a new SQLite file.

    The bot may be running. Returns False, without a file, where nothing was ever stored.

    Raises:
        StoreError: the database can't be read, or was not written by this release.
    """
    with _reporting(), _open(url) as source, _open_file(file) as target:
        # One snapshot for all tables, which no writer waits for.
        snapshot = source.execution_options(isolation_level="REPEATABLE READ")
        with snapshot.connect() as ours:
            if not inspect(ours).has_table(VERSION.name):
                return False
            revision = ours.execute(select(VERSION.c.version_num)).scalar_one()
            if revision != HEAD:
                raise StoreError(texts.describe_other_schema(revision))
            with target.begin() as theirs:
                migrate(theirs)
                _copy_rows(ours, theirs)
    return True


def copy_in(file: Path, url: str, *, replace: bool) -> None:
    """Make the database at `url` hold what the SQLite `file` holds, all of it or nothing.

    What is there already is moved aside, into a schema of its own beside it.

    Args:
        file: of this or an earlier release; the latter is brought up to date.
        url: of a database in PostgreSQL.
        replace: whether what is there may be moved aside.

    Raises:
        StoreError: the database can't be written, something is there and may not move, or the
            file is of a later release.
    """
    with _reporting(), _open_file(file) as source, _open(url) as target:
        with source.begin() as theirs:
            migrate(theirs)
        with source.connect() as theirs, target.begin() as ours:
            require_unicode(ours)
            ours.execute(select(func.pg_advisory_xact_lock(SCHEMA_LOCK)))
            _put_aside(ours, replace=replace)
            migrate(ours)
            _copy_rows(theirs, ours)
            _continue_numbers(ours)


@contextmanager
def _reporting() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, NewerSchemaError) as error:
        raise StoreError(str(getattr(error, "orig", None) or error)) from error


@contextmanager
def _open(url: str | URL) -> Iterator[Engine]:
    is_remote = str(url).startswith("postgresql")
    engine = create_engine(url, hide_parameters=True, connect_args=NETWORK if is_remote else {})
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _open_file(file: Path) -> Iterator[Engine]:
    with _open(URL.create("sqlite", database=str(file))) as engine:
        yield engine


def _copy_rows(source: Connection, target: Connection) -> None:
    for table in METADATA.sorted_tables:
        rows = source.execution_options(yield_per=_ROWS).execute(select(table)).mappings()
        for part in rows.partitions():
            target.execute(insert(table), [dict(row) for row in part])


def _put_aside(connection: Connection, *, replace: bool) -> None:
    tables = inspect(connection)
    present = [name for name in (VERSION.name, *METADATA.tables) if tables.has_table(name)]
    if not present:
        return
    if not replace:
        raise StoreError(texts.DATABASE_PRESENT)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    aside = f'"{texts.ASIDE}-{stamp}"'
    connection.execute(text(f"CREATE SCHEMA {aside}"))
    for name in present:
        connection.execute(text(f'ALTER TABLE "{name}" SET SCHEMA {aside}'))
    if AUDIT.name in present:
        connection.execute(text(f"ALTER FUNCTION refuse_audit_change SET SCHEMA {aside}"))


def _continue_numbers(connection: Connection) -> None:
    """Let the next line of the audit log come after the last one that was copied."""
    sequence = func.pg_get_serial_sequence(AUDIT.name, AUDIT.c.number.name)
    last = select(func.max(AUDIT.c.number)).scalar_subquery()
    connection.execute(select(func.setval(sequence, last)).where(last.is_not(None)))
