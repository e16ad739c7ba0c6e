"""The journal of updates: which are new, which are under way, and which lost their replica."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from typing import TYPE_CHECKING

from bot.store import LEASE_SECONDS, ArrivedUpdate, StoreError

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.store.updates import UpdateLog

_LOG = logging.getLogger(__name__)

RENEW_SECONDS = LEASE_SECONDS / 4
_MOST_RECENT = 10_000


class Journal:
    """Writes down what arrives and what is handled, many updates in one transaction.

    While one transaction is under way, what comes meanwhile waits for the next. Without a working
    database, every update counts as new that is not among the latest of this replica: better
    answered twice than not at all.
    """

    def __init__(self, log: UpdateLog) -> None:
        """Write to `log`."""
        self._log = log
        self._arrived: list[tuple[ArrivedUpdate, asyncio.Future[bool]]] = []
        self._handled: set[int] = set()
        self._unwritten: set[int] = set()
        self._recent: OrderedDict[int, None] = OrderedDict()
        self._writing: asyncio.Task[None] | None = None

    async def enter(self, update: ArrivedUpdate) -> bool:
        """Write down that `update` arrived; return False when it did before, at any replica."""
        if update.id in self._recent:
            return False
        self._recent[update.id] = None
        if len(self._recent) > _MOST_RECENT:
            self._recent.popitem(last=False)
        is_new: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._arrived.append((update, is_new))
        self._write_soon()
        return await is_new

    def leave(self, identifier: int) -> None:
        """Write down, a little later, that an update is handled."""
        self._handled.add(identifier)
        self._write_soon()

    async def renew(self, ids: Collection[int]) -> list[bytes]:
        """Keep what is under way here, and return what another replica left behind."""
        try:
            if self._unwritten:
                await self._settle([], set())
            await self._log.renew(ids)
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
        self, arrived: list[tuple[ArrivedUpdate, asyncio.Future[bool]]], handled: set[int]
    ) -> None:
        fresh = frozenset(update.id for update, _ in arrived)
        self._unwritten |= handled
        done = frozenset(self._unwritten)
        try:
            fresh = await self._log.settle([update for update, _ in arrived], done)
            self._unwritten -= done
        except StoreError:
            _LOG.debug("%d updates are handled without a journal", len(arrived))
        finally:
            for update, is_new in arrived:
                if not is_new.done():
                    is_new.set_result(update.id in fresh)
