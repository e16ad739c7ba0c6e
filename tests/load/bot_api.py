"""A lean Bot API for load: takes every call, and notes which answer belongs to which update.

The strict fake of `tests/fake_telegram` checks each call and takes longer for it than a bot does;
this one answers with what is just valid.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

from aiohttp import web

Json: TypeAlias = dict[str, Any]

_ME = {
    "id": 1,
    "is_bot": True,
    "first_name": "Bot",
    "username": "beban_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": True,
}
_TEXTS = {"description": "", "short_description": ""}


class Expected:
    """An answer that is awaited: when it came, and with which message."""

    def __init__(self) -> None:
        """Begin without it."""
        self.began = time.perf_counter()
        self.came: asyncio.Future[tuple[float, Json]] = asyncio.get_running_loop().create_future()

    async def wait(self, seconds: float) -> tuple[float, Json]:
        """Return seconds from the update to the answer, and the answer.

        Raises:
            TimeoutError: when it does not come in time.
        """
        async with asyncio.timeout(seconds):
            at, message = await asyncio.shield(self.came)
        return at - self.began, message


class LeanBotApi:
    """Counts answers by what they answer; `expected` and `seen` are how many, by that key.

    `secrets` are what the bots must not tell anybody: who sent something, and what.
    """

    def __init__(self) -> None:
        """Begin with nothing expected."""
        self.expected: Counter[str] = Counter()
        self.seen: Counter[str] = Counter()
        self.secrets: set[str] = set()
        self._awaited: dict[str, Expected] = {}
        self._messages = 1_000_000

    def expect(self, key: str) -> Expected:
        """Expect one more answer to `key`, which counts from now on."""
        self.expected[key] += 1
        awaited = self._awaited[key] = Expected()
        return awaited

    def list_lost(self) -> list[str]:
        """Return the keys of the answers that never came."""
        return list((self.expected - self.seen).elements())

    def list_repeated(self) -> list[str]:
        """Return the keys of the answers that came beyond those that were expected."""
        return list((self.seen - self.expected).elements())

    async def serve(self, request: web.BaseRequest) -> web.Response:
        """Answer a call."""
        body = await request.read()
        parameters = json.loads(body) if body.startswith(b"{") else {}
        result = self._carry_out(request.path.rpartition("/")[2], parameters)
        answer = json.dumps({"ok": True, "result": result}).encode()
        return web.Response(body=answer, content_type="application/json")

    def _carry_out(self, method: str, parameters: Json) -> object:
        match method:
            case "sendMessage":
                chat = parameters["chat_id"]
                replied = parameters.get("reply_parameters", {}).get("message_id")
                self._messages += 1
                return self._note(f"send {chat} {replied}", self._messages, parameters)
            case "editMessageText":
                number = parameters["message_id"]
                return self._note(f"edit {parameters['chat_id']} {number}", number, parameters)
            case "answerInlineQuery":
                self._note(f"inline {parameters['inline_query_id']}", 0, parameters)
            case "answerCallbackQuery":
                self._note(f"press {parameters['callback_query_id']}", 0, parameters)
            case "getMe":
                return _ME
            case "getMyCommands":
                return []
            case "getMyDescription" | "getMyShortDescription" | "getMyName":
                return _TEXTS
        return True

    def _note(self, key: str, number: int, parameters: Json) -> Json:
        chat = parameters.get("chat_id", 0)
        kind = {"type": "private", "first_name": "Siti"}
        if chat < 0:
            kind = {"type": "supergroup", "title": "Warga"}
        message: Json = {"message_id": number, "date": int(time.time()), "text": "Ya."}
        message["chat"] = {"id": chat, **kind}
        self.seen[key] += 1
        awaited = self._awaited.pop(key, None)
        if awaited and not awaited.came.done():
            markup = {"reply_markup": parameters.get("reply_markup") or {}}
            awaited.came.set_result((time.perf_counter(), message | markup))
        return message


@asynccontextmanager
async def open_bot_api() -> AsyncIterator[tuple[LeanBotApi, str]]:
    """Serve on a free port of the loopback interface; yields also the address."""
    api = LeanBotApi()
    server = web.ServerRunner(web.Server(api.serve, access_log=None))
    await server.setup()
    site = web.TCPSite(server, "127.0.0.1", 0, backlog=1024)
    await site.start()
    try:
        yield api, f"http://127.0.0.1:{server.addresses[0][1]}"
    finally:
        await server.cleanup()
