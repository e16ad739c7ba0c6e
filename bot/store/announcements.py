"""Which revisions of the corpus were already announced to those whom they concern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.store.insertions import upsert
from bot.store.lifetimes import KEPT
from bot.store.schema import ANNOUNCED

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.store.database import Database


class Announcements:
    """Announced revisions, each for 90 days; announcing one again after that tells no news."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        """Keep revisions in `database`; `clock` returns seconds since 1970."""
        self._database = database
        self._clock = clock

    async def note(self, revision: str) -> None:
        """Keep that `revision` was announced."""
        row = {"revision": revision[:64], "expires": int(self._clock()) + KEPT}
        await self._database.write(upsert(self._database.dialect, ANNOUNCED, row))

    async def has(self, revision: str) -> bool:
        """Tell whether `revision` was announced."""
        statement = select(ANNOUNCED.c.revision).where(
            ANNOUNCED.c.revision == revision[:64], ANNOUNCED.c.expires > int(self._clock())
        )
        return bool(await self._database.read(statement))
