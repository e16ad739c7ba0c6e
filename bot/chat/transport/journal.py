"""The journal of updates: which are new, which are under way, and which lost their replica."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from typing import TYPE_CHECKING

from bot.store import LEASE_SECONDS, ArrivedUpdate, StoreError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.store.updates import UpdateLog

    _Entry = tuple[Sequence[ArrivedUpdate], asyncio.Future[frozenset[int]]]

_LOG = logging.getLogger(__name__)

RENEW_SECONDS = LEASE_SECONDS / 4
_MOST_RECENT = 30_000
_RENEWED_AT_ONCE = 500


class Journal:
    """Writes down what arrives and what is handled, many updates in one transaction.

    While one transaction is under way, what comes meanwhile waits for the next. Without a working
    database, every update counts as new that is not among the latest of this replica: better
    answered twice than not at all.
    """

    def __init__(self, log: UpdateLog) -> None:
        """Write to `log`."""
        self._log = log
        self._arrived: list[_Entry] = []
        self._handled: set[int] = set()
        self._unwritten: set[int] = set()
        self._recent: OrderedDict[int, None] = OrderedDict()
        self._writing: asyncio.Task[None] | None = None

    async def enter(self, updates: Sequence[ArrivedUpdate]) -> frozenset[int]:
        """Write down that `updates` arrived, and return the ids of those that did not before.

        Others may have arrived at any replica.
        """
        unknown = [update for update in updates if self._note(update.id)]
        if not unknown:
            return frozenset()
        fresh: asyncio.Future[frozenset[int]] = asyncio.get_running_loop().create_future()
        self._arrived.append((unknown, fresh))
        self._write_soon()
        return await fresh

    def leave(self, identifier: int) -> None:
        """Write down, a little later, that an update is handled."""
        self._handled.add(identifier)
        self._write_soon()

    async def renew(self, ids: Sequence[int]) -> None:
        """Keep what is under way here."""
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
            await self._log.release(unfinished)
        except StoreError:
            _LOG.debug("unfinished updates are free once their lease is over")

    def _note(self, identifier: int) -> bool:
        """Note an update, and tell whether it is not among the latest that were noted."""
        if identifier in self._recent:
            return False
        self._recent[identifier] = None
        if len(self._recent) > _MOST_RECENT:
            self._recent.popitem(last=False)
        return True

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

    async def _settle(self, arrived: Sequence[_Entry], handled: set[int]) -> None:
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
