"""Faults on demand: what a server, a proxy or a network may do to the next calls."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict, deque
from dataclasses import dataclass

from aiohttp import web

from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.pulse import Pulse


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to a call instead of, or before, its normal answer.

    `after_effect` lets the call take effect before the fault hides its answer, as when the
    connection breaks on the way back.
    """

    status: int = 200
    body: str | None = None
    content_type: str = "application/json"
    delay: float = 0.0
    reset: bool = False
    after_effect: bool = False

    @classmethod
    def flood(cls, retry_after: int) -> Fault:
        """429 that asks to wait `retry_after` seconds."""
        return cls.error(
            429,
            f"Too Many Requests: retry after {retry_after}",
            {"retry_after": retry_after},
        )

    @classmethod
    def error(cls, code: int, description: str, parameters: Json | None = None) -> Fault:
        """Any error answer, for example 403 "Forbidden: bot was blocked by the user"."""
        answer: Json = {"ok": False, "error_code": code, "description": description}
        if parameters:
            answer["parameters"] = parameters
        return cls(code, json.dumps(answer))

    @classmethod
    def server_error(cls, code: int = 502) -> Fault:
        """A 5xx with the HTML page of a proxy."""
        return cls(code, f"<html><body><h1>{code}</h1></body></html>", "text/html")

    @classmethod
    def broken_json(cls) -> Fault:
        """200 with JSON that ends in the middle."""
        return cls(200, '{"ok": true, "result": {"mess')

    @classmethod
    def connection_reset(cls, *, after_effect: bool = False) -> Fault:
        """The connection closes without an answer."""
        return cls(reset=True, after_effect=after_effect)

    @classmethod
    def slow(cls, seconds: float) -> Fault:
        """The normal answer, but late."""
        return cls(delay=seconds)

    @property
    def replaces_answer(self) -> bool:
        """Whether the caller gets something else than the normal answer."""
        return self.reset or self.body is not None

    def respond(self, request: web.Request) -> web.StreamResponse:
        """Return the faulty answer, or close the connection."""
        if self.reset and request.transport is not None:
            request.transport.abort()
        return web.Response(
            status=self.status, text=self.body or "", content_type=self.content_type
        )


class Faults:
    """The faults that wait for calls, by method, in order; `pulse` beats as each is met."""

    def __init__(self, pulse: Pulse) -> None:
        self._pulse = pulse
        self._waiting: defaultdict[str, deque[Fault]] = defaultdict(deque)

    def next(self, method: str, fault: Fault, *, times: int = 1) -> None:
        """Let the next `times` calls of a method meet the fault."""
        self._waiting[method].extend([fault] * times)

    @property
    def pending(self) -> int:
        """How many faults no call has met yet."""
        return sum(map(len, self._waiting.values()))

    def clear(self) -> None:
        """Let no further call meet a fault."""
        self._waiting.clear()

    async def meet(self, method: str) -> Fault | None:
        """Take the next fault of a method, after its delay."""
        if not self._waiting[method]:
            return None
        fault = self._waiting[method].popleft()
        self._pulse.beat()
        await asyncio.sleep(fault.delay)
        return fault
