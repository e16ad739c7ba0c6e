"""Keeping to Telegram's limits: who may write now, and who first.

The limits are those of https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this:
about 30 messages a second over all, one a second in a chat (short bursts are let through), and 20
a minute in a group. Telegram states the first for bulk notifications and enforces it for more than
those, unpredictably. Time is that of the event loop.
"""

from __future__ import annotations

import asyncio
import math
from bisect import bisect_right, insort
from collections import deque
from dataclasses import dataclass, field
from itertools import count

from bot.chat.transport.urgency import Urgency

_OVERALL = (30, 1.0)
_PRIVATE = (20, 20.0)
_GROUP = (20, 60.0)
_RUSH = 8
"""From more answers on that wait, it is a rush."""

_IN_A_ROW = 3
"""So many of them go at once then."""

_EVENLY = {Urgency.NOTICE: 25, Urgency.BROADCAST: 20}
"""Calls a second; these leave some of it to answers, which therefore do not wait for them."""

_MOST_CHATS = 1_024


class Window:
    """At most `limit` calls within any `seconds`."""

    def __init__(self, limit: int, seconds: float) -> None:
        """Begin with none."""
        self._seconds = seconds
        self._taken: deque[float] = deque(maxlen=limit)

    def change(self, limit: int, seconds: float) -> None:
        """Allow `limit` calls within any `seconds` from now on; those before count."""
        self._seconds = seconds
        self._taken = deque(self._taken, maxlen=limit)

    def find_next(self) -> float:
        """Return the time from which another call is allowed."""
        is_full = len(self._taken) == self._taken.maxlen
        return self._taken[0] + self._seconds if is_full else -math.inf

    def take(self, now: float) -> None:
        """Count a call."""
        self._taken.append(now)

    def is_idle(self, now: float) -> bool:
        """Tell whether no call counts any more."""
        return not self._taken or self._taken[-1] + self._seconds <= now


@dataclass(order=True, slots=True)
class _Waiter:
    urgency: Urgency
    number: int
    chat: int = field(compare=False)
    windows: tuple[Window, ...] = field(compare=False)
    turn: asyncio.Future[None] = field(compare=False)


class Pace:
    """Lets calls through as fast as the limits allow, the most urgent first.

    In a rush answers go from both ends in turn, as in `bot.chat.transport.ordering`, and evenly: a
    newcomer would wait for a second otherwise until the next thirty may go.
    """

    def __init__(self, *, is_limited: bool = True) -> None:
        """Begin with nobody waiting; without a limit over all only until `limit` is called."""
        self._overall = Window(*_OVERALL) if is_limited else None
        self._in_a_row = Window(*_space(*_OVERALL))
        self._classes = {urgency: Window(1, 1 / rate) for urgency, rate in _EVENLY.items()}
        self._parts = 1
        self._chats: dict[int, Window] = {}
        self._most_chats = _MOST_CHATS
        self._held: dict[tuple[type, int], float] = {}
        self._waiting: list[_Waiter] = []
        self._took_last = False
        self._numbers = count()
        self._timer: asyncio.TimerHandle | None = None

    def limit(self) -> None:
        """Keep to the limit over all from now on, if that was not so yet."""
        self._overall = self._overall or Window(*_divide(self._parts))

    def divide(self, parts: int) -> None:
        """Take one of so many equal parts of the limits over all; those of chats stay whole."""
        if parts == self._parts:
            return
        self._parts = parts
        if self._overall:
            self._overall.change(*_divide(parts))
        self._in_a_row.change(*_space(*_divide(parts)))
        for urgency, rate in _EVENLY.items():
            self._classes[urgency].change(1, parts / rate)
        self._admit()

    def count(self) -> int:
        """Return how many calls wait for their turn."""
        return len(self._waiting)

    def draw_number(self) -> int:
        """Return a number that says who came first; a call that is repeated keeps its own."""
        return next(self._numbers)

    async def wait_turn(self, number: int, chat: int, urgency: Urgency, *, is_new: bool) -> None:
        """Return when the call may be made.

        Args:
            number: its number, which `draw_number` gave.
            chat: the chat that it concerns.
            urgency: its class; within one, lower numbers go first.
            is_new: whether it makes a new message, and so counts for the limit of the chat.
        """
        turn = asyncio.get_running_loop().create_future()
        windows = tuple(self._list_windows(chat, urgency, is_new=is_new))
        waiter = _Waiter(urgency, number, chat, windows, turn)
        if not self._waiting and self._find_due(waiter) <= _now():
            self._let_through(waiter)
            return
        insort(self._waiting, waiter)
        self._admit()
        try:
            await turn
        finally:
            if waiter in self._waiting:
                self._waiting.remove(waiter)

    def hold(self, what: int | Urgency, seconds: float) -> None:
        """Let no call to a chat, or of a class, through for some seconds."""
        self._held[type(what), what] = max(_now() + seconds, self._find_end(what))

    def measure_hold(self, what: int | Urgency) -> float:
        """Return for how many more seconds a chat or a class is held back."""
        return max(0.0, self._find_end(what) - _now())

    def _find_end(self, what: int | Urgency) -> float:
        return self._held.get((type(what), what), -math.inf)

    def _list_windows(self, chat: int, urgency: Urgency, *, is_new: bool) -> list[Window]:
        windows = []
        if urgency in self._classes:
            windows.append(self._classes[urgency])
        if is_new:
            windows.append(self._find_chat_window(chat))
        return windows

    def _find_chat_window(self, chat: int) -> Window:
        if len(self._chats) > self._most_chats:
            self._forget_idle()
            # In a crowd nobody is idle yet, and each look at all of them would be in vain.
            self._most_chats = max(_MOST_CHATS, 2 * len(self._chats))
        # Groups and channels have negative ids: https://core.telegram.org/bots/api#chat
        return self._chats.setdefault(chat, Window(*(_GROUP if chat < 0 else _PRIVATE)))

    def _forget_idle(self) -> None:
        now = _now()
        self._chats = {key: chat for key, chat in self._chats.items() if not chat.is_idle(now)}
        self._held = {key: until for key, until in self._held.items() if until > now}

    def _admit(self) -> None:
        now, soonest = _now(), math.inf
        end = bisect_right(self._waiting, Urgency.ANSWER, key=_get_urgency)
        answers, others = self._waiting[:end], deque(self._waiting[end:])
        is_rush, gone = end > _RUSH, set()
        while answers or others:
            full_until = self._find_free(is_rush=is_rush)
            if full_until > now:
                # Nobody can go: a thousand who wait are not looked at one by one.
                soonest = min(soonest, full_until)
                break
            takes_last = is_rush and not self._took_last
            waiter = _take(answers, takes_last=takes_last) if answers else others.popleft()
            due = self._find_due(waiter)
            if due > now:
                soonest = min(soonest, due)
                continue
            self._let_through(waiter)
            self._took_last = takes_last
            gone.add(waiter.number)
        self._waiting = [each for each in self._waiting if each.number not in gone]
        self._wake_at(soonest)

    def _find_free(self, *, is_rush: bool) -> float:
        """Return the time from which any call is allowed."""
        if self._overall is None:
            return -math.inf
        next_free = self._overall.find_next()
        return max(next_free, self._in_a_row.find_next()) if is_rush else next_free

    def _let_through(self, waiter: _Waiter) -> None:
        now = _now()
        self._in_a_row.take(now)
        for window in (*waiter.windows, *((self._overall,) if self._overall else ())):
            window.take(now)
        if not waiter.turn.done():
            waiter.turn.set_result(None)

    def _find_due(self, waiter: _Waiter) -> float:
        overall = self._overall.find_next() if self._overall else -math.inf
        held = max(self._find_end(waiter.chat), self._find_end(waiter.urgency), overall)
        return max((held, *(window.find_next() for window in waiter.windows)))

    def _wake_at(self, when: float) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = None
        if when < math.inf:
            self._timer = asyncio.get_running_loop().call_at(when, self._admit)


def _take(waiting: list[_Waiter], *, takes_last: bool) -> _Waiter:
    """Take who is first or last; of the same chat, who came first."""
    if not takes_last:
        return waiting.pop(0)
    chat = waiting[-1].chat
    return waiting.pop(next(place for place, each in enumerate(waiting) if each.chat == chat))


def _get_urgency(waiter: _Waiter) -> Urgency:
    return waiter.urgency


def _space(limit: int, seconds: float) -> tuple[int, float]:
    few = min(_IN_A_ROW, limit)
    return few, seconds * few / limit


def _divide(parts: int) -> tuple[int, float]:
    limit, seconds = _OVERALL
    return (limit // parts, seconds) if parts <= limit else (1, seconds * parts / limit)


def _now() -> float:
    return asyncio.get_running_loop().time()
