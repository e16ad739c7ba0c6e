"""Which answer the bot gave to which message, for as long as a question may be edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select, update

from bot.store.insertions import upsert
from bot.store.ledger import Step
from bot.store.outage import neutral_when_down
from bot.store.schema import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.sql.dml import Update

    from bot.store.database import Database
    from bot.store.hashes import KeyedHash
    from bot.store.ledger import Ledger, Rows

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
    """Answers by the message that asked; chats and messages are known by keyed hashes only.

    While the database fails, none is known or kept.
    """

    def __init__(
        self, database: Database, ledger: Ledger, hashes: KeyedHash, clock: Callable[[], float]
    ) -> None:
        """Keep answers in `database` by `ledger`; `clock` returns seconds since 1970."""
        self._database = database
        self._ledger = ledger
        self._hashes = hashes
        self._clock = clock
        self._record = upsert(database.dialect, ANSWERS)
        in_chat = ANSWERS.c.chat == bindparam("in_chat")
        self._find = _prepare(ANSWERS.c.question == bindparam("asked"))
        self._find_sent = _prepare(in_chat & (ANSWERS.c.message == bindparam("number")))
        self._find_latest = _prepare(in_chat & ANSWERS.c.token.is_not(None))
        self._replace = _prepare_replacing()

    @neutral_when_down(None)
    async def record(self, chat: int, asked_in: int | str, answer: SentAnswer) -> None:
        """Keep `answer` for two days as the one to `asked_in`, in place of an earlier one.

        Args:
            chat: the chat's id.
            asked_in: the number of the message that asked, or a name for several that did.
            answer: what was sent.
        """
        await self._ledger.run(self.note(chat, asked_in, answer))

    def note(self, chat: int, asked_in: int | str, answer: SentAnswer) -> Step:
        """Return what keeps an answer, to be run together with other steps; see `record`."""
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
        return Step(self._record, row, f"answers {row['question']}")

    @neutral_when_down(None)
    async def find(self, chat: int, asked_in: int | str) -> SentAnswer | None:
        """Return the answer to the message `asked_in`."""
        return await self._select(self.look_up(chat, asked_in))

    @neutral_when_down(None)
    async def find_sent(self, chat: int, message: int) -> SentAnswer | None:
        """Return the answer that the bot's own `message` holds."""
        values = {"in_chat": self._hashes.hash("chat", chat), "number": message}
        return await self._select(Step(self._find_sent, {**values, "oldest": self._oldest()}))

    @neutral_when_down(None)
    async def find_latest(self, chat: int, within: float = ANSWER_SECONDS) -> SentAnswer | None:
        """Return the newest answer to a question in the chat, not older than `within` seconds."""
        return await self._select(self.look_up_latest(chat, within))

    @neutral_when_down(None)
    async def replace(self, chat: int, answer: SentAnswer) -> None:
        """Note that the bot's message `answer.message` now shows `answer`."""
        place = self._hashes.hash("chat", chat)
        values = {"in_chat": place, "number": answer.message, "new_token": answer.token}
        values |= {"new_start": answer.start, "new_shown": answer.shown, "new": answer.digest}
        await self._ledger.run(Step(self._replace, values, f"answers in {place}"))

    async def purge(self) -> int:
        """Delete what expired and return how many answers that were."""
        return await self._database.sweep(delete(ANSWERS).where(ANSWERS.c.sent <= self._oldest()))

    async def _select(self, step: Step) -> SentAnswer | None:
        (rows,) = await self._ledger.run(step)
        return read_answer(rows)

    def look_up(self, chat: int, asked_in: int | str) -> Step:
        """Return what finds the answer to a message, for `read_answer`; see `find`."""
        values = {"asked": self._hash_question(chat, asked_in), "oldest": self._oldest()}
        return Step(self._find, values)

    def look_up_latest(self, chat: int, within: float) -> Step:
        """Return what finds the newest answer, for `read_answer`; see `find_latest`."""
        oldest = max(int(self._clock() - within), self._oldest())
        values = {"in_chat": self._hashes.hash("chat", chat), "oldest": oldest}
        return Step(self._find_latest, values)

    def _hash_question(self, chat: int, asked_in: int | str) -> str:
        return self._hashes.hash("asked in", chat, asked_in)

    def _oldest(self) -> int:
        return int(self._clock()) - ANSWER_SECONDS


def read_answer(rows: Rows) -> SentAnswer | None:
    """Return what a look-up found."""
    return SentAnswer(*rows[0]) if rows else None


def _prepare_replacing() -> Update:
    columns = ANSWERS.c
    return (
        update(ANSWERS)
        .where(columns.chat == bindparam("in_chat"), columns.message == bindparam("number"))
        .values(
            token=bindparam("new_token", type_=columns.token.type),
            start=bindparam("new_start", type_=columns.start.type),
            shown=bindparam("new_shown", type_=columns.shown.type),
            digest=bindparam("new", type_=columns.digest.type),
        )
    )


def _prepare(condition: ColumnElement[bool]) -> Select[Any]:
    """Return the newest answer that fits and was sent after the parameter `oldest`."""
    columns = (ANSWERS.c.message, ANSWERS.c.token, ANSWERS.c.start, ANSWERS.c.shown)
    return (
        select(*columns, ANSWERS.c.digest)
        .where(condition, ANSWERS.c.sent > bindparam("oldest"))
        .order_by(ANSWERS.c.sent.desc(), ANSWERS.c.message.desc())
        .limit(1)
    )
