"""Triggers by which the database itself refuses to change or delete lines of the audit log.

The one change that passes is the emptying of who did it. Who may drop triggers or tables can of
course do so; the bot never does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

_KEPT = ("number", "intent", "at", "action", "key", "file", "before", "after", "undoes")
_REFUSAL = "the audit log only grows"


def protect_audit(_table: Table | None, connection: Connection, **_options: object) -> None:
    """Add the triggers to the audit log, which was just created."""
    if connection.dialect.name == "sqlite":
        statements = _list_sqlite_triggers()
    else:
        statements = _list_postgresql_triggers()
    for statement in statements:
        connection.execute(text(statement))


def _list_sqlite_triggers() -> tuple[str, ...]:
    same = " AND ".join(f'NEW."{name}" IS OLD."{name}"' for name in _KEPT)
    refuse = f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
    # INSERT OR REPLACE deletes without asking the trigger for deletions.
    there = "SELECT 1 FROM audit WHERE number = NEW.number OR intent = NEW.intent"
    return (
        f"CREATE TRIGGER audit_keeps_lines BEFORE DELETE ON audit {refuse}",
        (
            "CREATE TRIGGER audit_keeps_content BEFORE UPDATE ON audit "
            f"WHEN NOT (NEW.moderator = '' AND {same}) {refuse}"
        ),
        (
            f"CREATE TRIGGER audit_replaces_nothing BEFORE INSERT ON audit "
            f"WHEN EXISTS ({there}) {refuse}"
        ),
    )


def _list_postgresql_triggers() -> tuple[str, ...]:
    same = " AND ".join(f'NEW."{name}" IS NOT DISTINCT FROM OLD."{name}"' for name in _KEPT)
    return (
        f"""
        CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$
        """,
        (
            "CREATE TRIGGER audit_keeps_lines BEFORE DELETE OR TRUNCATE ON audit "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()"
        ),
        (
            "CREATE TRIGGER audit_keeps_content BEFORE UPDATE ON audit FOR EACH ROW "
            f"WHEN (NOT (NEW.moderator = '' AND {same})) EXECUTE FUNCTION refuse_audit_change()"
        ),
    )
