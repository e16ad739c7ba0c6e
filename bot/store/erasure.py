"""Forgetting people: every row that points to them, in whatever table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, update

from bot.store.audit import COMMAND_LINE
from bot.store.desk_schema import AUDIT, DRAFTS, INTENTS
from bot.store.schema import GROUPS, METADATA, UNDER_WAY

if TYPE_CHECKING:
    from sqlalchemy import Connection, Delete, Table, Update

    from bot.store.database import Database
    from bot.store.hashes import KeyedHash

OWNERS = ("person", "chat", "moderator")
"""Columns that point to somebody; each holds a keyed hash for the purpose of its own name."""

_BLANKED = {
    DRAFTS: {"moderator": "", "address": ""},
    INTENTS: {"moderator": ""},
    AUDIT: {"moderator": ""},
}
"""Tables whose rows are of use to all, so that only what points to the person is emptied."""


async def forget(database: Database, hashes: KeyedHash, chat: int) -> int:
    """Delete all that is kept of the person of a private chat; return the number of rows."""
    return await database.write(
        *(
            blank_or_delete(table).where(table.c[owner] == hashes.hash(owner, chat))
            for table in METADATA.sorted_tables
            for owner in filter(table.c.__contains__, OWNERS)
        )
    )


def forget_everybody(connection: Connection) -> int:
    """Delete all that is kept of anybody or any group; return the number of rows."""
    forgotten = 0
    for table in METADATA.sorted_tables:
        owners = [table.c[owner] for owner in OWNERS if owner in table.c]
        if owners or table in {GROUPS, UNDER_WAY}:
            named = [owner.not_in(("", COMMAND_LINE)) for owner in owners]
            forgotten += connection.execute(blank_or_delete(table).where(*named)).rowcount
    return forgotten


def blank_or_delete(table: Table) -> Delete | Update:
    """Return the statement that forgets whom rows of `table` point to, all of them so far."""
    blanks = _BLANKED.get(table)
    return delete(table) if blanks is None else update(table).values(**blanks)
