"""HTTP requests to the Bot API: what python-telegram-bot's own leave open for a service."""

from __future__ import annotations

import asyncio
import json
from http import HTTPStatus
from typing import Any

from telegram.error import TelegramError
from telegram.request import HTTPXRequest


class QuietRequest(HTTPXRequest):
    """python-telegram-bot's requests, but a broken answer is not written to the log whole."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the JSON object in `payload`.

        Raises:
            TelegramError: when there is none; the message does not quote the payload.
        """
        try:
            answer: dict[str, Any] = json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            raise TelegramError("Invalid server response") from None
        return answer


class PollingRequest(QuietRequest):
    """The requests that fetch updates; `refused` is set once the server refuses the token.

    python-telegram-bot ends its polling then without telling anybody.
    """

    def __init__(self) -> None:
        """Open no connection yet."""
        # At the end, the last call may come before the connection of the cancelled one is free.
        super().__init__(connection_pool_size=2)
        self.refused = asyncio.Event()

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401
        """Return status and body of the answer."""
        status, body = await super().do_request(*args, **kwargs)
        if status == HTTPStatus.UNAUTHORIZED:
            self.refused.set()
        return status, body
