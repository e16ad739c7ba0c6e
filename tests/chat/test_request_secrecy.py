"""Whatever goes wrong with a call, neither the log nor the error tells the token or the answer."""

import asyncio
import logging

import pytest
from telegram.error import NetworkError, TelegramError

from tests.chat.bot_servers import (
    SECRET,
    Handler,
    answer_with,
    calling,
    get_cause,
    hang,
    reset,
    serving,
)


@pytest.mark.parametrize("body", [b"", b'{"ok": true, "result"', b"\xff\xfe", b"rahasia"])
async def test_a_broken_answer_is_an_error_that_does_not_quote_it(
    body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with serving(answer_with(body)) as url, calling(url) as bot:
        with pytest.raises(TelegramError, match=r"^Invalid server response$"):
            await bot.get_me()

    assert "rahasia" not in caplog.text


@pytest.mark.parametrize(
    "handler", [hang, reset, answer_with(b"\x00\x01 no HTTP"), answer_with("", 502)]
)
async def test_neither_log_nor_error_tells_the_token(
    handler: Handler, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with serving(handler) as url, calling(url) as bot:
        # The library writes addresses at DEBUG when a bot is made; the program's log hides them.
        caplog.clear()
        with pytest.raises(TelegramError) as caught:
            await bot.send_message(7, "halo", read_timeout=0.2)
    logging.getLogger("test").error("failed", exc_info=caught.value)

    assert SECRET not in caplog.text


async def test_an_answer_that_is_no_http_does_not_tell_the_token(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def babble(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/9.9 what\r\n\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(babble, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, calling(f"http://127.0.0.1:{port}/bot") as bot:
        with pytest.raises(NetworkError) as caught:
            await bot.send_message(7, "halo")
    logging.getLogger("test").error("failed", exc_info=caught.value)

    assert get_cause(caught.value).was_sent
    assert SECRET not in caplog.text
    assert SECRET not in str(caught.value)
