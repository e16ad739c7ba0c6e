"""Our HTTP client: python-telegram-bot's calls, files and errors."""

import io
import json

import pytest
from aiohttp import web
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputFile, InputMediaDocument
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.chat.transport.requests import QuietRequest, RequestFailure
from tests.chat.bot_servers import ANSWER, MESSAGE, TOKEN, answer_with, calling, serving


async def read_form(request: web.BaseRequest) -> dict[str, object]:
    """Return the fields of a form; files as name, type and content."""
    return {
        name: (part.filename, part.content_type, part.file.read())
        if isinstance(part, web.FileField)
        else part
        for name, part in (await request.post()).items()
    }


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


def test_half_a_character_in_an_answer_does_no_harm() -> None:
    answer = QuietRequest.parse_json_payload(b'{"ok": true, "result": "a\xff"}')

    assert answer["result"] == "a\ufffd"


async def test_a_file_is_fetched_by_its_address() -> None:
    async with serving(answer_with(b"isi")) as url, calling(url) as bot:
        fetched = await bot.request.retrieve(f"{url}{TOKEN}/files/1")

    assert bytes(fetched) == b"isi"
