"""Budgets: how much each person and group may ask, in a form that several replicas share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import case

from bot.store.database import upsert
from bot.store.schema import BUDGETS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.store.hashes import KeyedHash

_MS = 1_000


@dataclass(frozen=True, slots=True)
class Budget:
    """A token bucket: `burst` tokens at once, and another one every `seconds`."""

    name: str
    burst: int
    seconds: float


class BudgetBook:
    """Token buckets, by keyed hashes of who spends from them.

    A bucket is kept as the moment at which it is full again (the "generic cell rate algorithm",
    https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm), so that one statement both takes a
    token and tells whether there was one, without a race between replicas.
    """

    def __init__(self, engine: AsyncEngine, hashes: KeyedHash, clock: Callable[[], float]) -> None:
        """Keep budgets in `engine`; `clock` returns seconds since 1970."""
        self._engine = engine
        self._hashes = hashes
        self._clock = clock

    async def spend(self, budget: Budget, spender: int) -> bool:
        """Take a token from the bucket of `spender`; return False when it was empty.

        Who goes on while it is empty falls one token behind, and no more.
        """
        now, step = int(self._clock() * _MS), int(budget.seconds * _MS)
        latest = now + (budget.burst + 1) * step
        row = {
            "person": self._hashes.hash("person", spender),
            "budget": budget.name,
            "full": now + step,
            "expires": latest // _MS + 1,
        }
        full = BUDGETS.c.full
        later = case((full <= now, now + step), (full + step > latest, latest), else_=full + step)
        changes = {"full": later, "expires": row["expires"]}
        spent = upsert(self._engine, BUDGETS, row, changes).returning(full)
        async with self._engine.begin() as connection:
            full_again: int = (await connection.execute(spent)).scalar_one()
        return full_again <= now + budget.burst * step
