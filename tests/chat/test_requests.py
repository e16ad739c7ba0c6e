"""Our HTTP client: python-telegram-bot's calls and errors, and never a word of the token."""

import asyncio
import io
import json
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, InputMediaDocument
from telegram.error import (
    BadRequest,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import RequestData

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


async def read_form(request: web.BaseRequest) -> dict[str, object]:
    """Return the fields of a form; files as name, type and content."""
    return {
        name: (part.filename, part.content_type, part.file.read())
        if isinstance(part, web.FileField)
        else part
        for name, part in (await request.post()).items()
    }


def get_cause(error: TelegramError) -> RequestFailure:
    assert isinstance(error.__cause__, RequestFailure)
    return error.__cause__


async def test_parameters_arrive_as_json_of_their_own_types() -> None:
    bodies: list[object] = []

    async def handle(request: web.BaseRequest) -> web.Response:
        assert request.content_type == "application/json"
        bodies.append(await request.json())
        return web.json_response(ANSWER)

    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Ya 👍", callback_data="1")]])
    async with serving(handle) as url, calling(url) as bot:
        sent = await bot.send_message(7, "Halo, «dunia» 😀", reply_markup=keyboard)

    assert sent.message_id == 1
    assert bodies == [
        {"chat_id": 7, "text": "Halo, «dunia» 😀", "reply_markup": keyboard.to_dict()}
    ]


async def test_half_a_character_is_sent_all_the_same() -> None:
    bodies: list[dict[str, str]] = []

    async def handle(request: web.BaseRequest) -> web.Response:
        bodies.append(json.loads(await request.text()))
        return web.json_response(ANSWER)

    async with serving(handle) as url, calling(url) as bot:
        await bot.send_message(7, "a\ud83d")

    assert bodies[0]["text"] == "a\ud83d"


@pytest.mark.parametrize("as_stream", [False, True])
async def test_files_are_uploaded_as_parts_of_a_form(as_stream: bool) -> None:
    parts: dict[str, object] = {}

    async def handle(request: web.BaseRequest) -> web.Response:
        parts.update(await read_form(request))
        return web.json_response(ANSWER)

    content = b"\x00\xff" * 100_000
    given = InputFile(io.BytesIO(content), filename="arsip é.zip", read_file_handle=not as_stream)
    async with serving(handle) as url, calling(url) as bot:
        await bot.send_document(7, given, caption="Arsip")

    assert parts["document"] == ("arsip é.zip", "application/zip", content)
    assert parts["chat_id"] == "7"
    assert parts["caption"] == "Arsip"


async def test_a_list_of_files_refers_to_the_parts_of_its_form() -> None:
    parts: dict[str, object] = {}

    async def handle(request: web.BaseRequest) -> web.Response:
        parts.update(await read_form(request))
        return web.json_response({"ok": True, "result": [MESSAGE]})

    async with serving(handle) as url, calling(url) as bot:
        media = [InputMediaDocument(io.BytesIO(name), filename="a.txt") for name in (b"1", b"2")]
        await bot.send_media_group(7, media)

    named = [each["media"].removeprefix("attach://") for each in json.loads(str(parts["media"]))]
    assert [parts[name] for name in named] == [
        ("a.txt", "text/plain", each) for each in (b"1", b"2")
    ]


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (400, {"ok": False, "description": "Bad Request: chat not found"}, BadRequest),
        (401, {"ok": False, "description": "Unauthorized"}, InvalidToken),
        (429, {"ok": False, "parameters": {"retry_after": 7}}, RetryAfter),
        (500, {"ok": False, "description": "Internal Server Error"}, NetworkError),
        (502, "<html>Bad Gateway</html>", NetworkError),
        (302, "", NetworkError),
    ],
)
async def test_what_the_server_refuses_is_the_librarys_error(
    status: int, body: object, expected: type[TelegramError]
) -> None:
    text = body if isinstance(body, str) else json.dumps(body)
    async with serving(answer_with(text, status)) as url, calling(url) as bot:
        with pytest.raises(TelegramError) as caught:
            await bot.send_message(7, "halo")

    assert type(caught.value) is expected
    assert not isinstance(caught.value.__cause__, RequestFailure)
    if isinstance(caught.value, RetryAfter):
        assert caught.value.retry_after.total_seconds() == 7  # type: ignore[union-attr]


@pytest.mark.parametrize("body", [b"", b'{"ok": true, "result"', b"\xff\xfe", b"rahasia"])
async def test_a_broken_answer_is_an_error_that_does_not_quote_it(
    body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with serving(answer_with(body)) as url, calling(url) as bot:
        with pytest.raises(TelegramError, match=r"^Invalid server response$"):
            await bot.get_me()

    assert "rahasia" not in caplog.text


def test_half_a_character_in_an_answer_does_no_harm() -> None:
    answer = QuietRequest.parse_json_payload(b'{"ok": true, "result": "a\xff"}')

    assert answer["result"] == "a\ufffd"


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


async def test_connections_are_used_again() -> None:
    ports: set[object] = set()

    async def handle(request: web.BaseRequest) -> web.Response:
        ports.add(request.transport and request.transport.get_extra_info("peername"))
        return web.json_response(ANSWER)

    async with serving(handle) as url, calling(url) as bot:
        for _ in range(5):
            await bot.send_message(7, "halo")

    assert len(ports) == 1


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


async def test_a_certificate_that_nobody_vouches_for_is_refused() -> None:
    request = QuietRequest(connection_pool_size=1)
    await request.initialize()
    connector = request._session.connector if request._session else None
    context = getattr(connector, "_ssl", None)
    await request.shutdown()

    assert context is not None
    assert context.verify_mode.name == "CERT_REQUIRED"
    assert context.check_hostname


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


async def test_a_file_is_fetched_by_its_address() -> None:
    async with serving(answer_with(b"isi")) as url, calling(url) as bot:
        fetched = await bot.request.retrieve(f"{url}{TOKEN}/files/1")

    assert bytes(fetched) == b"isi"


async def test_before_it_is_opened_it_sends_nothing() -> None:
    request = QuietRequest(connection_pool_size=1)
    with pytest.raises(NetworkError, match="not initialized"):
        await request.post("http://127.0.0.1:9/bot", RequestData([]))
