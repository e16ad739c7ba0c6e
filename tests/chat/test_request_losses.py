"""A call that fails: whether Telegram may have carried it out all the same."""

import asyncio
import time

import pytest
from aiohttp import web
from telegram.error import NetworkError, TimedOut
from telegram.request import RequestData

from bot.chat.transport.requests import QuietRequest
from tests.chat.bot_servers import calling, get_cause, hang, reset, serving


async def test_an_answer_that_does_not_come_in_time_may_have_been_carried_out() -> None:
    async with serving(hang) as url, calling(url) as bot:
        start = time.perf_counter()
        with pytest.raises(TimedOut) as caught:
            await bot.send_message(7, "halo", read_timeout=0.2)

    assert time.perf_counter() - start < 3
    assert get_cause(caught.value).was_sent


async def test_a_body_that_stops_coming_is_a_time_out() -> None:
    async def handle(request: web.BaseRequest) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "100"})
        await response.prepare(request)
        await response.write(b'{"ok":')
        await asyncio.sleep(30)
        return response

    async with serving(handle) as url, calling(url) as bot:
        with pytest.raises(TimedOut):
            await bot.send_message(7, "halo", read_timeout=0.2)


async def test_an_upload_that_the_server_does_not_take_is_a_time_out() -> None:
    async with serving(hang) as url, calling(url) as bot:
        with pytest.raises(TimedOut):
            await bot.send_document(
                7, b"0" * 20_000_000, write_timeout=0.1, read_timeout=0.1, connect_timeout=0.1
            )


async def test_who_waits_too_long_for_a_connection_has_sent_nothing() -> None:
    async with serving(hang) as url, calling(url, size=1) as bot:
        first = asyncio.create_task(bot.send_message(7, "satu", read_timeout=5))
        await asyncio.sleep(0.1)
        with pytest.raises(TimedOut) as caught:
            await bot.send_message(7, "dua", pool_timeout=0.1, connect_timeout=0.1)
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)

    assert not get_cause(caught.value).was_sent


async def test_a_reset_connection_may_have_carried_the_call() -> None:
    async with serving(reset) as url, calling(url) as bot:
        with pytest.raises(NetworkError) as caught:
            await bot.send_message(7, "halo")

    assert type(caught.value) is NetworkError
    assert get_cause(caught.value).was_sent


@pytest.mark.parametrize("host", ["http://127.0.0.1:9", "http://tidak-ada.invalid"])
async def test_a_server_that_is_not_there_got_nothing(host: str) -> None:
    async with calling(f"{host}/bot") as bot:
        with pytest.raises(NetworkError) as caught:
            await bot.send_message(7, "halo")

    assert not get_cause(caught.value).was_sent


async def test_before_it_is_opened_it_sends_nothing() -> None:
    request = QuietRequest(connection_pool_size=1)
    with pytest.raises(NetworkError, match="not initialized"):
        await request.post("http://127.0.0.1:9/bot", RequestData([]))
