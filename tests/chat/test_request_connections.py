"""Connections of our HTTP client: used again, and through the proxy."""

import asyncio
import json
from collections import Counter

import pytest
from aiohttp import web

from tests.chat.bot_servers import ANSWER, TOKEN, answer_with, calling, serving


async def test_connections_are_used_again() -> None:
    ports: set[object] = set()

    async def handle(request: web.BaseRequest) -> web.Response:
        ports.add(request.transport and request.transport.get_extra_info("peername"))
        return web.json_response(ANSWER)

    async with serving(handle) as url, calling(url) as bot:
        for _ in range(5):
            await bot.send_message(7, "halo")

    assert len(ports) == 1


async def test_a_rush_leaves_few_connections_open() -> None:
    crowd, calls = 100, Counter[object]()
    complete = asyncio.Event()

    async def handle(request: web.BaseRequest) -> web.Response:
        calls[request.transport and request.transport.get_extra_info("peername")] += 1
        if calls.total() == crowd:
            complete.set()
        await complete.wait()
        return web.json_response(ANSWER)

    async with serving(handle) as url, calling(url, size=crowd) as bot:
        await asyncio.gather(*(bot.send_message(7, "halo") for _ in range(crowd)))
        assert len(calls) == crowd
        await asyncio.gather(*(bot.send_message(7, "halo") for _ in range(crowd)))

    assert sum(count == 2 for count in calls.values()) == 32


async def test_a_connection_that_the_server_closed_meanwhile_is_not_used_again() -> None:
    async def handle(_request: web.BaseRequest) -> web.Response:
        response = web.json_response(ANSWER)
        response.force_close()
        return response

    async with serving(handle) as url, calling(url) as bot:
        for _ in range(5):
            await bot.send_message(7, "halo")


async def test_the_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    paths: list[str] = []

    async def handle(request: web.BaseRequest) -> web.Response:
        paths.append(str(request.url))
        return web.json_response(ANSWER)

    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    async with serving(handle) as proxy:
        monkeypatch.setenv("http_proxy", proxy.removesuffix("/bot"))
        async with calling("http://telegram.invalid/bot") as bot:
            await bot.send_message(7, "halo")

    assert paths == [f"http://telegram.invalid/bot{TOKEN}/sendMessage"]


async def test_hosts_that_the_environment_excepts_are_called_directly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    async with serving(answer_with(json.dumps(ANSWER))) as url, calling(url) as bot:
        await bot.send_message(7, "halo")
