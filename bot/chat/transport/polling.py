"""Long polling: updates are fetched, taken, and only then confirmed to Telegram."""

from __future__ import annotations

import asyncio
import json
import logging
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.chat.application import ALLOWED_UPDATES
from bot.chat.transport.under_way import AT_ONCE, Arrival
from bot.texts import serve as texts

if TYPE_CHECKING:
    from telegram import Bot

    from bot.chat.transport.arrivals import Arrivals
    from bot.chat.transport.envelopes import Json
    from bot.chat.transport.requests import PollingRequest
    from bot.chat.vitals import Vitals

_LOG = logging.getLogger(__name__)

_ALLOWED = json.dumps(ALLOWED_UPDATES)
_POLL_SECONDS = 10
_ANSWER_SECONDS = 10
_LAST_SECONDS = 1.0
_SHORTEST_PAUSE = 1.0
_LONGEST_PAUSE = 30.0


class Poller:
    """Fetches updates, as raw JSON: one that can't be read must not keep back all the others.

    What is fetched is confirmed by the next call, once it is taken: see
    https://core.telegram.org/bots/api#getupdates
    """

    def __init__(
        self, bot: Bot, request: PollingRequest, arrivals: Arrivals, vitals: Vitals
    ) -> None:
        """Fetch what is for `bot` by `request`."""
        self._bot = bot
        self._request = request
        self._arrivals = arrivals
        self._vitals = vitals
        self._offset = 0
        self._is_behind = False
        self._may_have_webhook = True
        self._stopping = asyncio.Event()
        self._running: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Fetch and take updates until `stop`, with growing pauses while that fails."""
        self._running = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Fetch nothing any more; what was fetched is still taken."""
        self._stopping.set()
        if self._running:
            await self._running

    async def confirm(self) -> None:
        """Tell Telegram which updates were taken; it would bring the last ones again otherwise."""
        if self._running is None:
            return
        try:
            async with asyncio.timeout(_LAST_SECONDS):
                await self._fetch(0, limit=1)
        except (TelegramError, TimeoutError) as error:
            _LOG.debug("the last updates are not confirmed: %s", type(error).__name__)

    async def _run(self) -> None:
        stopped = asyncio.create_task(self._stopping.wait())
        try:
            await self._go_on(stopped)
        finally:
            self._arrivals.line_up()
            stopped.cancel()

    async def _go_on(self, stopped: asyncio.Task[bool]) -> None:
        pause = 0.0
        while not self._stopping.is_set():
            turn = asyncio.create_task(self._fetch_in_turn(pause))
            # First the next are asked for: who is among them waits while others are lined up.
            await asyncio.sleep(0)
            self._arrivals.line_up()
            await asyncio.wait({turn, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if not turn.done():
                turn.cancel()
                await asyncio.wait({turn})
                return
            try:
                await self._take(turn.result())
            except InvalidToken:
                self._request.refused.set()
                return
            except TelegramError as error:
                _report(error)
                pause = _find_pause(error, pause)
            except Exception:  # noqa: BLE001 - a bot that fetches nothing any more is no use
                _LOG.exception(texts.describe_polling_fault(texts.UNKNOWN_FAULT))
                pause = _LONGEST_PAUSE
            else:
                pause = 0.0

    async def _fetch_in_turn(self, pause: float) -> list[Json]:
        if pause:
            self._arrivals.note_backlog(is_behind=False)
            await asyncio.sleep(pause)
        if self._may_have_webhook:
            await self._bot.delete_webhook(drop_pending_updates=False)
            self._may_have_webhook = False
        await self._arrivals.wait_for_room()
        # Little is begun until it is known whether there is more: that must not take long.
        return await self._fetch(0 if self._is_behind else _POLL_SECONDS, limit=AT_ONCE)

    async def _fetch(self, seconds: int, *, limit: int) -> list[Json]:
        query = {
            "offset": self._offset,
            "limit": limit,
            "timeout": seconds,
            "allowed_updates": _ALLOWED,
        }
        payload = await self._request.retrieve(
            f"{self._bot.base_url}/getUpdates?{urlencode(query)}",
            read_timeout=seconds + _ANSWER_SECONDS,
            # It is no file, which takes longer.
            write_timeout=0,
        )
        updates = self._request.parse_json_payload(payload).get("result")
        self._vitals.note_contact()
        if not isinstance(updates, list):
            raise TelegramError("Invalid server response")
        numbered = (each for each in updates if isinstance(each, dict))
        return [each for each in numbered if type(each.get("update_id")) is int]

    async def _take(self, updates: list[Json]) -> None:
        taken = await self._arrivals.take_all(updates, in_rush=self._is_behind)
        for update, arrival in zip(updates, taken, strict=True):
            # Not by a set: members of an enumeration are hashed slowly, and a rush has many.
            if arrival is Arrival.BUSY or arrival is Arrival.STOPPING:
                break
            self._offset = int(update["update_id"]) + 1
        self._is_behind = len(updates) == AT_ONCE
        self._arrivals.note_backlog(is_behind=self._is_behind)


def _report(error: TelegramError) -> None:
    if isinstance(error, Conflict):
        _LOG.error(texts.OTHER_INSTANCE)
    else:
        _LOG.warning(texts.describe_polling_fault(error.message))


def _find_pause(error: TelegramError, former: float) -> float:
    if isinstance(error, RetryAfter):
        wait = error.retry_after
        return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
    return min(max(_SHORTEST_PAUSE, former * 2), _LONGEST_PAUSE)
