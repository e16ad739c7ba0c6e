"""What moderators decided about the questions that people let them have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from sqlalchemy import delete, select, true

from bot.store.insertions import upsert
from bot.store.lifetimes import DAY
from bot.store.schema import DECISIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import ColumnElement

    from bot.store.database import Database

_DECISION_SECONDS = 365 * DAY


class Decision(Enum):
    """What becomes of a question.

    `WANTED` still waits: somebody is looking for its article. The others end the waiting.
    """

    WANTED = "wanted"
    ANSWERED = "answered"
    OUTSIDE = "outside"
    SPAM = "spam"


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision; `article` is the key of what answers, if that is known; `at` is since 1970."""

    decision: Decision
    article: str = ""
    at: int = 0


class Decisions:
    """Decisions by the token of the question in the queue, each for a year."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        """Keep decisions in `database`; `clock` returns seconds since 1970."""
        self._database = database
        self._clock = clock

    async def put(self, tokens: Iterable[str], decision: Decision, article: str = "") -> None:
        """Decide about the questions `tokens`, in the place of what was decided before."""
        now = int(self._clock())
        row = {
            "decision": decision.value,
            "article": article,
            "decided": now,
            "expires": now + _DECISION_SECONDS,
        }
        # Sorted: two that decide about the same questions would wait for each other.
        rows = [{"token": token, **row} for token in sorted(tokens)]
        dialect = self._database.dialect
        await self._database.write(*(upsert(dialect, DECISIONS, each) for each in rows))

    async def drop(self, tokens: Iterable[str]) -> None:
        """Let the questions `tokens` wait again, as if nothing had been decided."""
        statement = delete(DECISIONS).where(DECISIONS.c.token.in_(list(tokens)))
        await self._database.write(statement)

    async def find(self, token: str) -> Decided | None:
        """Return what was decided about the question `token`."""
        return (await self._select(DECISIONS.c.token == token)).get(token)

    async def list_all(self) -> dict[str, Decided]:
        """Return all decisions by token."""
        return await self._select(true())

    async def _select(self, condition: ColumnElement[bool]) -> dict[str, Decided]:
        columns = DECISIONS.c
        statement = select(columns.token, columns.decision, columns.article, columns.decided).where(
            condition, columns.expires > int(self._clock())
        )
        rows = await self._database.read(statement)
        return {
            row.token: Decided(Decision(row.decision), row.article, row.decided) for row in rows
        }
