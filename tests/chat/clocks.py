"""A clock that tests move, for what the bot remembers and for whatever it waits for."""

import asyncio
import time

import pytest

STEP = 3.0
"""Seconds at once; less than the time-outs of calls that are under way."""


class MovingClock:
    """The time in seconds since 1970; moving it moves the time of the event loop as well."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch
        self._ahead = 0.0
        self._moves_loop = False

    def __call__(self) -> float:
        return time.time() + self._ahead

    def skip(self, seconds: float) -> None:
        """Move what is remembered only, at once; for hours and days."""
        self._ahead += seconds

    async def passes(self, seconds: float, *, step: float = STEP) -> None:
        """Let time pass, in steps that let calls go on."""
        if not self._moves_loop:
            self._move_loop()
        while seconds > 0:
            self._ahead += min(step, seconds)
            seconds -= step
            await asyncio.sleep(0.03)

    def _move_loop(self) -> None:
        loop, since = asyncio.get_running_loop(), self._ahead
        now = loop.time
        self._patch.setattr(loop, "time", lambda: now() + self._ahead - since)
        self._moves_loop = True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> MovingClock:
    """The clock of the bot that the test runs."""
    return MovingClock(monkeypatch)
