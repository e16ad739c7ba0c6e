"""A connection to PostgreSQL that is given up when the server says nothing on it any more."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg.abc import PQGen

T = TypeVar("T")

_SILENCE_SECONDS = 12.0
"""Longer than a statement may wait for a lock; else it takes milliseconds."""

_LONG_SILENCE_SECONDS = 3_600.0
"""For one that changes the tables, or deletes what expired within a day."""


class BoundedConnection(psycopg.Connection[Any]):
    """Fails, and is closed, when the server says nothing for longer than a statement takes.

    A server that goes on later finds its transaction without an end, and undoes it.
    """

    _takes_long = False

    @contextmanager
    def taking_long(self) -> Iterator[None]:
        """Wait for much longer meanwhile."""
        self._takes_long = True
        try:
            yield
        finally:
            self._takes_long = False

    def wait(self, gen: PQGen[T], *how: Any, **named: Any) -> T:  # noqa: ANN401 - as psycopg's
        """Do `gen`, which waits for the server."""
        return super().wait(self._limit(gen), *how, **named)

    def _limit(self, gen: PQGen[T]) -> PQGen[T]:
        """Do `gen` until it waits in vain; meanwhile psycopg resumes it with nothing."""
        most = _LONG_SILENCE_SECONDS if self._takes_long else _SILENCE_SECONDS
        heard = time.monotonic()
        try:
            awaited = next(gen)
            while True:
                ready = yield awaited
                if ready:
                    heard = time.monotonic()
                elif time.monotonic() - heard > most:
                    self.pgconn.finish()
                    raise psycopg.OperationalError("no answer")
                awaited = gen.send(ready)
        except StopIteration as end:
            result: T = end.value
            return result
