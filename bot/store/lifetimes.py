"""How long things are kept, and the deletion of what expired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete

from bot.store.schema import METADATA

if TYPE_CHECKING:
    from bot.store.database import Database

DAY = 24 * 3600
KEPT = 90 * DAY
"""Seconds that most things are kept."""


async def purge_expired(database: Database, now: int) -> int:
    """Delete every row whose own time is over and return how many there were."""
    tables = [table for table in METADATA.sorted_tables if "expires" in table.c]
    return await database.sweep(*(delete(each).where(each.c.expires <= now) for each in tables))
