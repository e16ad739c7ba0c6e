"""Insertions in the words of SQLite or PostgreSQL, which say in their own way what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam
from sqlalchemy.dialects.sqlite import insert as insert_into_sqlite

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Select, Table
    from sqlalchemy.dialects.postgresql import Insert as InsertIntoPostgreSQL
    from sqlalchemy.dialects.sqlite import Insert as InsertIntoSQLite
    from sqlalchemy.engine import Dialect
    from sqlalchemy.sql.dml import Insert


def upsert(
    dialect: Dialect,
    table: Table,
    row: Mapping[str, object] | None = None,
    *,
    changes: Mapping[str, object] | None = None,
    source: Select[*tuple[Any, ...]] | None = None,
) -> Insert:
    """Return the statement that inserts a row, or changes the one with the same primary key.

    Args:
        dialect: of the database.
        table: where to.
        row: a value for each column; by default, they are parameters named as the columns.
        changes: what an existing row gets instead: all of the new row by default.
        source: gives the row in its stead; none where it selects none.
    """
    insert = _insert_into(dialect, table, row, source)
    keys = [column.name for column in table.primary_key]
    if changes is None:
        rest = [column.name for column in table.columns if column.name not in keys]
        changes = {name: insert.excluded[name] for name in rest}
    return insert.on_conflict_do_update(index_elements=keys, set_=changes)


def insert_new(
    dialect: Dialect,
    table: Table,
    row: Mapping[str, object] | None = None,
    *,
    source: Select[*tuple[Any, ...]] | None = None,
) -> Insert:
    """Return the statement that inserts rows unless their primary keys are there; see `upsert`."""
    keys = [column.name for column in table.primary_key]
    return _insert_into(dialect, table, row, source).on_conflict_do_nothing(index_elements=keys)


def clean_text(text: str) -> str:
    """Return `text` without what a database refuses: zeros and halves of surrogate pairs."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _insert_into(
    dialect: Dialect,
    table: Table,
    row: Mapping[str, object] | None,
    source: Select[*tuple[Any, ...]] | None,
) -> InsertIntoSQLite | InsertIntoPostgreSQL:
    insert: InsertIntoSQLite | InsertIntoPostgreSQL = insert_into_sqlite(table)
    if dialect.name != "sqlite":
        # Most bots run beside SQLite, and have no use for it in memory.
        from sqlalchemy.dialects import postgresql  # noqa: PLC0415

        insert = postgresql.insert(table)
    names = table.c.keys()
    if source is not None:
        return insert.from_select(names, source)
    return insert.values(row or {name: bindparam(name) for name in names})
