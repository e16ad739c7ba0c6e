"""Fetches web pages that strangers name, without becoming their tool.

An address is checked as written, and again wherever it redirects; the host is resolved once, every
resolved address is checked, and a checked address is the one connected to, so that a name cannot
point somewhere else between check and use. See
https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html
"""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import httpx

from bot.desk.errors import (
    AddressRefusedError,
    SiteRefusedError,
    TooLargeError,
    TooSlowError,
    UnreachableError,
    WrongContentError,
)
from bot.desk.intake.charsets import decode
from bot.desk.intake.inflating import Inflater
from bot.desk.intake.public_addresses import is_public
from bot.texts import fetching as texts

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""Finds the IP addresses of a host; raises OSError when it has none."""

_PORTS = frozenset({80, 443})
_DEFAULT_PORTS = {"http": 80, "https": 443}
_LONGEST_ADDRESS = 2048
_MOST_REDIRECTS = 5
_MOST_ATTEMPTS = 3
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")
# Read as IPv4 addresses by many resolvers: 2130706433, 0x7f.1, 127.1.
_NUMERIC = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)", re.IGNORECASE)
_DOTTED = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}")
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; TanyaSirekap)",
    "Accept": "text/html,application/xhtml+xml",
    "Accept-Language": "id",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class FetchRules:
    """What may be fetched.

    `allow_hosts` are hosts (`host` or `host:port`, lower case, IPv6 in brackets) that may have
    private addresses and other ports. `max_bytes` (unpacked) and `seconds` hold for all pages that
    one `Fetcher` fetches.
    """

    allow_hosts: frozenset[str] = frozenset()
    max_bytes: int = 5 * 1024 * 1024
    seconds: float = 15.0


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML page and the address that it came from after all redirects."""

    url: str
    html: str


async def resolve_host(host: str, port: int) -> Sequence[str]:
    """Return the IP addresses of `host`, as the system resolves it.

    Raises:
        OSError: there are none.
    """
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[4][0]) for place in found))


class Fetcher:
    """Fetches the pages of one article, which share the limits of the rules.

    No cookies are kept, no scripts run, and no proxy of the environment is used.
    """

    def __init__(self, rules: FetchRules, resolve: Resolve = resolve_host) -> None:
        """Fetch by `rules`; hosts are looked up with `resolve`."""
        self._rules = rules
        self._resolve = resolve
        self._bytes_left = rules.max_bytes
        self._deadline: float | None = None

    async def fetch(self, address: str) -> Page:
        """Return the page at `address`.

        Raises:
            FetchError: with the reason as a sentence for moderators.
        """
        if self._deadline is None:
            self._deadline = asyncio.get_running_loop().time() + self._rules.seconds
        try:
            async with asyncio.timeout_at(self._deadline):
                return await self._follow(address)
        except TimeoutError as error:
            raise TooSlowError(texts.describe_too_slow(self._rules.seconds)) from error

    async def _follow(self, address: str) -> Page:
        for _ in range(_MOST_REDIRECTS + 1):
            url = self._check(address)
            target = await self._visit(url)
            if isinstance(target, Page):
                return target
            address = target
        raise SiteRefusedError(texts.TOO_MANY_REDIRECTS)

    def _check(self, address: str) -> httpx.URL:
        try:
            url = httpx.URL(address)
        except httpx.InvalidURL as error:
            raise AddressRefusedError(texts.BROKEN_ADDRESS) from error
        if url.scheme not in _DEFAULT_PORTS:
            raise AddressRefusedError(texts.NOT_HTTP)
        if url.userinfo:
            raise AddressRefusedError(texts.CREDENTIALS)
        host = _host_of(url)
        if not _HOST.fullmatch(host) or len(address) > _LONGEST_ADDRESS:
            raise AddressRefusedError(texts.BROKEN_ADDRESS)
        if _NUMERIC.fullmatch(host) and not _DOTTED.fullmatch(host):
            raise AddressRefusedError(texts.describe_private(host))
        if _port_of(url) not in _PORTS and not self._is_listed(url):
            raise AddressRefusedError(texts.describe_port(_port_of(url)))
        return url

    def _is_listed(self, url: httpx.URL) -> bool:
        host = _host_of(url)
        shown = f"[{host}]" if ":" in host else host
        return not self._rules.allow_hosts.isdisjoint({shown, f"{shown}:{_port_of(url)}"})

    async def _locate(self, url: httpx.URL) -> Sequence[str]:
        host = _host_of(url)
        try:
            found = await self._resolve(host, _port_of(url))
        except (OSError, UnicodeError) as error:
            raise UnreachableError(texts.describe_unknown_host(host)) from error
        if not found:
            raise UnreachableError(texts.describe_unknown_host(host))
        if not self._is_listed(url) and not all(map(is_public, found)):
            raise AddressRefusedError(texts.describe_private(host))
        return found

    async def _visit(self, url: httpx.URL) -> Page | str:
        """Return the page at `url`, or the address that it redirects to."""
        addresses = await self._locate(url)
        # A transport of its own: a connection opened for one host never serves another one.
        async with httpx.AsyncHTTPTransport() as transport:
            try:
                response = await _connect(transport, url, addresses[:_MOST_ATTEMPTS])
                if response.has_redirect_location:
                    return _join(url, response.headers["location"])
                return Page(str(url.copy_with(fragment=None)), await self._read(response))
            except httpx.TransportError as error:
                raise UnreachableError(texts.describe_no_connection(_host_of(url))) from error

    async def _read(self, response: httpx.Response) -> str:
        if not response.is_success:
            raise SiteRefusedError(texts.describe_status(response.status_code))
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in _HTML:
            raise WrongContentError(texts.describe_content(kind))
        inflater = Inflater(response.headers.get("content-encoding", ""))
        data = bytearray()
        async for chunk in response.aiter_raw():
            data += inflater.inflate(chunk, self._bytes_left - len(data) + 1)
            if len(data) > self._bytes_left:
                raise TooLargeError(texts.describe_too_large(self._rules.max_bytes))
        self._bytes_left -= len(data)
        return decode(bytes(data), response.charset_encoding)


async def _connect(
    transport: httpx.AsyncHTTPTransport, url: httpx.URL, addresses: Sequence[str]
) -> httpx.Response:
    host = _host_of(url)
    for number, address in enumerate(addresses, start=1):
        request = httpx.Request(
            "GET",
            url.copy_with(host=address),
            headers={"Host": url.netloc.decode("ascii"), **_HEADERS},
            extensions={"sni_hostname": host},
        )
        try:
            return await transport.handle_async_request(request)
        except httpx.ConnectError:
            if number == len(addresses):
                raise
    raise UnreachableError(texts.describe_unknown_host(host))


def _host_of(url: httpx.URL) -> str:
    return url.raw_host.decode("ascii").lower().rstrip(".")


def _port_of(url: httpx.URL) -> int:
    return _DEFAULT_PORTS[url.scheme] if url.port is None else url.port


def _join(url: httpx.URL, location: str) -> str:
    try:
        return str(url.join(location))
    except httpx.InvalidURL as error:
        raise AddressRefusedError(texts.BROKEN_ADDRESS) from error
