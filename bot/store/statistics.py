"""Daily counts of what happened: numbers by day and name, without anybody's trace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.store.days import find_day
from bot.store.insertions import upsert
from bot.store.lifetimes import DAY
from bot.store.schema import STATISTICS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.store.database import Database

_STATISTICS_SECONDS = 365 * DAY
_LONGEST_NAME = 80
_FIRST_DAY = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class DailyCount:
    """How often something happened on a day of Jakarta."""

    day: date
    name: str
    count: int


class Statistics:
    """Counts by day and name, each for a year."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        """Keep counts in `database`; `clock` returns seconds since 1970."""
        self._database = database
        self._clock = clock

    def get_today(self) -> date:
        """Return the day that is counted for now."""
        return find_day(self._clock())

    async def add(self, counts: Mapping[str, int]) -> None:
        """Add `counts`, by name, to those of today, in one transaction."""
        day, now = (self.get_today() - _FIRST_DAY).days, int(self._clock())
        row = {"day": day, "expires": now + _STATISTICS_SECONDS}
        # Sorted: two replicas that count the same names would wait for each other.
        await self._database.write(
            *(
                upsert(
                    self._database.dialect,
                    STATISTICS,
                    {**row, "name": name[:_LONGEST_NAME], "count": count},
                    changes={"count": STATISTICS.c.count + count},
                )
                for name, count in sorted(counts.items())
            )
        )

    async def list_since(self, day: date) -> list[DailyCount]:
        """Return the counts of `day` and later, by day and name."""
        columns = STATISTICS.c
        statement = (
            select(columns.day, columns.name, columns.count)
            .where(columns.day >= (day - _FIRST_DAY).days, columns.expires > int(self._clock()))
            .order_by(columns.day, columns.name)
        )
        rows = await self._database.read(statement)
        return [DailyCount(_FIRST_DAY + timedelta(day), name, count) for day, name, count in rows]
