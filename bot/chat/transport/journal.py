"""The journal of updates: which are new, which are under way, and which lost their replica."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.store import LEASE_SECONDS, ArrivedUpdate, StoreError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.chat.transport.envelopes import Envelope
    from bot.store.updates import UpdateLog

    Fresh = asyncio.Future[frozenset[int]]
    """The ids of updates that nobody took before."""

_LOG = logging.getLogger(__name__)

RENEW_SECONDS = LEASE_SECONDS / 4
_MOST_RECENT = 30_000
_RENEWED_AT_ONCE = 500


@dataclass(slots=True, eq=False)
class Batch:
    """Updates that are written down together, as one row, and entered when one is to be handled.

    `envelopes` are told as soon as each is read by itself, before any is to be handled.
    """

    row: int
    envelopes: Sequence[Envelope] = ()
    fresh: Fresh | None = None


class Journal:
    """Writes down what arrives and what is handled, many updates in one transaction.

    While one transaction is under way, what comes meanwhile waits for the next. Without a working
    database, every update counts as new that is not among the latest of this replica: better
    answered twice than not at all.
    """

    def __init__(self, log: UpdateLog) -> None:
        """Write to `log`."""
        self._log = log
        self._arrived: list[tuple[Sequence[ArrivedUpdate], Fresh]] = []
        self._held: set[int] = set()
        self._handled: set[int] = set()
        self._unwritten: set[int] = set()
        self._recent: OrderedDict[int, None] = OrderedDict()
        self._writing: asyncio.Task[None] | None = None

    async def enter(self, updates: Sequence[ArrivedUpdate]) -> frozenset[int]:
        """Write down that `updates` arrived, and return the ids of those that did not before.

        Others may have arrived at any replica.
        """
        unknown = [update for update in updates if self.note(update.id)]
        return await self._begin_entry(unknown) if unknown else frozenset()

    def note(self, identifier: int) -> bool:
        """Note an update, and tell whether it is not among the latest that were noted."""
        if identifier in self._recent:
            return False
        self._recent[identifier] = None
        if len(self._recent) > _MOST_RECENT:
            self._recent.popitem(last=False)
        return True

    async def hold(self, first: int, bodies: bytes) -> Batch:
        """Write down at once that updates arrived, and leave for later which of them are new.

        Args:
            first: the id of the first of them.
            bodies: all of them, as a list in JSON.
        """
        batch = Batch(_find_row(first))
        self._held.add(batch.row)
        try:
            await self._log.hold(batch.row, bodies)
        except StoreError:
            _LOG.debug("updates wait without a journal")
        return batch

    async def is_new(self, identifier: int, batch: Batch) -> bool:
        """Tell whether nobody took this update of `batch` before; all of it is entered now."""
        if batch.fresh is None:
            updates = [ArrivedUpdate(each.id, each.body) for each in batch.envelopes]
            batch.fresh, batch.envelopes = self._begin_entry(updates), ()
            # In the same transaction: what is entered is kept by itself.
            self._handled.add(batch.row)
            self._held.remove(batch.row)
        return identifier in await batch.fresh

    def leave(self, identifier: int) -> None:
        """Write down, a little later, that an update is handled."""
        self._handled.add(identifier)
        self._write_soon()

    def leave_batch(self, first: int) -> None:
        """Write down that what was held is entered; `first` is the id of its first update."""
        row = _find_row(first)
        if row not in self._held:
            self.leave(row)

    async def renew(self, ids: Sequence[int]) -> None:
        """Keep what is under way here."""
        ids = (*ids, *self._held)
        try:
            if self._unwritten:
                await self._settle([], set())
            for start in range(0, len(ids), _RENEWED_AT_ONCE):
                await self._log.renew(ids[start : start + _RENEWED_AT_ONCE])
        except StoreError:
            _LOG.debug("no lease is renewed")

    async def take_over(self) -> list[bytes]:
        """Return some of what another replica left behind, the oldest first."""
        try:
            return await self._log.take_over()
        except StoreError:
            return []

    async def close(self, unfinished: Collection[int]) -> None:
        """Write all down that is not yet, and leave `unfinished` to others."""
        while self._writing:
            await self._writing
        try:
            await self._log.release((*unfinished, *self._held))
        except StoreError:
            _LOG.debug("unfinished updates are free once their lease is over")

    def _begin_entry(self, updates: Sequence[ArrivedUpdate]) -> Fresh:
        fresh: Fresh = asyncio.get_running_loop().create_future()
        self._arrived.append((updates, fresh))
        self._write_soon()
        return fresh

    def _write_soon(self) -> None:
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())

    async def _write(self) -> None:
        try:
            while self._arrived or self._handled:
                arrived, self._arrived = self._arrived, []
                handled, self._handled = self._handled, set()
                await self._settle(arrived, handled)
        finally:
            self._writing = None

    async def _settle(
        self, arrived: Sequence[tuple[Sequence[ArrivedUpdate], Fresh]], handled: set[int]
    ) -> None:
        updates = [update for entered, _ in arrived for update in entered]
        fresh = frozenset(update.id for update in updates)
        self._unwritten |= handled
        done = frozenset(self._unwritten)
        try:
            fresh = await self._log.settle(updates, done)
            self._unwritten -= done
        except StoreError:
            _LOG.debug("%d updates are handled without a journal", len(updates))
        finally:
            for entered, is_new in arrived:
                if not is_new.done():
                    is_new.set_result(fresh.intersection(update.id for update in entered))


def _find_row(first: int) -> int:
    """Return the row of a batch by the id of its first update; no update has such an id."""
    return -first
