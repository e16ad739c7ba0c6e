"""Citations that people found fault with, for the moderators."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from bot.store.database import clean_text
from bot.store.lifetimes import KEPT
from bot.store.schema import REPORTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.ext.asyncio import AsyncEngine


@dataclass(frozen=True, slots=True)
class Report:
    """A passage by its key, and what the person said about it, if anything."""

    passage: str
    note: str = ""


class ReportQueue:
    """The moderators' queue of reports; it never holds who reported."""

    def __init__(self, engine: AsyncEngine, clock: Callable[[], float]) -> None:
        """Keep reports in `engine`; `clock` returns seconds since 1970."""
        self._engine = engine
        self._clock = clock

    async def submit(self, report: Report) -> None:
        """Keep `report` for 90 days."""
        now = int(self._clock())
        statement = insert(REPORTS).values(
            id=secrets.token_hex(8),
            passage=report.passage,
            note=clean_text(report.note),
            reported=now,
            expires=now + KEPT,
        )
        async with self._engine.begin() as connection:
            await connection.execute(statement)

    async def list_all(self) -> list[Report]:
        """Return the reports, oldest first."""
        statement = (
            select(REPORTS.c.passage, REPORTS.c.note)
            .where(REPORTS.c.expires > int(self._clock()))
            .order_by(REPORTS.c.reported, REPORTS.c.id)
        )
        async with self._engine.connect() as connection:
            return [Report(*row) for row in (await connection.execute(statement)).all()]
