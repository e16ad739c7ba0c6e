"""Times at which the database fails: nobody waits for it, and what can do without it goes on.

A database that is locked, full, read-only or out of reach shows it by errors after a wait. The
first of them begins an outage. During one, calls fail at once with a `StoreError`, until one gets
through again; methods marked with `neutral_when_down` return what stands for "nothing is known".
"""

from __future__ import annotations

import logging
import time
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from bot.texts.serve import describe_outage, describe_store_back

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

P = ParamSpec("P")
R = TypeVar("R")
N = TypeVar("N")

_LOG = logging.getLogger(__name__)

_PAUSE_SECONDS = 20.0
"""Until a call may try again; longer than a probe takes, which is made each second."""

_SILENCE_SECONDS = 60.0


class StoreError(Exception):
    """The database can't be used; the message says why, without address or password."""


class Outage:
    """Whether the database fails just now: one line in the log when it begins, one at its end.

    Of those that follow another within a minute, nothing is logged unless they last beyond that
    minute. `ended` is the number of outages that are over.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin without one; `clock` returns seconds."""
        self._clock = clock
        self._until: float | None = None
        self.ended = 0
        self._began = 0.0
        self._is_told = False
        self._told = -_SILENCE_SECONDS

    @property
    def is_on(self) -> bool:
        """Whether the database failed, and no call has got through since."""
        return self._until is not None

    def check(self) -> None:
        """Let a call through, unless the database failed a moment ago; for any thread.

        Raises:
            StoreError: when it did.
        """
        until = self._until
        if until is not None and self._clock() < until:
            raise StoreError("the database failed a moment ago")

    def begin(self, reason: str) -> StoreError:
        """Note that a call failed, and return the error to raise."""
        now = self._clock()
        if self._until is None:
            self._began = now
        self._until = now + _PAUSE_SECONDS
        if not self._is_told and now - self._told >= _SILENCE_SECONDS:
            self._is_told, self._told = True, now
            _LOG.error(describe_outage(reason))
        return StoreError(reason)

    def end(self) -> None:
        """Note that a call got through."""
        if self._until is not None:
            self._until = None
            self.ended += 1
            if self._is_told:
                self._is_told = False
                _LOG.info(describe_store_back(self._clock() - self._began))


def neutral_when_down(
    value: N,
) -> Callable[[Callable[P, Awaitable[R]]], Callable[P, Coroutine[Any, Any, R | N]]]:
    """Make a method of a store return `value` while the database fails."""

    def mark(method: Callable[P, Awaitable[R]]) -> Callable[P, Coroutine[Any, Any, R | N]]:
        @wraps(method)
        async def call(*args: P.args, **kwargs: P.kwargs) -> R | N:
            try:
                return await method(*args, **kwargs)
            except StoreError:
                return value

        return call

    return mark
