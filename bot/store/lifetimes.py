"""How long things are kept, and the deletion of what expired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete

from bot.store.schema import METADATA

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

DAY = 24 * 3600
KEPT = 90 * DAY
"""Seconds that most things are kept."""


async def purge_expired(engine: AsyncEngine, now: int) -> int:
    """Delete every row whose own time is over and return how many there were."""
    deleted = 0
    async with engine.begin() as connection:
        for table in METADATA.sorted_tables:
            if "expires" in table.c:
                expired = delete(table).where(table.c.expires <= now)
                deleted += (await connection.execute(expired)).rowcount
    return deleted
