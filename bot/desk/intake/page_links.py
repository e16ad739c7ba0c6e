"""What a news page says about its own address, and where its other pages are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from bot.articles import AddressError, canonical_url

_MOST_PAGES = 10
# lxml has no type stubs.
_Tree = Any
_WHOLE = frozenset({("page", "all"), ("single", "1")})
_NUMBER = re.compile(r"[2-9]|[1-9]\d")
# In "kpu.go.id" the registered name has three parts.
_REGISTERED = re.compile(r"[^.]+\.(?:[a-z]{2,3}\.[a-z]{2}|[^.]+)$")
_AMP_CACHE = ".cdn.ampproject.org"


def tidy_address(url: str) -> str:
    """Return `url` without page number, tracking parameters, AMP marks and fragment.

    Scheme and host stay as they are, except for AMP hosts, so that the link still works. What is
    no address stays as it is.
    """
    canonical = _canonical(url)
    if canonical is None:
        return url
    plain, parts = urlsplit(canonical), urlsplit(url)
    host = parts.netloc.removeprefix("amp.") if parts.netloc.count(".") > 1 else parts.netloc
    kept = parse_qsl(plain.query, keep_blank_values=True)
    path = re.sub(r"/amp(?=/|$)", "", parts.path, flags=re.IGNORECASE)
    query = urlencode(
        [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair in kept]
    )
    return urlunsplit((parts.scheme, host, path, query, ""))


def find_canonical(tree: _Tree, url: str) -> str | None:
    """Return the address that the page at `url` names as its own, or None."""
    return next(_resolve(tree, "//link[@rel='canonical']/@href", url), None)


def is_amp(tree: _Tree) -> bool:
    """Tell whether the page is the AMP variant of another one."""
    return any(name in tree.attrib for name in ("amp", "⚡", "amp4ads"))


def is_same_site(one: str, other: str) -> bool:
    """Tell whether two addresses belong to the same site, or `one` to a cache of AMP pages."""
    hosts = [(urlsplit(url).hostname or "") for url in (one, other)]
    if hosts[0].endswith(_AMP_CACHE):
        return True
    return _site_of(hosts[0]) == _site_of(hosts[1])


def list_further_pages(tree: _Tree, url: str) -> list[str]:
    """Return the addresses of the article's other pages in order, at most `_MOST_PAGES`.

    When the site offers the whole article on one page, only that one is returned.
    """
    numbered: dict[int, str] = {}
    for address in _list_variants(tree, url):
        pairs = dict(parse_qsl(urlsplit(address).query))
        if not _WHOLE.isdisjoint(pairs.items()):
            return [address]
        number = pairs.get("page", "")
        if _NUMBER.fullmatch(number):
            numbered.setdefault(int(number), address)
    return [numbered[number] for number in sorted(numbered)][:_MOST_PAGES]


def _list_variants(tree: _Tree, url: str) -> Iterator[str]:
    """Return the links that lead to the same article with other parameters."""
    own = _canonical(url)
    links = _resolve(tree, "//a/@href | //link[@rel='next']/@href", url)
    return (address for address in links if _canonical(address) == own)


def _resolve(tree: _Tree, path: str, url: str) -> Iterator[str]:
    """Yield the web addresses that the attributes at `path` hold."""
    for href in tree.xpath(path):
        with suppress(ValueError):
            address = urljoin(url, str(href).strip())
            if _canonical(address):
                yield address


def _canonical(url: str) -> str | None:
    try:
        return canonical_url(url)
    except AddressError:
        return None


def _site_of(host: str) -> str:
    found = _REGISTERED.search(host)
    return found[0] if found else host
