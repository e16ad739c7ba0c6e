"""Citations that people found fault with, for the moderators."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, true

from bot.store.insertions import clean_text
from bot.store.lifetimes import KEPT
from bot.store.schema import REPORTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement

    from bot.store.database import Database


@dataclass(frozen=True, slots=True)
class Report:
    """A passage by its key, and what the person said about it, if anything.

    `id` and `at`, in seconds since 1970, are known of reports that are in the queue.
    """

    passage: str
    note: str = ""
    id: str = field(default="", compare=False)
    at: int = field(default=0, compare=False)


class ReportQueue:
    """The moderators' queue of reports; it never holds who reported."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        """Keep reports in `database`; `clock` returns seconds since 1970."""
        self._database = database
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
        await self._database.write(statement)

    async def list_all(self) -> list[Report]:
        """Return the reports, oldest first."""
        return await self._select(true())

    async def find(self, id_: str) -> Report | None:
        """Return the report with `id_`, unless it was closed or expired."""
        return next(iter(await self._select(REPORTS.c.id == id_)), None)

    async def close(self, id_: str) -> bool:
        """Delete the report with `id_`; return False if somebody else did before."""
        statement = delete(REPORTS).where(REPORTS.c.id == id_)
        return await self._database.write(statement) == 1

    async def _select(self, condition: ColumnElement[bool]) -> list[Report]:
        statement = (
            select(REPORTS.c.passage, REPORTS.c.note, REPORTS.c.id, REPORTS.c.reported)
            .where(condition, REPORTS.c.expires > int(self._clock()))
            .order_by(REPORTS.c.reported, REPORTS.c.id)
        )
        return [Report(*row) for row in await self._database.read(statement)]
