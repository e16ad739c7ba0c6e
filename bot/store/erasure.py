"""Forgetting a person: every row that points to them, in whatever table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, update

from bot.store.desk_schema import AUDIT, DRAFTS, INTENTS
from bot.store.schema import METADATA

if TYPE_CHECKING:
    from sqlalchemy import Delete, Table, Update
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.store.hashes import KeyedHash

OWNERS = ("person", "chat", "moderator")
"""Columns that point to somebody; each holds a keyed hash for the purpose of its own name."""

_BLANKED = {
    DRAFTS: {"moderator": "", "address": ""},
    INTENTS: {"moderator": ""},
    AUDIT: {"moderator": ""},
}
"""Tables whose rows are of use to all, so that only what points to the person is emptied."""


async def forget(engine: AsyncEngine, hashes: KeyedHash, chat: int) -> int:
    """Delete all that is kept of the person of a private chat; return the number of rows."""
    forgotten = 0
    async with engine.begin() as connection:
        for table in METADATA.sorted_tables:
            for owner in filter(table.c.__contains__, OWNERS):
                statement = _forget_in(table).where(table.c[owner] == hashes.hash(owner, chat))
                forgotten += (await connection.execute(statement)).rowcount
    return forgotten


def _forget_in(table: Table) -> Delete | Update:
    blanks = _BLANKED.get(table)
    return delete(table) if blanks is None else update(table).values(**blanks)
