"""The questions behind buttons, so that a button still works after a restart."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from bot.store.database import clean_text, upsert
from bot.store.schema import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.store.hashes import KeyedHash

QUESTION_SECONDS = 90 * 24 * 3600
"""How long a question is kept after its last use."""

_TOKEN_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the one before it where it only makes sense after that."""

    text: str
    previous: str | None = None


class QuestionBook:
    """Question texts by token."""

    def __init__(
        self, engine: AsyncEngine, hashes: KeyedHash, clock: Callable[[], float] = time.time
    ) -> None:
        """Keep questions in `engine`; `clock` returns seconds since 1970."""
        self._engine = engine
        self._hashes = hashes
        self._clock = clock

    async def remember(self, asked: Asked) -> str:
        """Keep one question; see `remember_all`."""
        return (await self.remember_all([asked]))[0]

    async def remember_all(self, questions: Sequence[Asked]) -> list[str]:
        """Keep each of `questions` for another 90 days and return their tokens.

        A token is 16 hexadecimal digits that only the holder of the privacy key can make. Equal
        questions have the same token, whoever asks.
        """
        questions = [_clean(asked) for asked in questions]
        tokens = [self._make_token(asked) for asked in questions]
        async with self._engine.begin() as connection:
            # Sorted: two that keep the same rows in another order would wait for each other.
            for token, asked in sorted(zip(tokens, questions, strict=True), key=_get_token):
                row = {
                    "token": token,
                    "text": asked.text,
                    "previous": asked.previous,
                    "used": int(self._clock()),
                }
                await connection.execute(upsert(self._engine, QUESTIONS, row))
        return tokens

    async def recall(self, token: str) -> Asked | None:
        """Return the question with `token`, or None when it expired or never was."""
        statement = select(QUESTIONS.c.text, QUESTIONS.c.previous).where(
            QUESTIONS.c.token == token, QUESTIONS.c.used > self._oldest()
        )
        async with self._engine.connect() as connection:
            row = (await connection.execute(statement)).one_or_none()
        return Asked(row.text, row.previous) if row else None

    async def purge(self) -> int:
        """Delete what expired and return how many questions that were."""
        async with self._engine.begin() as connection:
            expired = QUESTIONS.c.used <= self._oldest()
            return (await connection.execute(delete(QUESTIONS).where(expired))).rowcount

    def _make_token(self, asked: Asked) -> str:
        previous = () if asked.previous is None else (asked.previous,)
        return self._hashes.hash("question", asked.text, *previous)[:_TOKEN_DIGITS]

    def _oldest(self) -> int:
        return int(self._clock()) - QUESTION_SECONDS


def _clean(asked: Asked) -> Asked:
    previous = None if asked.previous is None else clean_text(asked.previous)
    return Asked(clean_text(asked.text), previous)


def _get_token(entry: tuple[str, Asked]) -> str:
    return entry[0]
