"""Waiting for the database, and its ends: for those who call, and for the threads that wait.

A server that was stopped, or a machine that hangs, keeps its connections and says nothing on them:
no setting of the network gives that up.
"""

from __future__ import annotations

import asyncio
import os
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from weakref import WeakSet

from bot.store.outage import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_CLOSE_SECONDS = 1.0
"""For what was begun; a transaction takes milliseconds where nothing is wrong."""


class Line(Protocol):
    """A driver's connection over the network."""

    def fileno(self) -> int:
        """Return the number of its socket; raises what it likes when it is closed."""


class Patience:
    """How long callers wait: as long as they like, until there is no time for that."""

    def __init__(self) -> None:
        """Have no end of it."""
        self._most: float | None = None
        self._waits: WeakSet[asyncio.Timeout] = WeakSet()
        self._awaited: set[asyncio.Future[Any]] = set()

    def limit(self, seconds: float | None = None) -> asyncio.Timeout:
        """Return a context that ends with a `TimeoutError` after so many seconds, or sooner."""
        limits = [limit for limit in (seconds, self._most) if limit is not None]
        wait = asyncio.timeout(min(limits, default=None))
        self._waits.add(wait)
        return wait

    async def wait(self, awaited: asyncio.Future[T], seconds: float) -> T:
        """Return the result of `awaited`, which gets a `TimeoutError` as `limit` would end it.

        It takes a fifth of the time of a context, for what every answer waits for several times.
        """
        most = seconds if self._most is None else min(seconds, self._most)
        timer = asyncio.get_running_loop().call_later(most, _give_up, awaited)
        self._awaited.add(awaited)
        try:
            return await awaited
        finally:
            timer.cancel()
            self._awaited.discard(awaited)

    def shorten(self, seconds: float) -> None:
        """Let nobody wait for more than so many seconds from now, nor at any later time."""
        self._most = seconds
        loop = asyncio.get_running_loop()
        ends = loop.time() + seconds
        for awaited in self._awaited:
            loop.call_at(ends, _give_up, awaited)
        for wait in self._waits:
            # Those that are over can't be told apart, and refuse.
            with suppress(RuntimeError):
                wait.reschedule(min(wait.when() or ends, ends))


class Lines:
    """The open connections to a server, which are broken off together at the end."""

    def __init__(self) -> None:
        """Have none."""
        self._open: set[Line] = set()
        self._is_over = False

    def check(self) -> None:
        """Let a thread connect, unless all is over.

        Raises:
            StoreError: when it is.
        """
        if self._is_over:
            raise StoreError("the database is being closed")

    def add(self, line: Line) -> None:
        """Note that `line` is open."""
        self._open.add(line)
        if self._is_over:
            _shut(line)

    def remove(self, line: Line) -> None:
        """Note that `line` is closed."""
        self._open.discard(line)

    async def finish(self, wait: Callable[[], None]) -> None:
        """Call `wait`, which waits for threads; if it takes long, break off what they wait for."""
        waiting = asyncio.create_task(asyncio.to_thread(wait))
        try:
            await asyncio.wait({waiting}, timeout=_CLOSE_SECONDS)
        finally:
            if not waiting.done():
                self._break_off()
        await waiting

    def _break_off(self) -> None:
        self._is_over = True
        for line in tuple(self._open):
            _shut(line)


def _give_up(awaited: asyncio.Future[Any]) -> None:
    if not awaited.done():
        awaited.set_exception(TimeoutError())


def _shut(line: Line) -> None:
    """End `line` under the thread that waits for it, and that alone may close it."""
    # Any error tells that it was closed just now.
    with suppress(Exception), socket.socket(fileno=os.dup(line.fileno())) as way:
        way.shutdown(socket.SHUT_RDWR)
