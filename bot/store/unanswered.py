"""Questions that nothing answered, kept for the moderators with the consent of who asked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.store.insertions import clean_text, upsert
from bot.store.lifetimes import KEPT
from bot.store.schema import UNANSWERED

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement

    from bot.store.database import Database
    from bot.store.hashes import KeyedHash

_TOKEN_DIGITS = 16
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class UnansweredQuestion:
    """A question in the queue, how often it was sent, and when last, in seconds since 1970."""

    token: str
    text: str
    times: int
    latest: int = field(default=0, compare=False)


class UnansweredQueue:
    """The moderators' queue of questions; it never holds who sent them."""

    def __init__(self, database: Database, hashes: KeyedHash, clock: Callable[[], float]) -> None:
        """Keep questions in `database`; `clock` returns seconds since 1970."""
        self._database = database
        self._hashes = hashes
        self._clock = clock

    def find_token(self, text: str) -> str:
        """Return the token that the question `text` has in this queue.

        Capitals, spaces and punctuation make no other question.
        """
        words = " ".join(_WORD.findall(text.casefold()))
        return self._hashes.hash("unanswered", words or text)[:_TOKEN_DIGITS]

    async def submit(self, text: str) -> str:
        """Keep the question for another 90 days, count it, and return its token."""
        token, expires = self.find_token(text), int(self._clock()) + KEPT
        row = {"token": token, "text": clean_text(text), "times": 1, "expires": expires}
        changes = {"times": UNANSWERED.c.times + 1, "expires": expires}
        await self._database.write(upsert(self._database.dialect, UNANSWERED, row, changes=changes))
        return token

    async def recall(self, token: str) -> UnansweredQuestion | None:
        """Return the question with `token`, unless it expired or never was."""
        return next(iter(await self._select(UNANSWERED.c.token == token)), None)

    async def list_all(self) -> list[UnansweredQuestion]:
        """Return the questions, those that were sent most often first."""
        return await self._select(UNANSWERED.c.times > 0)

    async def _select(self, condition: ColumnElement[bool]) -> list[UnansweredQuestion]:
        statement = (
            select(
                UNANSWERED.c.token,
                UNANSWERED.c.text,
                UNANSWERED.c.times,
                UNANSWERED.c.expires - KEPT,
            )
            .where(condition, UNANSWERED.c.expires > int(self._clock()))
            .order_by(UNANSWERED.c.times.desc(), UNANSWERED.c.token)
        )
        rows = await self._database.read(statement)
        return [UnansweredQuestion(*row) for row in rows]
