"""The HTTP server, inside the bot's own event loop."""

from __future__ import annotations

import asyncio
import socket
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

from bot.web.errors import ListenError
from bot.web.watching import make_routes, watch_service
from bot.web.webhook import Webhook, WebhookSettings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from bot.chat.service import Service

_KEEP_ALIVE_SECONDS = 75
"""Longer than load balancers keep an idle connection, so that none is used as it is closed."""

_CLOSE_SECONDS = 1
_MOST_CONNECTIONS = 1_000
_BACKLOG = 1_024


@asynccontextmanager
async def serve_http(
    service: Service, listen: tuple[str, int], webhook: WebhookSettings | None = None
) -> AsyncIterator[None]:
    """Answer HTTP requests for as long as the context lasts.

    With a webhook, Telegram is told its address once it is listened on. At the end, the bot first
    finishes what is under way, while new updates are refused and Telegram keeps them.

    Args:
        service: the running bot.
        listen: host and port.
        webhook: where Telegram brings updates, or None when the bot fetches them.

    Raises:
        ListenError: when the address can't be listened on.
        WebhookRefusedError, UnreachableError: when Telegram does not take the webhook.
    """
    with _open_socket(*listen) as bound:
        server = _Server(_configure(_build_application(service, webhook)))
        serving = asyncio.create_task(server.serve(sockets=[bound]))
        try:
            if webhook:
                await service.set_webhook(webhook.url, webhook.secret)
            yield
        finally:
            await service.finish()
            server.should_exit = True
            await serving


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to the bot."""
        yield


def _build_application(service: Service, webhook: WebhookSettings | None) -> Starlette:
    routes = make_routes(service)
    watch_service(service)
    if webhook:
        receiver = Webhook(service.arrivals, service.host.metrics, webhook.secret)
        # In front: it is asked for most.
        routes.insert(0, Route(webhook.path, receiver))
    return Starlette(routes=routes)


def _configure(application: Starlette) -> uvicorn.Config:
    return uvicorn.Config(
        application,
        log_config=None,
        log_level="warning",
        access_log=False,
        lifespan="off",
        # What is written in Python takes a tenth of an answer.
        http="httptools",
        ws="none",
        proxy_headers=False,
        server_header=False,
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=_CLOSE_SECONDS,
    )


def _open_socket(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise ListenError(error.strerror or str(error)) from error
