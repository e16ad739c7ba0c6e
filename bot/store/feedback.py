"""Whether answers helped: counts per question and day, without anybody's trace."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from bot.store.insertions import upsert
from bot.store.lifetimes import DAY, KEPT
from bot.store.schema import FEEDBACK

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.store.database import Database


class Verdict(Enum):
    """What somebody said of an answer; who says nothing is not counted."""

    HELPFUL = "helpful"
    UNHELPFUL = "unhelpful"
    WRONG_PASSAGE = "wrong-passage"
    NOT_ASKED = "not-asked"
    DISAGREE = "disagree"


class FeedbackCounts:
    """Verdicts by the token of the question."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        """Keep counts in `database`; `clock` returns seconds since 1970."""
        self._database = database
        self._clock = clock

    async def add(self, token: str, verdict: Verdict) -> None:
        """Count one more `verdict` on the answer to a question, for 90 days."""
        now = int(self._clock())
        row = {
            "token": token,
            "day": now // DAY,
            "verdict": verdict.value,
            "count": 1,
            "expires": now + KEPT,
        }
        changes = {"count": FEEDBACK.c.count + 1}
        await self._database.write(upsert(self._database.dialect, FEEDBACK, row, changes=changes))

    async def count(self, token: str | None = None) -> dict[Verdict, int]:
        """Return how often each verdict was given, on one question or on all of them."""
        statement = (
            select(FEEDBACK.c.verdict, func.sum(FEEDBACK.c.count))
            .where(FEEDBACK.c.expires > int(self._clock()))
            .group_by(FEEDBACK.c.verdict)
        )
        if token is not None:
            statement = statement.where(FEEDBACK.c.token == token)
        rows = await self._database.read(statement)
        return {Verdict(verdict): int(count) for verdict, count in rows}
