"""A way to PostgreSQL that can be cut, or behind which the server seems to be stopped."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from sqlalchemy import make_url


class Relay:
    """Passes connections on to PostgreSQL, until it is cut or freezes."""

    def __init__(self, host: str, port: int) -> None:
        self._target = (host, port)
        self._server: asyncio.Server | None = None
        self._writers: list[asyncio.StreamWriter] = []
        self._flows = asyncio.Event()
        self._flows.set()
        self._asked = asyncio.Event()
        self._last = b""
        self.port = 0

    async def open(self) -> None:
        """Take connections, again if it was cut."""
        self._server = await asyncio.start_server(self._pass_on, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def is_asked(self) -> None:
        """Wait until something is sent to PostgreSQL."""
        await self._asked.wait()

    def freeze(self) -> None:
        """Take connections and what they send, as a stopped server does, and answer nothing."""
        self._flows.clear()

    def freeze_at(self, words: bytes) -> None:
        """Freeze as soon as somebody sends these words."""
        self._last = words

    def thaw(self) -> None:
        """Pass on what was sent meanwhile, and go on."""
        self._flows.set()

    def cut(self) -> None:
        """Take nobody any more, and break off every connection."""
        self._flows.set()
        if self._server:
            self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._asked.set()
        there, back = await asyncio.open_connection(*self._target)
        self._writers += [writer, back]
        await asyncio.gather(self._copy(reader, back), self._copy(there, writer))

    async def _copy(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while chunk := await reader.read(65_536):
                if self._last and self._last in chunk:
                    self.freeze()
                await self._flows.wait()
                writer.write(chunk)
        writer.close()


@asynccontextmanager
async def relaying(database_url: str) -> AsyncIterator[tuple[Relay, str]]:
    """Yield a relay to the PostgreSQL at `database_url`, and the address through it."""
    url = make_url(database_url)
    relay = Relay(url.host or "127.0.0.1", url.port or 5432)
    await relay.open()
    try:
        yield (
            relay,
            url.set(host="127.0.0.1", port=relay.port).render_as_string(hide_password=False),
        )
    finally:
        relay.cut()
