"""Calls to Telegram: in their order, within its limits, and tried again after faults."""

from __future__ import annotations

import asyncio
import logging
import math
import random
from collections import OrderedDict
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.ext import BaseRateLimiter

from bot.chat.metrics import Metrics
from bot.chat.transport.pacing import Pace
from bot.chat.transport.requests import RequestFailure
from bot.chat.transport.urgency import Urgency, find_chat, makes_message
from bot.chat.transport.work import wait_for_telegram

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

_LOG = logging.getLogger(__name__)

_TRIES = {Urgency.AT_ONCE: 4, Urgency.ANSWER: 8, Urgency.NOTICE: 4, Urgency.BROADCAST: 4}
"""An answer is given up after half a minute, whoever waits for something else goes on sooner."""

_PAUSE = 0.4
_LONGEST_PAUSE = 15.0
_OUTAGE_SECONDS = 3600.0
"""For so long an answer waits for a Telegram that answers nobody at all."""

_PATIENCE = {
    Urgency.AT_ONCE: 5.0,
    Urgency.ANSWER: 30.0,
    Urgency.NOTICE: 600.0,
    Urgency.BROADCAST: 3600.0,
}
"""Seconds for which a call waits when Telegram asks to; beyond, it fails and frees its place."""

_MOST_GONE = 10_000


class Delivery(BaseRateLimiter[Urgency]):
    """Waits its turn, and repeats after faults.

    Calls are answers unless `rate_limit_args` says that they are notices or broadcasts; calls that
    concern no chat's limits, such as answers to callback and inline queries, never wait.

    Telegram has no way to mark a message as the same one. So what makes a new message is repeated
    only when it is certain that the former call had no effect: no connection was made, or the
    server answered with an error. After a lost answer the message may be there already.
    """

    def __init__(self, metrics: Metrics | None = None, *, is_limited: bool = True) -> None:
        """Begin with nothing sent; what is sent and what fails is counted in `metrics`.

        A server that is not Telegram's own may take more than 30 messages a second over all. Not
        `is_limited`, it is given as many as there are until it first asks to wait.
        """
        self._pace = Pace(is_limited=is_limited)
        self._gone: OrderedDict[int, None] = OrderedDict()
        self._succeeded = -math.inf
        self._metrics = metrics or Metrics()
        self._metrics.watch("calls_waiting", "Calls that wait for their turn", self._pace.count)

    def divide(self, parts: int) -> None:
        """Keep to one of `parts` of what Telegram allows over all: others send the rest."""
        self._pace.divide(parts)

    async def initialize(self) -> None:
        """Do nothing: there is nothing to open."""

    async def shutdown(self) -> None:
        """Do nothing: there is nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,  # noqa: ANN401 - the signature is python-telegram-bot's
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Urgency | None,
    ) -> Any:  # noqa: ANN401 - the same
        """Make the call in its turn, up to four times, an answer eight times, with growing pauses.

        While no call of anybody gets through, tries of an answer do not count, for an hour.

        Raises:
            Forbidden: for a notice to somebody who blocked the bot, also without a call.
            RetryAfter: when Telegram asks for more patience than the call has.
            TelegramError: that of the last try, or one that must not or need not be repeated.
        """
        with wait_for_telegram():
            call = partial(callback, *args, **kwargs)
            return await self._repeat(call, endpoint, data, rate_limit_args)

    async def _repeat(
        self,
        call: Callable[[], Awaitable[Any]],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Urgency | None,
    ) -> Any:  # noqa: ANN401 - whatever the method returns
        attempt, tries, number = 0, 0, self._pace.draw_number()
        began, failed = _now(), -math.inf
        while True:
            attempt += 1
            chat = find_chat(endpoint, data)
            urgency = Urgency.AT_ONCE if chat is None else rate_limit_args or Urgency.ANSWER
            if chat is not None:
                await self._wait_turn(number, chat, urgency, is_new=makes_message(endpoint))
            try:
                result = await call()
            except ChatMigrated as error:
                _move(data, error, is_last=attempt >= _TRIES[urgency])
            except TelegramError as error:
                self._note_failure(error, chat, urgency)
                pause = _find_pause(error, endpoint, urgency, attempt)
                if urgency is not Urgency.ANSWER or not self._is_out_of_reach(failed, began):
                    tries += 1
                if pause is None or tries == _TRIES[urgency]:
                    raise
                failed = _now()
                _LOG.debug("%s failed, again in %.1f s: %s", endpoint, pause, type(error).__name__)
                await asyncio.sleep(pause)
            else:
                self._succeeded = _now()
                self._gone.pop(chat or 0, None)
                self._metrics.note_sent(endpoint, self._succeeded)
                return result

    def _is_out_of_reach(self, failed: float, began: float) -> bool:
        """Tell whether nothing got through since a call `failed`, which `began` within an hour."""
        return self._succeeded < failed and _now() - began < _OUTAGE_SECONDS

    async def _wait_turn(self, number: int, chat: int, urgency: Urgency, *, is_new: bool) -> None:
        held = max(self._pace.measure_hold(chat), self._pace.measure_hold(urgency))
        if held > _PATIENCE[urgency]:
            raise RetryAfter(timedelta(seconds=held))
        await self._pace.wait_turn(number, chat, urgency, is_new=is_new)
        if urgency > Urgency.ANSWER and chat in self._gone:
            raise Forbidden("Forbidden: this chat was closed to the bot before")

    def _note_failure(self, error: TelegramError, chat: int | None, urgency: Urgency) -> None:
        """Hold back whom a flood wait concerns, and keep who wants no more messages."""
        self._metrics.count_error(error)
        if isinstance(error, RetryAfter):
            self._metrics.count_wait(_read_wait(error))
        if chat is None:
            return
        if isinstance(error, RetryAfter):
            self._pace.limit()
            self._pace.hold(chat, _read_wait(error))
            # What nobody waits for was too much over all; an answer only for its own chat.
            if urgency > Urgency.ANSWER:
                self._pace.hold(urgency, _read_wait(error))
        elif isinstance(error, Forbidden):
            self._gone[chat] = None
            if len(self._gone) > _MOST_GONE:
                self._gone.popitem(last=False)


def _find_pause(
    error: TelegramError, endpoint: str, urgency: Urgency, attempt: int
) -> float | None:
    """Return how many seconds to wait before the next try, or None for no other try."""
    if isinstance(error, RetryAfter):
        seconds = _read_wait(error)
        if seconds > _PATIENCE[urgency]:
            return None
        # What concerns a chat waits for its turn, in the order in which it came.
        return seconds if urgency is Urgency.AT_ONCE else 0.0
    if not isinstance(error, NetworkError) or isinstance(error, BadRequest):
        return None
    if makes_message(endpoint) and _may_have_arrived(error):
        return None
    # Chats that failed together should not come back together.
    jitter = random.uniform(0.5, 1.5)  # noqa: S311 - no secret
    return float(min(_PAUSE * 2 ** (attempt - 1), _LONGEST_PAUSE) * jitter)


def _read_wait(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _move(data: dict[str, Any], error: ChatMigrated, *, is_last: bool) -> None:
    """Address the call to the supergroup that the group has become, where no topic exists yet."""
    if is_last:
        raise error
    data["chat_id"] = error.new_chat_id
    data.pop("message_thread_id", None)


def _may_have_arrived(error: NetworkError) -> bool:
    # Any other cause is an answer of the server, such as 502.
    return isinstance(error.__cause__, RequestFailure) and error.__cause__.was_sent


def _now() -> float:
    return asyncio.get_running_loop().time()
