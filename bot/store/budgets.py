"""Budgets: how much each person and group may ask, in a form that several replicas share."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

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
    from bot.store.ledger import Ledger, Rows

_MS = 1_000
_MOST_SPARE = 10_000


@dataclass(frozen=True, slots=True)
class Budget:
    """A token bucket: `burst` tokens at once, and another one every `seconds`."""

    name: str
    burst: int
    seconds: float


class Withdrawal(NamedTuple):
    """A token to be taken by `step`, from a bucket that is then full by `latest`, if it had one."""

    step: Step
    latest: int

    def is_covered(self, rows: Rows) -> bool:
        """Tell by the rows of the step whether there was a token."""
        return bool(rows[0][0] <= self.latest)


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
        withdrawal = self.withdraw(budget, spender)
        try:
            (rows,) = await self._ledger.run(withdrawal.step)
        except StoreError:
            return self.spend_spare(budget, spender)
        return withdrawal.is_covered(rows)

    def spend_spare(self, budget: Budget, spender: int) -> bool:
        """Spend as `spend` does while the database fails."""
        return self._spare.spend(budget, spender)

    def withdraw(self, budget: Budget, spender: int) -> Withdrawal:
        """Return what takes a token, to be run together with other steps."""
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
        return Withdrawal(Step(self._statement, values, place), now + budget.burst * step)


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
