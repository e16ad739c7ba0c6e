"""The bot behind its own HTTP server, on a free port."""

import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from bot.answers.live import LiveAnswerer
from bot.chat.service import NO_MODERATORS, Service, run_service
from bot.desk import DeskRules
from bot.store import Memory, open_memory
from bot.web.server import serve_http
from bot.web.webhook import WebhookSettings
from tests.fake_telegram import FakeTelegram

KEY = b"k" * 32
SECRET = "rahasia-dari-Telegram_1"  # noqa: S105 - of tests only
WEBHOOK = WebhookSettings("https://bot.example.org/telegram", SECRET)


@dataclass(frozen=True)
class ServedBot:
    """The running bot, its address, and a client that asks there."""

    service: Service
    memory: Memory
    address: str
    client: httpx.AsyncClient


@dataclass(frozen=True)
class Bots:
    """Starts the bot over one database, as often as wanted, also twice at the same time.

    It is an SQLite file in `folder` unless another one is named.
    """

    telegram: FakeTelegram
    live: LiveAnswerer
    folder: Path
    database: str | None = None

    @asynccontextmanager
    async def serve(
        self,
        webhook: WebhookSettings | None = WEBHOOK,
        sources: LiveAnswerer | None = None,
        rules: DeskRules = NO_MODERATORS,
        clock: Callable[[], float] = time.time,
    ) -> AsyncIterator[ServedBot]:
        """Run the bot, behind a webhook or by polling, with its HTTP server."""
        port = find_free_port()
        address = f"http://127.0.0.1:{port}"
        database = self.database or f"sqlite:///{self.folder / 'memory.db'}"
        async with (
            open_memory(database, KEY, clock=clock) as memory,
            run_service(
                self.telegram.token,
                self.telegram.api_url,
                sources or self.live,
                memory,
                rules,
                polls=webhook is None,
            ) as service,
            serve_http(service, ("127.0.0.1", port), webhook),
            httpx.AsyncClient(base_url=address) as client,
        ):
            yield ServedBot(service, memory, address, client)


def find_free_port() -> int:
    """Return a port on which nobody listens now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port
