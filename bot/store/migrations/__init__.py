"""The schema's way from each earlier release to this one, forwards only, without loss.

A new database gets today's tables at once and is marked as up to date; one of an earlier release
goes through every step since. To add a step, change `bot.store.schema`, write a module in
`versions`, and name it in `HEAD`; the tests compare both ways table by table.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Column, MetaData, String, Table, insert, inspect, select

from bot.store.schema import METADATA
from bot.texts.serve import describe_newer_schema

if TYPE_CHECKING:
    from sqlalchemy import Connection

HEAD = "0005"
"""The revision of `bot.store.schema`."""

_FIRST = "0001"
_FIRST_TABLE = "questions"
# As Alembic makes it: https://alembic.sqlalchemy.org/en/latest/api/runtime.html
VERSION = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))
"""Holds the revision of a database in its one row."""


class NewerSchemaError(Exception):
    """The database was written by a later release; the message says by which."""

    def __init__(self, revision: str) -> None:
        """Name the `revision` that this release does not know."""
        super().__init__(describe_newer_schema(revision))


def migrate(connection: Connection, target: str = HEAD) -> None:
    """Bring the database behind `connection` to the schema of this release.

    The caller's transaction makes it whole or not at all, in SQLite as in PostgreSQL.

    Args:
        connection: to the database, within a transaction that keeps other writers out.
        target: the revision to reach, which tests set to an earlier one.

    Raises:
        NewerSchemaError: when a later release wrote the database.
    """
    present = _find_revision(connection)
    if present == target:
        return
    if present is None and target == HEAD:
        METADATA.create_all(connection)
        _mark(connection, HEAD)
    else:
        _upgrade(connection, present, target)


def _find_revision(connection: Connection) -> str | None:
    """Return the revision of the database, or None for one without our tables."""
    tables = inspect(connection)
    if tables.has_table(VERSION.name):
        return connection.execute(select(VERSION.c.version_num)).scalar()
    if tables.has_table(_FIRST_TABLE):
        # The first release kept no revision.
        _mark(connection, _FIRST)
        return _FIRST
    return None


def _mark(connection: Connection, revision: str) -> None:
    VERSION.create(connection)
    connection.execute(insert(VERSION).values(version_num=revision))


def _upgrade(connection: Connection, present: str | None, target: str) -> None:
    # Not above: these take a quarter of a second that only an upgrade needs.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if present is not None and present not in known:
        raise NewerSchemaError(present)
    command.upgrade(config, target)
