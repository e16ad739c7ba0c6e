"""HTTP requests to the Bot API, by aiohttp: quick, and silent about what they carry."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest
from yarl import URL

from bot.chat.transport.bodies import JsonBody, decode, encode

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator, Mapping

    from telegram._utils.defaultvalue import DefaultValue
    from telegram.request import RequestData

    Seconds = float | DefaultValue[float] | DefaultValue[None] | None

_READ = _WRITE = _CONNECT = 5.0
_WRITE_FILES = 60.0
_POOL = 1.0
_NEVER_SENT = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
)


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

    def __init__(
        self, connection_pool_size: int, certificates: ssl.SSLContext | None = None
    ) -> None:
        """Open no connection yet, and at most `connection_pool_size` later on.

        Servers are checked against `certificates`, by default those of httpx.
        """
        self._size = connection_pool_size
        self._certificates = certificates
        self._session: aiohttp.ClientSession | None = None
        self._proxies: dict[str, str | None] = {}

    @property
    def read_timeout(self) -> float:
        """Seconds for which an answer is waited for, unless a call says otherwise."""
        return _READ

    async def initialize(self) -> None:
        """Get ready; connections are made when they are needed."""
        if self._session is None:
            # As httpx: against the certificates that SSL_CERT_FILE names, or else its own.
            certificates = self._certificates or httpx.create_ssl_context()
            connector = aiohttp.TCPConnector(limit=self._size, ssl=certificates)
            self._session = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()
            self._session = None

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
        connect_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        pool_timeout: Seconds = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Return status and body of the answer.

        Raises:
            TimedOut: when it did not come in time.
            NetworkError: when it did not come at all.
        """
        if self._session is None:
            raise RuntimeError("not initialized")
        has_files = request_data is not None and request_data.contains_files
        timeout = _limit(
            pool=_choose(pool_timeout, _POOL),
            connect=_choose(connect_timeout, _CONNECT),
            write=_choose(write_timeout, _WRITE_FILES if has_files else _WRITE),
            read=_choose(read_timeout, _READ),
            is_download=method == "GET",
        )
        body, headers = encode(request_data)
        with _translate_errors():
            async with self._session.request(
                method,
                URL(url, encoded=True),
                data=body,
                headers=headers,
                timeout=timeout,
                proxy=self._find_proxy(url),
                allow_redirects=False,
            ) as answer:
                return answer.status, await answer.read()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the JSON object in `payload`.

        Raises:
            TelegramError: when there is none; the message does not quote the payload.
        """
        return decode(payload)

    def _find_proxy(self, url: str) -> str | None:
        address = urlsplit(url)
        host = address.hostname or ""
        if host not in self._proxies:
            # Kept: to look through the whole environment takes as long as half a request.
            known = getproxies()
            proxy = known.get(address.scheme) or known.get("all")
            self._proxies[host] = None if proxy_bypass(host) else proxy
        return self._proxies[host]


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
        # For the other requests too: they take much memory.
        self.certificates = httpx.create_ssl_context()
        # At the end, the last call may come before the connection of the cancelled one is free.
        super().__init__(connection_pool_size=2, certificates=self.certificates)
        self.refused = asyncio.Event()

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401
        """Return status and body of the answer."""
        status, body = await super().do_request(*args, **kwargs)
        if status == HTTPStatus.UNAUTHORIZED:
            self.refused.set()
        return status, body


def _choose(seconds: Seconds, default: float) -> float | None:
    if seconds is None or isinstance(seconds, int | float):
        return seconds
    return default


@lru_cache
def _limit(
    *,
    pool: float | None,
    connect: float | None,
    write: float | None,
    read: float | None,
    is_download: bool,
) -> aiohttp.ClientTimeout:
    """Return how long each part of a request may take; a download goes on while it comes in.

    aiohttp has no time for writing alone, so what sends something has one for all together.
    """
    whole = None
    if not is_download and None not in (pool, connect, write, read):
        whole = (pool or 0) + (connect or 0) + (write or 0) + (read or 0)
    to_connect = None if pool is None or connect is None else pool + connect
    return aiohttp.ClientTimeout(
        total=whole, connect=to_connect, sock_connect=connect, sock_read=read
    )


@contextmanager
def _translate_errors() -> Iterator[None]:
    try:
        yield
    except (aiohttp.ClientError, TimeoutError) as error:
        name = type(error).__name__
        # Without what the error says by itself, which may be the address.
        failure = RequestFailure(name, was_sent=not isinstance(error, _NEVER_SENT))
        if isinstance(error, TimeoutError):
            raise TimedOut from failure
        raise NetworkError(name) from failure
