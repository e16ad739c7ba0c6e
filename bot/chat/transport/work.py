"""What the bot itself works on, as opposed to what only waits for Telegram meanwhile."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LONG_SECONDS = 1.0
"""What takes longer waits for something, such as a page that a moderator sent."""


class Bench:
    """A few places for updates that are worked on; one that waits for Telegram needs none.

    A few keep the processor busy. Each more would only make all of them take longer, and so also
    whoever came last in a rush, while none would be finished sooner.
    """

    def __init__(self, places: int) -> None:
        """Let so many be worked on at once."""
        self._places = places
        self._since: dict[Work, float] = {}
        self._timer: asyncio.TimerHandle | None = None

    def has_room(self) -> bool:
        """Tell whether there is a place, not counting those that are held for very long."""
        if len(self._since) < self._places:
            return True
        long_ago = _now() - _LONG_SECONDS
        return sum(since > long_ago for since in self._since.values()) < self._places

    def seat(self, work: Work) -> None:
        """Let `work` take a place."""
        self._since[work] = _now()
        if self._timer is None and len(self._since) >= self._places:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(_LONG_SECONDS, self._look_again, work.notice)

    def leave(self, work: Work) -> None:
        """Let `work` give up its place, if it has one."""
        if self._since.pop(work, None) is not None:
            work.notice()

    def _look_again(self, notice: Callable[[], None]) -> None:
        self._timer = None
        notice()
        if self._since and self._timer is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(_LONG_SECONDS, self._look_again, notice)


class Work:
    """An update that is being handled; `notice` is called whenever it gives up its place."""

    __slots__ = ("_bench", "_calls", "notice")

    def __init__(self, bench: Bench, notice: Callable[[], None]) -> None:
        """Take a place at `bench`."""
        self._bench: Bench | None = bench
        self._calls = 0
        self.notice = notice
        bench.seat(self)

    def begin(self) -> None:
        """Be what the present task, and those that it makes, work on."""
        _present.set(self)

    def end(self) -> None:
        """Give up the place for good."""
        if self._bench:
            self._bench.leave(self)
            self._bench = None

    def begin_call(self) -> None:
        """Give up the place for as long as a call to Telegram is under way."""
        self._calls += 1
        if self._bench and self._calls == 1:
            self._bench.leave(self)

    def end_call(self) -> None:
        """Take a place again, whether there is one or not."""
        self._calls -= 1
        if self._bench and not self._calls:
            self._bench.seat(self)


_present: ContextVar[Work | None] = ContextVar("work", default=None)


@contextmanager
def wait_for_telegram() -> Iterator[None]:
    """Let others be worked on while what is handled here waits for Telegram."""
    work = _present.get()
    if work is None:
        yield
        return
    work.begin_call()
    try:
        yield
    finally:
        work.end_call()


def _now() -> float:
    return asyncio.get_running_loop().time()
