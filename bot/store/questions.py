"""The questions behind buttons, so that a button still works after a restart."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select

from bot.store.insertions import clean_text, upsert
from bot.store.ledger import Step
from bot.store.schema import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.store.database import Database
    from bot.store.hashes import KeyedHash
    from bot.store.ledger import Ledger

QUESTION_SECONDS = 90 * 24 * 3600
"""How long a question is kept after its last use."""

_TOKEN_DIGITS = 16

_RECENT_SECONDS = 3600
"""For so long a question that was kept is not written again: what many ask is in every answer."""

_MOST_RECENT = 4_096


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the one before it where it only makes sense after that."""

    text: str
    previous: str | None = None


class QuestionBook:
    """Question texts by token."""

    def __init__(
        self, database: Database, ledger: Ledger, hashes: KeyedHash, clock: Callable[[], float]
    ) -> None:
        """Keep questions in `database` by `ledger`; `clock` returns seconds since 1970."""
        self._database = database
        self._ledger = ledger
        self._hashes = hashes
        self._clock = clock
        self._keep = upsert(database.dialect, QUESTIONS)
        self._recent: OrderedDict[object, int] = OrderedDict()
        self._recall = select(QUESTIONS.c.text, QUESTIONS.c.previous).where(
            QUESTIONS.c.token == bindparam("token"), QUESTIONS.c.used > bindparam("oldest")
        )

    async def remember(self, asked: Asked) -> str:
        """Keep one question; see `remember_all`."""
        return (await self.remember_all([asked]))[0]

    async def remember_all(self, questions: Sequence[Asked]) -> list[str]:
        """Keep each of `questions` for another 90 days, to the hour, and return their tokens.

        A token is 16 hexadecimal digits that only the holder of the privacy key can make. Equal
        questions have the same token, whoever asks.
        """
        identified = self.identify(questions)
        await self.keep(identified)
        return [token for token, _ in identified]

    def identify(self, questions: Iterable[Asked]) -> list[tuple[str, Asked]]:
        """Return each of `questions` as it can be kept, with its token."""
        return [(self._make_token(asked), asked) for asked in map(_clean, questions)]

    async def keep(self, identified: Iterable[tuple[str, Asked]]) -> None:
        """Keep what `identify` returned, as `remember_all` does."""
        used = int(self._clock())
        steps = [
            Step(
                self._keep,
                {"token": token, "text": asked.text, "previous": asked.previous, "used": used},
                f"questions {token}",
            )
            for token, asked in dict(identified).items()
            if used - self._recent.get(token, -_RECENT_SECONDS) >= _RECENT_SECONDS
        ]
        # Also without any: while the database fails, no button is to be promised.
        await self._ledger.run(*steps)
        self._note([step.values["token"] for step in steps], used)

    async def recall(self, token: str) -> Asked | None:
        """Return the question with `token`, or None when it expired or never was."""
        values = {"token": token, "oldest": self._oldest()}
        (rows,) = await self._ledger.run(Step(self._recall, values))
        return Asked(*rows[0]) if rows else None

    async def purge(self) -> int:
        """Delete what expired and return how many questions that were."""
        return await self._database.sweep(
            delete(QUESTIONS).where(QUESTIONS.c.used <= self._oldest())
        )

    def _note(self, tokens: Iterable[object], used: int) -> None:
        for token in tokens:
            self._recent[token] = used
            self._recent.move_to_end(token)
        while len(self._recent) > _MOST_RECENT:
            self._recent.popitem(last=False)

    def _make_token(self, asked: Asked) -> str:
        previous = () if asked.previous is None else (asked.previous,)
        return self._hashes.hash("question", asked.text, *previous)[:_TOKEN_DIGITS]

    def _oldest(self) -> int:
        return int(self._clock()) - QUESTION_SECONDS


def _clean(asked: Asked) -> Asked:
    previous = None if asked.previous is None else clean_text(asked.previous)
    return Asked(clean_text(asked.text), previous)
