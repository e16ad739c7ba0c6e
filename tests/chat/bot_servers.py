"""Bot API servers that answer well, badly or not at all, and a bot that calls them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web
from telegram import Bot
from telegram.error import TelegramError

from bot.chat.transport.requests import QuietRequest, RequestFailure

SECRET = "AAH-a-token-that-nobody-must-see-00000"  # noqa: S105 - of no bot
TOKEN = f"123456:{SECRET}"
MESSAGE = {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private"}}
ANSWER = {"ok": True, "result": MESSAGE}

Handler = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def serving(handler: Handler) -> AsyncIterator[str]:
    """Serve every address by `handler`; yields the base address for a bot."""
    server = web.ServerRunner(
        web.Server(handler, access_log=None, handler_cancellation=True), shutdown_timeout=0.1
    )
    await server.setup()
    await web.TCPSite(server, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{server.addresses[0][1]}/bot"
    finally:
        await server.cleanup()


@asynccontextmanager
async def calling(base_url: str, size: int = 4) -> AsyncIterator[Bot]:
    """A bot of python-telegram-bot over our client."""
    request = QuietRequest(connection_pool_size=size)
    await request.initialize()
    try:
        yield Bot(TOKEN, base_url, request=request, get_updates_request=request)
    finally:
        await request.shutdown()


def answer_with(body: bytes | str, status: int = 200) -> Handler:
    """Always answer so."""

    async def handle(_request: web.BaseRequest) -> web.Response:
        content = body.encode() if isinstance(body, str) else body
        return web.Response(body=content, status=status)

    return handle


async def hang(_request: web.BaseRequest) -> web.Response:
    await asyncio.sleep(30)
    return web.Response()


async def reset(request: web.BaseRequest) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()


def get_cause(error: TelegramError) -> RequestFailure:
    assert isinstance(error.__cause__, RequestFailure)
    return error.__cause__
