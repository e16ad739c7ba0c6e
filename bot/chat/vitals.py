"""What the bot needs to answer, and whether it has that just now."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from telegram.error import InvalidToken, TelegramError

from bot.store import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram import Bot

    from bot.chat.host import Host
    from bot.store import Memory

_LOG = logging.getLogger(__name__)

_LATELY_SECONDS = 60.0
_QUIET_SECONDS = 20.0
_LOOK_SECONDS = 1.0
_PROBE_SECONDS = 15.0


class Vitals:
    """Watches corpus, database and Telegram, whatever people do meanwhile."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin without any contact; `clock` returns seconds."""
        self._clock = clock
        self._contact = -_LATELY_SECONDS
        self._stopped: float | None = None

    def note_contact(self) -> None:
        """Note that Telegram answered."""
        self._contact = self._clock()

    def note_stop(self) -> None:
        """Note that the bot takes nothing any more."""
        if self._stopped is None:
            self._stopped = self._clock()

    @property
    def stopping_seconds(self) -> float:
        """For how long the bot has been stopping."""
        return 0.0 if self._stopped is None else self._clock() - self._stopped

    def list_troubles(self, host: Host) -> dict[str, str]:
        """Return what is missing, by name, with a reason; nothing when the bot is ready."""
        troubles = {}
        if self._stopped is not None:
            troubles["bot"] = "stopping"
        if not host.answerer.corpus.articles:
            troubles["corpus"] = "not loaded"
        if host.memory.outage.is_on:
            troubles["store"] = "fails"
        if self._clock() - self._contact > _LATELY_SECONDS:
            troubles["telegram"] = "not reached lately"
        return troubles

    async def watch(self, bot: Bot, host: Host, refused: asyncio.Event) -> None:
        """Look after the database and Telegram for ever; set `refused` if the token is."""
        # Unlike gather, a group that is cancelled waits for all of its tasks: one that is left over
        # would wait for an answer of a database that is closed.
        async with asyncio.TaskGroup() as group:
            group.create_task(self._watch_store(host.memory))
            group.create_task(self._watch_telegram(bot, refused))

    async def _watch_store(self, memory: Memory) -> None:
        """Try the database each second during an outage, so that nobody's question has to.

        It is tried now and then at other times, so that an outage is noticed while nobody asks.
        """
        probed = self._clock()
        # A bot that stops has no time to look whether the database is back.
        while self._stopped is None:
            await asyncio.sleep(_LOOK_SECONDS)
            if memory.outage.is_on or self._clock() - probed > _PROBE_SECONDS:
                probed = self._clock()
                with suppress(StoreError):
                    await memory.probe()

    async def _watch_telegram(self, bot: Bot, refused: asyncio.Event) -> None:
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            if self._clock() - self._contact > _QUIET_SECONDS:
                try:
                    await bot.get_me()
                except InvalidToken:
                    refused.set()
                except TelegramError as error:
                    _LOG.debug("Telegram is not reached: %s", type(error).__name__)
                else:
                    self.note_contact()
