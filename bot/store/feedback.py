"""Whether answers helped: counts per question and day, without anybody's trace."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from bot.store.database import upsert
from bot.store.lifetimes import DAY, KEPT
from bot.store.schema import FEEDBACK

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.ext.asyncio import AsyncEngine


class Verdict(Enum):
    """What somebody said of an answer; who says nothing is not counted."""

    HELPFUL = "helpful"
    UNHELPFUL = "unhelpful"
    WRONG_PASSAGE = "wrong-passage"
    NOT_ASKED = "not-asked"
    DISAGREE = "disagree"


class FeedbackCounts:
    """Verdicts by the token of the question."""

    def __init__(self, engine: AsyncEngine, clock: Callable[[], float]) -> None:
        """Keep counts in `engine`; `clock` returns seconds since 1970."""
        self._engine = engine
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
        counted = upsert(self._engine, FEEDBACK, row, {"count": FEEDBACK.c.count + 1})
        async with self._engine.begin() as connection:
            await connection.execute(counted)

    async def count(self, token: str | None = None) -> dict[Verdict, int]:
        """Return how often each verdict was given, on one question or on all of them."""
        statement = (
            select(FEEDBACK.c.verdict, func.sum(FEEDBACK.c.count))
            .where(FEEDBACK.c.expires > int(self._clock()))
            .group_by(FEEDBACK.c.verdict)
        )
        if token is not None:
            statement = statement.where(FEEDBACK.c.token == token)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(statement)).all()
        return {Verdict(verdict): int(count) for verdict, count in rows}
