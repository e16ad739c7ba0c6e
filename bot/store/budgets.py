"""Budgets: how much each person and group may ask, in a form that several replicas share."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, case

from bot.store.insertions import upsert
from bot.store.ledger import Step
from bot.store.outage import StoreError
from bot.store.schema import BUDGETS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.engine import Dialect
    from sqlalchemy.sql.dml import ReturningInsert

    from bot.store.database import Database
    from bot.store.hashes import KeyedHash
    from bot.store.ledger import Ledger

_MS = 1_000
_MOST_SPARE = 10_000


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

    def __init__(
        self, database: Database, ledger: Ledger, hashes: KeyedHash, clock: Callable[[], float]
    ) -> None:
        """Keep budgets in `database` by `ledger`; `clock` returns seconds since 1970."""
        self._ledger = ledger
        self._hashes = hashes
        self._clock = clock
        self._statement = _prepare_spending(database.dialect)
        self._spare = _SpareBuckets(clock)

    async def spend(self, budget: Budget, spender: int) -> bool:
        """Take a token from the bucket of `spender`; return False when it was empty.

        Who goes on while it is empty falls one token behind, and no more. While the database
        fails, this process counts by itself.
        """
        try:
            return await self._spend(budget, spender)
        except StoreError:
            return self._spare.spend(budget, spender)

    async def _spend(self, budget: Budget, spender: int) -> bool:
        now, step = int(self._clock() * _MS), int(budget.seconds * _MS)
        latest = now + (budget.burst + 1) * step
        values = {
            "person": self._hashes.hash("person", spender),
            "budget": budget.name,
            "full": now + step,
            "expires": latest // _MS + 1,
            "now": now,
            "step": step,
            "latest": latest,
        }
        place = f"budgets {values['person']} {budget.name}"
        ((rows,),) = await self._ledger.run(Step(self._statement, values, place))
        full_again: int = rows[0]
        return full_again <= now + budget.burst * step


def _prepare_spending(dialect: Dialect) -> ReturningInsert[tuple[int]]:
    full = BUDGETS.c.full
    now, step, latest = (bindparam(name, type_=full.type) for name in ("now", "step", "latest"))
    later = case((full <= now, now + step), (full + step > latest, latest), else_=full + step)
    changes = {"full": later, "expires": bindparam("expires", type_=BUDGETS.c.expires.type)}
    return upsert(dialect, BUDGETS, changes=changes).returning(full)


class _SpareBuckets:
    """The same buckets in this process only, for the latest ten thousand who spend."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._full: OrderedDict[tuple[str, int], float] = OrderedDict()

    def spend(self, budget: Budget, spender: int) -> bool:
        now, owner = self._clock(), (budget.name, spender)
        latest = now + (budget.burst + 1) * budget.seconds
        full = min(max(self._full.pop(owner, now), now) + budget.seconds, latest)
        self._full[owner] = full
        if len(self._full) > _MOST_SPARE:
            self._full.popitem(last=False)
        return full <= now + budget.burst * budget.seconds
