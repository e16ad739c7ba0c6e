"""Waiting for the database, and its ends: for those who call, and for the threads that wait.

A server that was stopped, or a machine that hangs, keeps its connections and says nothing on them:
no setting of the network gives that up.
"""

from __future__ import annotations

import asyncio
import os
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol
from weakref import WeakSet

from bot.store.outage import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

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

    def limit(self, seconds: float | None = None) -> asyncio.Timeout:
        """Return a context that ends with a `TimeoutError` after so many seconds, or sooner."""
        limits = [limit for limit in (seconds, self._most) if limit is not None]
        wait = asyncio.timeout(min(limits, default=None))
        self._waits.add(wait)
        return wait

    def shorten(self, seconds: float) -> None:
        """Let nobody wait for more than so many seconds from now, nor at any later time."""
        self._most = seconds
        ends = asyncio.get_running_loop().time() + seconds
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


def _shut(line: Line) -> None:
    """End `line` under the thread that waits for it, and that alone may close it."""
    # Any error tells that it was closed just now.
    with suppress(Exception), socket.socket(fileno=os.dup(line.fileno())) as way:
        way.shutdown(socket.SHUT_RDWR)
