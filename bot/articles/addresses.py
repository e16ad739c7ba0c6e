"""Web addresses: which are accepted, which are the same page, and the key made of them."""

from __future__ import annotations

import base64
import hashlib
import re
from enum import Enum
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit

_LABEL = r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?"
_HOST = re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})*")
_MIRRORS = ("www.", "m.", "amp.")
_UNSAFE = frozenset('<>"\\^`{|}')
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})?")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
_DEFAULT_PORTS = (None, 80, 443)
_TRACKING = re.compile(
    r"utm_.*|(?:fb|g|d|tw|y|tt)clid|gclsrc|[gw]braid|msclkid|igsh(?:id)?|mc_[ce]id|_g[al]"
    r"|ref(?:_src|_url)?|source|amp|outputtype|jxconn|jxrecoid|tag_from|single"
)
# Two digits at most: a longer number after `page` is more likely the page's identity.
_PAGE = re.compile(r"all|\d{1,2}")


class AddressFault(Enum):
    """What is wrong with an address."""

    SCHEME = "scheme"
    HOST = "host"
    CREDENTIALS = "credentials"
    CHARACTERS = "characters"


class AddressError(ValueError):
    """The text is no address of a public web page."""

    def __init__(self, fault: AddressFault) -> None:
        """Keep the `fault`, so that a caller can explain it."""
        super().__init__(fault.value)
        self.fault = fault


def canonical_url(url: str) -> str:
    """Return the one spelling that all variants of an article's address share.

    Scheme, letter case of the host, `www.`/`m.`/`amp.` hosts, default ports, fragment, `amp` in
    the path, page numbers, tracking parameters, the order of parameters and a trailing slash
    make no difference. The result starts with `https://` and is its own canonical form.

    Raises:
        AddressError: `url` is not an http(s) address with a host and without credentials.
    """
    parts = _split(url)
    host = _canonical_host(parts)
    port = "" if parts.port in _DEFAULT_PORTS else f":{parts.port}"
    segments = [part for part in _canonical_path(parts.path).split("/") if part]
    path = "".join(f"/{part}" for part in segments if part.lower() != "amp")
    parameters = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode(sorted(pair for pair in parameters if _identifies(*pair)))
    return f"https://{host}{port}{path}" + (f"?{query}" if query else "")


def article_key(url: str) -> str:
    """Return the key of the article at `url`: 10 lower-case base32 characters.

    Raises:
        AddressError: as for `canonical_url`.
    """
    digest = hashlib.sha256(canonical_url(url).encode()).digest()
    return base64.b32encode(digest)[:10].decode().lower()


def _split(url: str) -> SplitResult:
    if " " in url or not url.isprintable() or not _UNSAFE.isdisjoint(url):
        raise AddressError(AddressFault.CHARACTERS)
    if not re.match(r"https?://", url, re.IGNORECASE):
        raise AddressError(AddressFault.SCHEME)
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise AddressError(AddressFault.HOST) from error
    if "@" in parts.netloc:
        raise AddressError(AddressFault.CREDENTIALS)
    return parts


def _canonical_host(parts: SplitResult) -> str:
    try:
        host = (parts.hostname or "").encode("idna").decode().lower().removesuffix(".")
    except UnicodeError as error:
        raise AddressError(AddressFault.HOST) from error
    if not _HOST.fullmatch(host):
        raise AddressError(AddressFault.HOST)
    while host.startswith(_MIRRORS) and host.count(".") > 1:
        host = host.partition(".")[2]
    return host


def _canonical_path(path: str) -> str:
    return _ESCAPE.sub(_canonical_escape, quote(path, safe="/%!$&'()*+,;=:@~"))


def _canonical_escape(match: re.Match[str]) -> str:
    if match[1] is None:
        return "%25"
    char = chr(int(match[1], 16))
    return char if _UNRESERVED.fullmatch(char) else match[0].upper()


def _identifies(name: str, value: str) -> bool:
    if name.lower() == "page":
        return not _PAGE.fullmatch(value.lower())
    return not _TRACKING.fullmatch(name.lower())
