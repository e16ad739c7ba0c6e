"""Updates from Telegram: each is handled once, by one replica, and none is lost on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography.fernet import InvalidToken
from sqlalchemy import delete, select

from bot.store.database import insert_new
from bot.store.lifetimes import DAY
from bot.store.schema import UNDER_WAY, UPDATES
from bot.store.sealing import derive_fernet

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from sqlalchemy.ext.asyncio import AsyncEngine

LEASE_SECONDS = 10
"""How long an update belongs to the replica that works on it, unless that one asks for more."""

_PURPOSE = b"tanya-sirekap update under way 1"
_MOST_TRIES = 3
_MOST_ORPHANS = 20


@dataclass(frozen=True, slots=True)
class ArrivedUpdate:
    """An update by its id; `body` is kept until it is handled, None when it must not be."""

    id: int
    body: bytes | None = None


class UpdateLog:
    """Ids of updates for a day, and the sealed bodies of those that are being worked on.

    Telegram repeats an update until it is confirmed, and for at most a day:
    https://core.telegram.org/bots/api#getting-updates. Ids say nothing about people.
    """

    def __init__(self, engine: AsyncEngine, key: bytes, clock: Callable[[], float]) -> None:
        """Keep updates in `engine`, sealed under the privacy key; `clock` returns seconds."""
        self._engine = engine
        self._fernet = derive_fernet(key, _PURPOSE)
        self._clock = clock

    async def settle(
        self, arrived: Sequence[ArrivedUpdate], handled: Collection[int]
    ) -> frozenset[int]:
        """Claim what arrived and forget the bodies of what is handled, in one transaction.

        Returns:
            The ids that nobody claimed before; the others are repeated.
        """
        now = int(self._clock())
        async with self._engine.begin() as connection:
            if handled:
                done = UNDER_WAY.c.id.in_(sorted(handled))
                await connection.execute(delete(UNDER_WAY).where(done))
            if not arrived:
                return frozenset()
            # Sorted: two that claim the same rows in another order would wait for each other.
            rows = [{"id": each, "expires": now + DAY} for each in sorted({a.id for a in arrived})]
            claim = insert_new(self._engine, UPDATES, rows).returning(UPDATES.c.id)
            fresh = frozenset((await connection.execute(claim)).scalars())
            kept = [self._seal(each, now) for each in arrived if each.body and each.id in fresh]
            if kept:
                await connection.execute(insert_new(self._engine, UNDER_WAY, kept))
        return fresh

    async def renew(self, ids: Collection[int]) -> None:
        """Keep what is being worked on for another while."""
        await self._lend(ids, int(self._clock()) + LEASE_SECONDS)

    async def release(self, ids: Collection[int]) -> None:
        """Leave what was not finished to whichever replica takes it over."""
        await self._lend(ids, 0)

    async def take_over(self) -> list[bytes]:
        """Claim some updates whose replica is gone, and return their bodies, oldest first.

        What was taken over three times already is dropped: it may be what ends the replicas.
        """
        now = int(self._clock())
        is_free = UNDER_WAY.c.free <= now
        oldest = select(UNDER_WAY.c.id).where(is_free).order_by(UNDER_WAY.c.id).limit(_MOST_ORPHANS)
        taken = (
            UNDER_WAY.update()
            .where(UNDER_WAY.c.id.in_(oldest.scalar_subquery()), is_free)
            .values(free=now + LEASE_SECONDS, tries=UNDER_WAY.c.tries + 1)
            .returning(UNDER_WAY.c.id, UNDER_WAY.c.body, UNDER_WAY.c.tries)
        )
        async with self._engine.begin() as connection:
            rows = sorted((await connection.execute(taken)).all(), key=lambda row: int(row.id))
            hopeless = [row.id for row in rows if row.tries > _MOST_TRIES]
            await connection.execute(delete(UNDER_WAY).where(UNDER_WAY.c.id.in_(hopeless)))
        bodies = [self._open(row.body) for row in rows if row.tries <= _MOST_TRIES]
        return [body for body in bodies if body]

    async def probe(self) -> None:
        """Write something, to see whether the database can be written to."""
        async with self._engine.begin() as connection:
            await connection.execute(delete(UPDATES).where(UPDATES.c.id == 0))
            rows = [{"id": 0, "expires": int(self._clock())}]
            await connection.execute(insert_new(self._engine, UPDATES, rows))

    async def _lend(self, ids: Collection[int], free: int) -> None:
        if not ids:
            return
        lent = UNDER_WAY.update().where(UNDER_WAY.c.id.in_(sorted(ids))).values(free=free)
        async with self._engine.begin() as connection:
            await connection.execute(lent)

    def _seal(self, update: ArrivedUpdate, now: int) -> dict[str, object]:
        return {
            "id": update.id,
            "body": self._fernet.encrypt(update.body or b"").decode(),
            "free": now + LEASE_SECONDS,
            "tries": 0,
            "expires": now + DAY,
        }

    def _open(self, sealed: str) -> bytes | None:
        try:
            return self._fernet.decrypt(sealed.encode())
        except InvalidToken:
            return None
