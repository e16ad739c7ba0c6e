"""Forgetting a person: every row that points to them, in whatever table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete

from bot.store.schema import METADATA

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.store.hashes import KeyedHash

OWNERS = ("person", "chat")
"""Columns that point to somebody; each holds a keyed hash for the purpose of its own name."""


async def forget(engine: AsyncEngine, hashes: KeyedHash, chat: int) -> int:
    """Delete all that is kept of the person of a private chat; return the number of rows."""
    deleted = 0
    async with engine.begin() as connection:
        for table in METADATA.sorted_tables:
            for owner in filter(table.c.__contains__, OWNERS):
                theirs = table.c[owner] == hashes.hash(owner, chat)
                deleted += (await connection.execute(delete(table).where(theirs))).rowcount
    return deleted
