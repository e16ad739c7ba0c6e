"""Lanes to the handlers: how many updates are under way at once, and how they are begun."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from bot.chat.transport.ordering import Turns
from bot.chat.transport.work import Bench, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Hashable, Sequence

    from bot.chat.transport.envelopes import Envelope

    Handle = Callable[[Envelope], Coroutine[Any, Any, None]]

MESSAGES_AT_ONCE = 128
QUERIES_AT_ONCE = 64

_ALL = max(MESSAGES_AT_ONCE, QUERIES_AT_ONCE)
_AT_WORK = 12
_WHILE_BEHIND = ((0.01, 1), (0.25, _ALL))
"""From how many seconds of a fetch on how many may be under way.

A fetch that takes longer waits for the network, while there is time to answer.
"""


class Lane:
    """Updates that share places; of those in one line, one after the other is handled.

    Most of the places are for those that wait for Telegram; few are worked on at once.
    """

    def __init__(self, places: int, handle: Handle, drop: Callable[[Envelope], None]) -> None:
        """Let `handle` handle so many updates at once, and `drop` those that are outdated."""
        self._places = places
        self._handle = handle
        self._drop = drop
        self._turns: Turns[Envelope] = Turns()
        self._typed: dict[int, Envelope] = {}
        self._bench = Bench(_AT_WORK)
        self.tasks: set[asyncio.Task[None]] = set()

    def add(self, envelope: Envelope, *, is_left_over: bool) -> None:
        """Let an update wait for its turn; Telegram shows only what was typed last."""
        self._turns.add(envelope.line, envelope, is_left_over=is_left_over)
        if envelope.typist is not None:
            self._typed[envelope.typist] = envelope

    def has_room(self, most: int) -> bool:
        """Tell whether something waits that can be begun, with at most so many under way."""
        has_places = bool(self._turns) and len(self.tasks) < min(most, self._places)
        return has_places and self._bench.has_room()

    def begin_next(self, notice: Callable[[], None]) -> None:
        """Begin what is next, and give notice once it is handled."""
        line, envelope = self._turns.take()
        if envelope.typist is not None and self._typed.get(envelope.typist) is not envelope:
            self._turns.finish(line)
            self._drop(envelope)
            return
        self._typed.pop(envelope.typist or 0, None)
        work = Work(self._bench, notice)
        task = asyncio.create_task(self._do(envelope, work))
        self.tasks.add(task)
        task.add_done_callback(lambda task: self._end(task, line, work))

    async def _do(self, envelope: Envelope, work: Work) -> None:
        work.begin()
        await self._handle(envelope)

    def _end(self, task: asyncio.Task[None], line: Hashable, work: Work) -> None:
        self.tasks.discard(task)
        self._turns.finish(line)
        work.end()
        work.notice()


class Lanes:
    """Begins what waits, a little in each pass of the event loop.

    Whatever is under way goes on in each pass, so a pass is as long as there is much under way,
    and every step of every answer waits for one. To begin a hundred at once would make each of
    them, and fetching, wait for all the others at each of its steps.
    """

    def __init__(self, lanes: Sequence[Lane]) -> None:
        """Begin in each of `lanes`; the first come first."""
        self._lanes = lanes
        self._most = _ALL
        self._is_due = False
        self._is_open = True
        self._releases: list[asyncio.TimerHandle] = []

    def hold_back(self, *, is_behind: bool) -> None:
        """Begin nothing for a moment while more is to be fetched, which may be more urgent."""
        for release in self._releases:
            release.cancel()
        self._releases = []
        self._allow(0 if is_behind else _ALL)
        if is_behind:
            call_later = asyncio.get_running_loop().call_later
            self._releases = [call_later(due, self._allow, most) for due, most in _WHILE_BEHIND]

    def look(self) -> None:
        """Begin what can be begun, from the next pass on."""
        if self._is_due or not self._is_open:
            return
        if any(lane.has_room(self._most) for lane in self._lanes):
            self._is_due = True
            asyncio.get_running_loop().call_soon(self._begin_some)

    async def stop(self) -> None:
        """Begin nothing any more, and stop what is under way."""
        self.hold_back(is_behind=False)
        self._is_open = False
        tasks = [task for lane in self._lanes for task in lane.tasks]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _allow(self, most: int) -> None:
        self._most = most
        self.look()

    def _begin_some(self) -> None:
        self._is_due = False
        if not self._is_open:
            return
        for lane in self._lanes:
            if lane.has_room(self._most):
                lane.begin_next(self.look)
        self.look()
