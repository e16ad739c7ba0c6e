"""Waiting for something to happen, without polling."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Pulse:
    """Wakes everyone who waits, each time something changed."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def beat(self) -> None:
        """Let all who wait look again."""
        self._event.set()
        self._event = asyncio.Event()

    async def until(self, find: Callable[[], T | None], within: float) -> T | None:
        """Return what `find` returns as soon as it is not None, or None after `within` seconds."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + within
        while (found := find()) is None:
            try:
                async with asyncio.timeout_at(deadline):
                    await self._event.wait()
            except TimeoutError:
                return find()
        return found
