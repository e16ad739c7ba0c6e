"""Marks that somebody did something, so that it counts once, or only so often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete

from bot.store.database import upsert
from bot.store.schema import MARKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.store.hashes import KeyedHash


class Marks:
    """Keyed hashes of what a person did, for as long as it must not happen again."""

    def __init__(self, engine: AsyncEngine, hashes: KeyedHash, clock: Callable[[], float]) -> None:
        """Keep marks in `engine`; `clock` returns seconds since 1970."""
        self._engine = engine
        self._hashes = hashes
        self._clock = clock

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
        async with self._engine.begin() as connection:
            over = (MARKS.c.mark == mark) & (MARKS.c.expires <= now)
            await connection.execute(delete(MARKS).where(over))
            put = upsert(self._engine, MARKS, row, {}).returning(MARKS.c.mark)
            return (await connection.execute(put)).first() is not None

    async def lift(self, chat: int, deed: str) -> bool:
        """Forget that the person of a private chat did `deed`; return False if they did not."""
        mark = self._hashes.hash("deed", chat, deed)
        async with self._engine.begin() as connection:
            lifted = await connection.execute(delete(MARKS).where(MARKS.c.mark == mark))
        return lifted.rowcount == 1
