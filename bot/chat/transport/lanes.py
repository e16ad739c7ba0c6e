"""Lanes to the handlers: how many updates are under way at once, and how they are begun."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.chat.transport.ordering import Turns

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Hashable, Sequence

    from bot.chat.transport.envelopes import Envelope

    Handle = Callable[[Envelope], Coroutine[Any, Any, None]]

MESSAGES_AT_ONCE = 128
QUERIES_AT_ONCE = 64

_WHILE_BEHIND = 1
_BEHIND_SECONDS = 0.25
"""A fetch that takes longer waits for the network, while there is time to answer."""
_BEGUN_IN_A_PASS = 1


class Lane:
    """Updates that share places; of those in one line, one after the other is handled."""

    def __init__(self, places: int, handle: Handle, drop: Callable[[Envelope], None]) -> None:
        """Let `handle` handle so many updates at once, and `drop` those that are outdated."""
        self._places = places
        self._handle = handle
        self._drop = drop
        self._turns: Turns[Envelope] = Turns()
        self._typed: dict[int, Envelope] = {}
        self.tasks: set[asyncio.Task[None]] = set()

    def add(self, envelope: Envelope, *, is_left_over: bool) -> None:
        """Let an update wait for its turn; Telegram shows only what was typed last."""
        self._turns.add(envelope.line, envelope, is_left_over=is_left_over)
        if envelope.typist is not None:
            self._typed[envelope.typist] = envelope

    def has_room(self, most: int) -> bool:
        """Tell whether something waits that can be begun, with at most so many under way."""
        return bool(self._turns) and len(self.tasks) < min(most, self._places)

    def begin_next(self, notice: Callable[[], None]) -> None:
        """Begin what is next, and give notice once it is handled."""
        line, envelope = self._turns.take()
        if envelope.typist is not None and self._typed.get(envelope.typist) is not envelope:
            self._turns.finish(line)
            self._drop(envelope)
            return
        self._typed.pop(envelope.typist or 0, None)
        task = asyncio.create_task(self._handle(envelope))
        self.tasks.add(task)
        task.add_done_callback(lambda task: self._end(task, line, notice))

    def _end(self, task: asyncio.Task[None], line: Hashable, notice: Callable[[], None]) -> None:
        self.tasks.discard(task)
        self._turns.finish(line)
        notice()


class Lanes:
    """Begins what waits, a little in each pass of the event loop.

    Whatever is under way goes on in each pass, so a pass is as long as there is much under way,
    and every step of every answer waits for one. To begin a hundred at once would make each of
    them, and fetching, wait for all the others at each of its steps.
    """

    def __init__(self, lanes: Sequence[Lane]) -> None:
        """Begin in each of `lanes`; the first come first."""
        self._lanes = lanes
        self._most = max(MESSAGES_AT_ONCE, QUERIES_AT_ONCE)
        self._is_due = False
        self._is_open = True
        self._release: asyncio.TimerHandle | None = None

    def hold_back(self, *, is_behind: bool) -> None:
        """Begin little for a moment while more is to be fetched, which may be more urgent."""
        if self._release:
            self._release.cancel()
            self._release = None
        self._most = _WHILE_BEHIND if is_behind else max(MESSAGES_AT_ONCE, QUERIES_AT_ONCE)
        if is_behind:
            release = partial(self.hold_back, is_behind=False)
            self._release = asyncio.get_running_loop().call_later(_BEHIND_SECONDS, release)
        self.look()

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

    def _begin_some(self) -> None:
        self._is_due = False
        if not self._is_open:
            return
        for lane in self._lanes:
            for _ in range(_BEGUN_IN_A_PASS):
                if lane.has_room(self._most):
                    lane.begin_next(self.look)
        self.look()
