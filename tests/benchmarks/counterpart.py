"""A lean Bot API that hands out updates and times the answers.

The strict fake of `tests/fake_telegram` checks each call and takes longer for it than a bot does;
this one answers with what is just valid, so that the bots are what is measured.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import unquote_plus, urlsplit

from aiohttp import ClientSession, TCPConnector, web

from tests.leaks import list_secrets

_BATCH = 100
_CONNECTIONS = 40
"""So many Telegram opens to a webhook: https://core.telegram.org/bots/api#setwebhook"""

_ADDRESS = re.compile(r"/bot(\d+):[^/]+/(\w+)")
_ANSWERED = re.compile(rb'(?:chat_id|inline_query_id)"?\s*[=:]\s*"?(\d+)')
_PATIENT = re.compile(rb'timeout"?\s*[=:]\s*"?[1-9]')
_WEBHOOK = re.compile(r'url"?\s*[=:]\s*"?(https?[^"&]+)')
_SECRET = re.compile(r'secret_token"?\s*[=:]\s*"?([^"&]+)')
_DONE = b'{"ok":true,"result":true}'
_MESSAGE = (
    b'{"ok":true,"result":{"message_id":%d,"date":1707900000,'
    b'"chat":{"id":%d,"type":"private","first_name":"Siti"},"text":"Ya."}}'
)
_NOTHING = b'{"ok":true,"result":[]}'
_TEXTS = b'{"ok":true,"result":{"description":"","short_description":""}}'

Json = dict[str, object]


@dataclass(slots=True)
class Line:
    """The connection of one bot: what it is to fetch, when that was sent, when it answered.

    `webhook` is the path to which updates are posted at `port`, if the bot asked for that; whatever
    host it named stands for this machine.
    """

    bot: int
    waiting: list[bytes] = field(default_factory=list)
    sent: dict[int, float] = field(default_factory=dict)
    answered: dict[int, float] = field(default_factory=dict)
    webhook: str = ""
    secret: str = ""
    port: int = 0
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    done: asyncio.Event = field(default_factory=asyncio.Event)
    polls: int = 0

    def list_delays(self) -> list[float]:
        """Return the seconds from each update to its answer."""
        return [self.answered[key] - since for key, since in self.sent.items()]

    def clear(self) -> None:
        """Forget what was sent and answered."""
        self.sent.clear()
        self.answered.clear()


class Counterpart:
    """Serves several bots, by the numbers of their tokens.

    `secrets` are what those must not tell anybody: who sent something, and what.
    """

    def __init__(self, poster: ClientSession) -> None:
        """Post to webhooks by `poster`."""
        self.lines: dict[int, Line] = {}
        self.secrets: set[str] = set()
        self._poster = poster
        self._updates = 0
        self._messages = 0

    def open_line(self, bot: int) -> Line:
        """Return the line of a new bot."""
        return self.lines.setdefault(bot, Line(bot))

    async def push(self, line: Line, person: int, update: Json) -> None:
        """Send an update now; it counts as answered once the bot answers `person`.

        Args:
            line: that of the bot.
            person: the number of the private chat or of the inline query.
            update: without its number.
        """
        line.done.clear()
        line.sent[person] = time.perf_counter()
        if not line.webhook:
            self.put(line, update)
            return
        body = self._number(update)
        headers = {
            "Content-Type": "application/json",
            "X-Telegram-Bot-Api-Secret-Token": line.secret,
        }
        address = f"http://127.0.0.1:{line.port}{line.webhook}"
        async with self._poster.post(address, data=body, headers=headers) as answer:
            answer.raise_for_status()

    def put(self, line: Line, update: Json) -> None:
        """Let a bot that polls fetch an update, which nobody waits for."""
        line.waiting.append(self._number(update))
        line.changed.set()

    def _number(self, update: Json) -> bytes:
        self._updates += 1
        self.secrets.update(list_secrets(update))
        return json.dumps({"update_id": self._updates, **update}).encode()

    async def finish(self, line: Line, seconds: float = 120.0) -> None:
        """Wait until everything is answered."""
        async with asyncio.timeout(seconds):
            await line.done.wait()

    async def answer(self, request: web.BaseRequest) -> web.Response:
        """Answer a call."""
        match = _ADDRESS.fullmatch(request.path)
        if match is None:
            return web.Response(status=404)
        # Parameters may be in the address, as Telegram takes them.
        line, body = (
            self.lines[int(match[1])],
            await request.read() or request.query_string.encode(),
        )
        return web.Response(
            body=await self._carry_out(line, match[2], body), content_type="application/json"
        )

    async def _carry_out(self, line: Line, method: str, body: bytes) -> bytes:
        match method:
            case "sendMessage":
                self._messages += 1
                return _MESSAGE % (self._messages, _note(line, body))
            case "getUpdates":
                return await _fetch(line, body)
            case "getMe":
                return _describe_bot(line.bot)
            case "answerInlineQuery":
                _note(line, body)
            case "setWebhook":
                _take_webhook(line, unquote_plus(body.decode()))
        if method in {"getMyCommands", "getChatAdministrators"}:
            return _NOTHING
        return _TEXTS if method.startswith("getMy") else _DONE


def _note(line: Line, body: bytes) -> int:
    match = _ANSWERED.search(body)
    person = int(match[1]) if match else 0
    line.answered.setdefault(person, time.perf_counter())
    if len(line.answered) >= len(line.sent):
        line.done.set()
    return person


async def _fetch(line: Line, body: bytes) -> bytes:
    line.polls += 1
    if _PATIENT.search(body) and not line.waiting:
        line.changed.clear()
        try:
            await asyncio.wait_for(line.changed.wait(), 5)
        except TimeoutError:
            return _NOTHING
    batch, line.waiting = line.waiting[:_BATCH], line.waiting[_BATCH:]
    return b'{"ok":true,"result":[' + b",".join(batch) + b"]}"


def _describe_bot(bot: int) -> bytes:
    me = {
        "id": bot,
        "is_bot": True,
        "first_name": "Bot",
        "username": f"bot{bot}_bot",
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
    }
    return json.dumps({"ok": True, "result": me}).encode()


def _take_webhook(line: Line, body: str) -> None:
    address, secret = _WEBHOOK.search(body), _SECRET.search(body)
    line.webhook = urlsplit(address[1]).path if address else ""
    line.secret = secret[1] if secret else ""


@asynccontextmanager
async def open_counterpart() -> AsyncIterator[tuple[Counterpart, str]]:
    """Serve on a free port of the loopback interface; yields also the address."""
    async with ClientSession(connector=TCPConnector(limit=_CONNECTIONS)) as poster:
        counterpart = Counterpart(poster)
        server = web.ServerRunner(web.Server(counterpart.answer, access_log=None))
        await server.setup()
        site = web.TCPSite(server, "127.0.0.1", 0, backlog=1024)
        await site.start()
        try:
            yield counterpart, f"http://127.0.0.1:{server.addresses[0][1]}"
        finally:
            await server.cleanup()


def make_message(person: int, text: str) -> Json:
    """Return the update that `person` wrote `text` in their private chat."""
    return {
        "message": {
            "message_id": person,
            "date": int(time.time()),
            "from": _describe(person),
            "chat": {"id": person, "type": "private", "first_name": "Siti"},
            "text": text,
        }
    }


def make_query(person: int, text: str) -> Json:
    """Return the update that somebody typed `text` in inline mode; the query is `person`'s."""
    query = {"id": str(person), "from": _describe(person), "query": text, "offset": ""}
    return {"inline_query": query}


def _describe(person: int) -> Json:
    return {"id": person, "is_bot": False, "first_name": "Siti", "language_code": "id"}


def spread(moments: int, seconds: float) -> Sequence[float]:
    """Return so many moments, evenly within `seconds`."""
    return [number * seconds / moments for number in range(moments)]
