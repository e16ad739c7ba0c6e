"""HTTP requests to the Bot API, by pyreqwest: quick, and silent about what they carry."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from datetime import timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from pyreqwest.client import ClientBuilder
from pyreqwest.exceptions import (
    BuilderError,
    DetailedPyreqwestError,
    PoolTimeoutError,
    PyreqwestError,
)
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest

from bot.chat.transport.bodies import JsonBody, decode, fill
from bot.texts.serve import NOT_TRUSTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyreqwest.client import Client
    from telegram._utils.defaultvalue import DefaultValue
    from telegram.request import RequestData

    Seconds = float | DefaultValue[float] | DefaultValue[None] | None

_READ = 5.0
_TRANSFER = 60.0
"""Of a file, which comes or goes beside the answer that is waited for."""

_CONNECT = timedelta(seconds=3)
"""Less than an answer is waited for: who runs into it has sent nothing, and may try again."""

_POOL = timedelta(seconds=1)
_IDLE = 32
"""Connections that stay open between calls: a rush needs more, and leaves no more behind."""

_LETTING_GO = 0.05
"""Seconds in which the client's own thread ends its work. An interpreter that ends meanwhile is
aborted: https://github.com/PyO3/pyo3/pull/4874"""

_NOT_CONNECTED = "(Connect)"
"""In the causes of an error before anything was sent, TLS included; its type does not tell that."""

_NO_AUTHORITIES = "No CA certificates"
_NOT_TRUSTED = "invalid peer certificate"


class NoAuthoritiesError(Exception):
    """This machine has no certificate authorities, so that no server can be trusted."""


class RequestFailure(Exception):  # noqa: N818 - the cause of an error, not one by itself
    """Why no answer came; it names the client's error and never the address: that holds the token.

    `was_sent` unless it is certain that nothing has reached the server.
    """

    def __init__(self, reason: str, *, was_sent: bool) -> None:
        """Keep both."""
        super().__init__(reason)
        self.was_sent = was_sent


class QuietRequest(BaseRequest):
    """Requests over connections that are kept open, through the proxy of the environment if any.

    python-telegram-bot's own, by httpx, take several times as long. Errors are the same as theirs;
    their cause is a `RequestFailure`.
    """

    def __init__(self, connection_pool_size: int) -> None:
        """Open no connection yet, and at most `connection_pool_size` later on."""
        self._size = connection_pool_size
        self._client: Client | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds for which an answer is waited for, unless a call says otherwise."""
        return _READ

    async def initialize(self) -> None:
        """Get ready; connections are made when they are needed.

        Raises:
            NoAuthoritiesError: when the machine, or `SSL_CERT_FILE`, has none.
        """
        if self._client is None:
            builder = ClientBuilder().user_agent(self.USER_AGENT).follow_redirects(enable=False)
            builder = builder.max_connections(self._size).pool_max_idle_per_host(_IDLE)
            try:
                self._client = builder.connect_timeout(_CONNECT).pool_timeout(_POOL).build()
            except BuilderError as error:
                if not _tells(error, _NO_AUTHORITIES):
                    raise
                raise NoAuthoritiesError from error

    async def shutdown(self) -> None:
        """Close every connection; a call that was cancelled may go on until its own time limit."""
        if self._client is not None:
            await self._client.close()
            self._client = None
            await asyncio.sleep(_LETTING_GO)

    async def call(self, url: str, parameters: Mapping[str, Any]) -> object:
        """Post `parameters`, which are JSON, and return the result, which is JSON as well.

        Raises:
            TelegramError: as for calls of the library.
        """
        return await _Call(self, JsonBody(parameters)).post(url)

    async def do_request(  # noqa: PLR0913, PLR0917 - the signature is python-telegram-bot's
        self,
        url: str,
        method: str,
        request_data: RequestData | JsonBody | None = None,
        read_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        write_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        connect_timeout: Seconds = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - see below
        pool_timeout: Seconds = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Return status and body of the answer.

        All has to be over after `read_timeout` seconds, and `write_timeout` more where a file is
        sent or fetched. For a connection it waits as long for every call.

        Raises:
            TimedOut: when it did not come in time.
            NetworkError: when it did not come at all.
        """
        if self._client is None:
            raise RuntimeError("not initialized")
        seconds = _choose(read_timeout, _READ)
        if method == "GET" or (request_data and request_data.contains_files):
            seconds += _choose(write_timeout, _TRANSFER)
        with _translate_errors():
            builder = self._client.request(method, url).timeout(timedelta(seconds=seconds))
            answer = await fill(builder, request_data).send()
            return answer.status, (await answer.bytes()).to_bytes()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the JSON object in `payload`.

        Raises:
            TelegramError: when there is none; the message does not quote the payload.
        """
        return decode(payload)


class _Call(BaseRequest):
    """One call of JSON; the library reads its answer, and raises its errors."""

    def __init__(self, request: QuietRequest, body: JsonBody) -> None:
        self._request = request
        self._body = body

    @property
    def read_timeout(self) -> float:
        return self._request.read_timeout

    async def initialize(self) -> None:
        """Do nothing: the request is open."""

    async def shutdown(self) -> None:
        """Do nothing: others use it."""

    async def do_request(self, url: str, method: str, *_: Any, **__: Any) -> tuple[int, bytes]:  # noqa: ANN401
        return await self._request.do_request(url, method, self._body)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        return decode(payload)


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


def _choose(seconds: Seconds, default: float) -> float:
    return seconds if isinstance(seconds, int | float) else default


@contextmanager
def _translate_errors() -> Iterator[None]:
    try:
        yield
    except PyreqwestError as error:
        untrusted = _tells(error, _NOT_TRUSTED)
        name = NOT_TRUSTED if untrusted else type(error).__name__
        # Without what the error says by itself, which is the address.
        failure = RequestFailure(name, was_sent=_was_sent(error))
        if isinstance(error, TimeoutError):
            raise TimedOut from failure
        raise NetworkError(name) from failure


def _was_sent(error: PyreqwestError) -> bool:
    if isinstance(error, PoolTimeoutError):
        return False
    return not _tells(error, _NOT_CONNECTED)


def _tells(error: PyreqwestError, sign: str) -> bool:
    causes = error.details["causes"] if isinstance(error, DetailedPyreqwestError) else None
    return any(sign in cause["message"] for cause in causes or ())
