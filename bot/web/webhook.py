"""The webhook: Telegram posts an update, the bot takes it and says so.

See https://core.telegram.org/bots/api#setwebhook. Telegram repeats what is not answered with 2xx,
and sends the updates of one chat one after another, each once the former is answered:
https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/WebhookActor.cpp. So a
message is answered when it is handled, which keeps the order across replicas, but after half a
second at the latest, since it is written down by then. In a crowd the only replica, which keeps the
order by itself, answers at once: others come behind the crowd in Telegram's line.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from bot.chat.transport.envelopes import decode
from bot.chat.transport.under_way import Arrival

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import Receive, Scope, Send

    from bot.chat.metrics import Metrics
    from bot.chat.transport.arrivals import Arrivals

LARGEST_BODY = 1024 * 1024
"""Bytes. The longest message with all that it may reply to is far below."""

_SECRET_HEADER = b"x-telegram-bot-api-secret-token"
_TYPE_HEADER = b"content-type"
_LARGEST_ID = 2**63
_ORDER_SECONDS = 0.5
_HEADERS = [(b"content-length", b"0")]
_RETRY = [*_HEADERS, (b"retry-after", b"1")]
_STATUSES = {
    Arrival.BUSY: HTTPStatus.SERVICE_UNAVAILABLE,
    Arrival.STOPPING: HTTPStatus.SERVICE_UNAVAILABLE,
}
"""Of what Telegram is to send again; all else is done with, also what can't be read."""


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """The public address, and the secret that Telegram shows with each update."""

    url: str
    secret: str = field(repr=False)

    @property
    def path(self) -> str:
        """The path of the address, which is that of the route."""
        return urlsplit(self.url).path


class RefusedRequestError(Exception):
    """A request that is not Telegram's, or holds no update; answered with `status`, not logged."""

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        """Keep what to answer, and under which reason it is counted."""
        super().__init__(reason)
        self.status = status
        self.reason = reason


class Webhook:
    """The ASGI application behind the webhook's path.

    It reads and writes plain messages, which costs less than objects for request and response.
    """

    def __init__(self, arrivals: Arrivals, metrics: Metrics, secret: str) -> None:
        """Give updates to `arrivals` that come with the secret."""
        self._arrivals = arrivals
        self._metrics = metrics
        self._secret = secret.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        status = await self._answer(scope, receive)
        headers = _RETRY if status is HTTPStatus.SERVICE_UNAVAILABLE else _HEADERS
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body"})

    async def _answer(self, scope: Scope, receive: Receive) -> HTTPStatus:
        try:
            self._admit(scope["method"], dict(scope["headers"]))
            update = _parse(await _read_body(receive))
        except RefusedRequestError as error:
            self._metrics.count_refused(error.reason)
            return error.status
        arrival = await self._arrivals.take(update, patience=_ORDER_SECONDS)
        return _STATUSES.get(arrival, HTTPStatus.OK)

    def _admit(self, method: str, headers: Mapping[bytes, bytes]) -> None:
        if method != "POST":
            raise RefusedRequestError(HTTPStatus.METHOD_NOT_ALLOWED, "method")
        if not hmac.compare_digest(headers.get(_SECRET_HEADER, b""), self._secret):
            raise RefusedRequestError(HTTPStatus.FORBIDDEN, "secret")
        kind, _, _ = headers.get(_TYPE_HEADER, b"").partition(b";")
        if kind.strip().lower() != b"application/json":
            raise RefusedRequestError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "type")


async def _read_body(receive: Receive) -> bytes:
    body, has_more = bytearray(), True
    while has_more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise RefusedRequestError(HTTPStatus.BAD_REQUEST, "broken off")
        body += message.get("body", b"")
        has_more = message.get("more_body", False)
        if len(body) > LARGEST_BODY:
            raise RefusedRequestError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "size")
    return bytes(body)


def _parse(body: bytes) -> dict[str, Any]:
    try:
        update: object = decode(body)
    except (ValueError, RecursionError):
        raise RefusedRequestError(HTTPStatus.BAD_REQUEST, "no json") from None
    if isinstance(update, dict):
        identifier = update.get("update_id")
        if type(identifier) is int and 0 < identifier < _LARGEST_ID:
            return update
    raise RefusedRequestError(HTTPStatus.BAD_REQUEST, "no update")
