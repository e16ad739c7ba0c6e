"""Which answer the bot gave to which message, for as long as a question may be edited."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from bot.store.database import upsert
from bot.store.schema import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement, Row
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.store.hashes import KeyedHash

ANSWER_SECONDS = 2 * 24 * 3600
"""Telegram lets people edit a message for 48 hours: https://telegram.org/faq#q-can-i-edit-a-message"""


@dataclass(frozen=True, slots=True)
class SentAnswer:
    """An answer as it stands in a chat.

    `message` is its number in the chat; `token` that of its question, None for replies that
    answer none. Quotations `start` to `start + shown` are visible. `digest` identifies the
    content, so that an unchanged answer need not be edited.
    """

    message: int
    token: str | None
    start: int
    shown: int
    digest: str


class AnswerLog:
    """Answers by the message that asked; chats and messages are known by keyed hashes only."""

    def __init__(
        self, engine: AsyncEngine, hashes: KeyedHash, clock: Callable[[], float] = time.time
    ) -> None:
        """Keep answers in `engine`; `clock` returns seconds since 1970."""
        self._engine = engine
        self._hashes = hashes
        self._clock = clock

    async def record(self, chat: int, asked_in: int | str, answer: SentAnswer) -> None:
        """Keep `answer` for two days as the one to `asked_in`, in place of an earlier one.

        Args:
            chat: the chat's id.
            asked_in: the number of the message that asked, or a name for several that did.
            answer: what was sent.
        """
        row = {
            "question": self._hash_question(chat, asked_in),
            "chat": self._hashes.hash("chat", chat),
            "message": answer.message,
            "token": answer.token,
            "start": answer.start,
            "shown": answer.shown,
            "digest": answer.digest,
            "sent": int(self._clock()),
        }
        async with self._engine.begin() as connection:
            await connection.execute(upsert(self._engine, ANSWERS, row))

    async def find(self, chat: int, asked_in: int | str) -> SentAnswer | None:
        """Return the answer to the message `asked_in`."""
        return await self._select(ANSWERS.c.question == self._hash_question(chat, asked_in))

    async def find_sent(self, chat: int, message: int) -> SentAnswer | None:
        """Return the answer that the bot's own `message` holds."""
        in_chat = ANSWERS.c.chat == self._hashes.hash("chat", chat)
        return await self._select(in_chat & (ANSWERS.c.message == message))

    async def find_latest(self, chat: int, within: float = ANSWER_SECONDS) -> SentAnswer | None:
        """Return the newest answer to a question in the chat, not older than `within` seconds."""
        in_chat = ANSWERS.c.chat == self._hashes.hash("chat", chat)
        recent = ANSWERS.c.sent > int(self._clock() - within)
        return await self._select(in_chat & recent & ANSWERS.c.token.is_not(None))

    async def replace(self, chat: int, answer: SentAnswer) -> None:
        """Note that the bot's message `answer.message` now shows `answer`."""
        statement = (
            ANSWERS.update()
            .where(ANSWERS.c.chat == self._hashes.hash("chat", chat))
            .where(ANSWERS.c.message == answer.message)
            .values(
                token=answer.token, start=answer.start, shown=answer.shown, digest=answer.digest
            )
        )
        async with self._engine.begin() as connection:
            await connection.execute(statement)

    async def purge(self) -> int:
        """Delete what expired and return how many answers that were."""
        async with self._engine.begin() as connection:
            expired = ANSWERS.c.sent <= self._oldest()
            return (await connection.execute(delete(ANSWERS).where(expired))).rowcount

    async def _select(self, condition: ColumnElement[bool]) -> SentAnswer | None:
        statement = (
            select(ANSWERS)
            .where(condition, ANSWERS.c.sent > self._oldest())
            .order_by(ANSWERS.c.sent.desc(), ANSWERS.c.message.desc())
            .limit(1)
        )
        async with self._engine.connect() as connection:
            row = (await connection.execute(statement)).one_or_none()
        return _read_row(row) if row else None

    def _hash_question(self, chat: int, asked_in: int | str) -> str:
        return self._hashes.hash("asked in", chat, asked_in)

    def _oldest(self) -> int:
        return int(self._clock()) - ANSWER_SECONDS


def _read_row(row: Row[tuple[object, ...]]) -> SentAnswer:
    return SentAnswer(row.message, row.token, row.start, row.shown, row.digest)
