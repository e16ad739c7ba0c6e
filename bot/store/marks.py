"""Marks that somebody did something, so that it counts once, or only so often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete

from bot.store.insertions import insert_new
from bot.store.ledger import Step
from bot.store.schema import MARKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.store.database import Database
    from bot.store.hashes import KeyedHash
    from bot.store.ledger import Ledger


class Marks:
    """Keyed hashes of what a person did, for as long as it must not happen again."""

    def __init__(
        self, database: Database, ledger: Ledger, hashes: KeyedHash, clock: Callable[[], float]
    ) -> None:
        """Keep marks in `database` by `ledger`; `clock` returns seconds since 1970."""
        self._ledger = ledger
        self._hashes = hashes
        self._clock = clock
        mark = MARKS.c.mark == bindparam("mark")
        self._clear = delete(MARKS).where(mark, MARKS.c.expires <= bindparam("now"))
        self._put = insert_new(database.dialect, MARKS).returning(MARKS.c.mark)
        self._lift = delete(MARKS).where(mark).returning(MARKS.c.mark)

    async def put(self, chat: int, deed: str, *, seconds: int) -> bool:
        """Mark that the person of a private chat did `deed`; return False if that was marked.

        Args:
            chat: the person's private chat.
            deed: what was done.
            seconds: how long it must not be done again.
        """
        now, mark = int(self._clock()), self._hashes.hash("deed", chat, deed)
        row = {
            "mark": mark,
            "person": self._hashes.hash("person", chat),
            "expires": now + seconds,
        }
        place = f"marks {mark}"
        clear = Step(self._clear, {"mark": mark, "now": now}, place)
        _, put = await self._ledger.run(clear, Step(self._put, row, place))
        return bool(put)

    async def lift(self, chat: int, deed: str) -> bool:
        """Forget that the person of a private chat did `deed`; return False if they did not."""
        mark = self._hashes.hash("deed", chat, deed)
        (lifted,) = await self._ledger.run(Step(self._lift, {"mark": mark}, f"marks {mark}"))
        return bool(lifted)
