"""Pieces of a Telegram message in HTML that know how long they are after parsing.

Everything goes through `text` or `link`, so nothing unescaped can get into a message.
Tags and limits: https://core.telegram.org/bots/api#html-style
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from urllib.parse import urlsplit

MAX_UNITS = 4_096
"""Length of a message in UTF-16 code units after parsing: https://core.telegram.org/bots/api#sendmessage"""

MAX_ENTITIES = 100
"""Entities beyond these are dropped without a word: https://core.telegram.org/api/entities"""

_MAX_URL = 2_048
_BREAKS = re.compile(r"[\t\v\f\r\x1c-\x1e\x85\u2028\u2029]")
# Controls, halves of surrogate pairs, and marks that would turn the direction of what follows.
_UNWANTED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Markup:
    """Finished HTML, with its length in UTF-16 code units and its entities after parsing."""

    html: str = ""
    units: int = 0
    entities: int = 0

    def __add__(self, other: Markup) -> Markup:
        """Return the two pieces one after the other."""
        return Markup(
            self.html + other.html, self.units + other.units, self.entities + other.entities
        )

    def __bool__(self) -> bool:
        """Tell whether there is anything to see."""
        return bool(self.units)


def text(content: str) -> Markup:
    """Return `content` as plain text, cleaned and escaped."""
    if not content:
        return Markup()
    readable = clean(content)
    return Markup(escape(readable, quote=False), count_units(readable))


def clean(content: str) -> str:
    """Return `content` without control characters, halves of characters and direction marks."""
    if content.isprintable():
        return content
    return _UNWANTED.sub("", _BREAKS.sub(" ", content))


def bold(content: str | Markup) -> Markup:
    """Return `content` in bold."""
    return _wrap("<b>", text(content) if isinstance(content, str) else content, "</b>")


def underline(content: str) -> Markup:
    """Return `content` underlined."""
    return _wrap("<u>", text(content), "</u>")


def italic(content: str) -> Markup:
    """Return `content` in italics."""
    return _wrap("<i>", text(content), "</i>")


def link(label: str, url: str) -> Markup:
    """Return `label` as a link, or as plain text when `url` is no safe web address."""
    if not is_web_address(url):
        return text(label)
    return _wrap(f'<a href="{escape(url)}">', text(label), "</a>")


def quote(content: Markup, *, expandable: bool = False) -> Markup:
    """Return `content` as a block quotation; an expandable one starts folded to three lines."""
    opening = "<blockquote expandable>" if expandable else "<blockquote>"
    return _wrap(opening, content, "</blockquote>")


def join(separator: str, *parts: Markup) -> Markup:
    """Return the parts that are not empty, with `separator` between them."""
    seen = [part for part in parts if part]
    if len(seen) < 2:  # noqa: PLR2004 - nothing to separate
        return seen[0] if seen else Markup()
    glue = text(separator)
    gaps = len(seen) - 1
    return Markup(
        glue.html.join([part.html for part in seen]),
        sum([part.units for part in seen]) + gaps * glue.units,
        sum([part.entities for part in seen]),
    )


def lines(*parts: Markup) -> Markup:
    """Return the parts that are not empty, one a line."""
    return join("\n", *parts)


def shorten(content: str, units: int) -> str:
    """Return `content` on one line and cut at a word, with an ellipsis, to at most `units`."""
    flat = " ".join(clean(content).split())
    if count_units(flat) <= units:
        return flat
    kept = flat.encode("utf-16-le")[: 2 * (units - 1)].decode("utf-16-le", "ignore")
    head, space, _ = kept.rpartition(" ")
    return (head if space and 2 * len(head) >= len(kept) else kept).rstrip(" ,;:.") + "…"


def count_units(content: str) -> int:
    """Return the length of `content` as Telegram counts it, in UTF-16 code units."""
    if content.isascii():
        return len(content)
    return len(content.encode("utf-16-le", "surrogatepass")) // 2


# An answer links to each of its sources several times.
@lru_cache(maxsize=1_024)
def is_web_address(url: str) -> bool:
    """Tell whether `url` is an http(s) address with a public host name and no credentials."""
    if len(url) > _MAX_URL or re.search(r"[\s\x00-\x1f\x7f\ud800-\udfff]", url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    public = "." in (parts.hostname or "").strip(".")
    return parts.scheme in {"http", "https"} and public and "@" not in parts.netloc


def _wrap(opening: str, content: Markup, closing: str) -> Markup:
    if not content.html.strip():
        return content
    return Markup(opening + content.html + closing, content.units, content.entities + 1)
