"""HTML as Telegram reads it, and back: https://core.telegram.org/bots/api#html-style."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.fake_telegram.api_spec import Json

TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic",
    "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "span": "spoiler", "tg-spoiler": "spoiler", "a": "text_link", "code": "code", "pre": "pre",
    "blockquote": "blockquote", "tg-emoji": "custom_emoji",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href"}, "span": {"class"}, "code": {"class"}, "blockquote": {"expandable"},
    "tg-emoji": {"emoji-id"},
}  # fmt: skip
SIMPLE = {"bold", "italic", "underline", "strikethrough", "spoiler"}
QUOTES = {"blockquote", "expandable_blockquote"}
TOKEN = re.compile(
    r"<(/?)([A-Za-z][A-Za-z-]*)((?:\s[^<>]*)?)>|&(#x[0-9A-Fa-f]+|#[0-9]+|\w+);|[<>&]"
)
ATTRIBUTE = re.compile(r"\s+([A-Za-z-]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[A-Za-z0-9.-]+))?")
REFERENCE = re.compile(r"&(#x[0-9A-Fa-f]+|#[0-9]+|lt|gt|amp|quot);")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
LINK_SCHEMES = {"http", "https", "tg"}


class MarkupError(ValueError):
    """The text is not well-formed by Telegram's rules; the message says where and why."""


@dataclass(slots=True)
class _OpenTag:
    tag: str
    start: int
    attributes: dict[str, str]


@dataclass(slots=True)
class _Reader:
    parts: list[str] = field(default_factory=list)
    units: int = 0
    open_tags: list[_OpenTag] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.units += utf16_length(text)

    def close(self, tag: str, where: int) -> None:
        if not self.open_tags:
            raise MarkupError(f"Unexpected end tag at offset {where}")
        opened = self.open_tags.pop()
        if opened.tag != tag:
            raise MarkupError(
                f'Unmatched end tag at offset {where}, expected "</{opened.tag}>", found "</{tag}>"'
            )
        if self.units > opened.start:
            self.entities.append(_entity(opened, self.units))


def utf16_length(text: str) -> int:
    """Return the length in UTF-16 code units, in which Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_slice(text: str, offset: int, length: int) -> str:
    """Return the part of a text that an entity's offset and length, in UTF-16 units, denote."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[offset * 2 : (offset + length) * 2].decode("utf-16-le", "surrogatepass")


def by_position(entity: Json) -> tuple[int, int]:
    """Return a sort key that puts earlier entities first and containing ones before contained."""
    return entity["offset"], -entity["length"]


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Return the plain text and the entities, sorted, of a text in Telegram's HTML.

    Stricter than Telegram where it silently shows what was not meant: a bare `&` or `>`, named
    character references that it does not know, attributes that it ignores.

    Raises:
        MarkupError: the text breaks a rule.
    """
    reader = _Reader()
    position = 0
    for token in TOKEN.finditer(source):
        reader.add(source[position : token.start()])
        position = token.end()
        slash, tag, attributes, reference = token.groups()
        if reference:
            reader.add(_character(reference, token.start()))
        elif tag is None:
            raise MarkupError(f'"{token.group()}" at offset {token.start()} must be escaped')
        elif slash:
            reader.close(tag.lower(), token.start())
        else:
            reader.open_tags.append(_open(tag.lower(), attributes, reader.units, token.start()))
    reader.add(source[position:])
    if reader.open_tags:
        raise MarkupError(f"Can't find end tag corresponding to <{reader.open_tags[-1].tag}>")
    reader.entities.reverse()  # closed last is outermost
    entities = sorted(reader.entities, key=by_position)
    return trim("".join(reader.parts), _merge_code_blocks(entities))


def _character(reference: str, where: int) -> str:
    if reference in NAMED:
        return NAMED[reference]
    if not reference.startswith("#"):
        raise MarkupError(f"&{reference}; at offset {where} is not known to Telegram")
    code = int(f"0{reference[1:]}", 0) if reference[1] == "x" else int(reference[1:])
    if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000:
        raise MarkupError(f"&{reference}; at offset {where} is no character")
    return chr(code)


def _open(tag: str, written: str, start: int, where: int) -> _OpenTag:
    if tag not in TAGS:
        raise MarkupError(f'Unsupported start tag "{tag}" at offset {where}')
    if ATTRIBUTE.sub("", written).strip():
        raise MarkupError(f"The attributes of <{tag}> at offset {where} are not well-formed")
    attributes = {name: _unquote(value) for name, value in ATTRIBUTE.findall(written)}
    if unknown := attributes.keys() - ATTRIBUTES.get(tag, set()):
        raise MarkupError(f"<{tag}> at offset {where} has no attribute {min(unknown)}")
    required = {"a": "href", "span": "class", "tg-emoji": "emoji-id"}.get(tag)
    if required and not attributes.get(required):
        raise MarkupError(f"<{tag}> at offset {where} needs {required}")
    if tag == "span" and attributes["class"] != "tg-spoiler":
        raise MarkupError(f'Tag "span" must have class "tg-spoiler" at offset {where}')
    if tag == "a" and not is_link(attributes["href"]):
        raise MarkupError(f"The link of <a> at offset {where} leads nowhere: {attributes['href']}")
    return _OpenTag(tag, start, attributes)


def _unquote(value: str) -> str:
    """Return an attribute's value; references that Telegram does not know stay as they are."""
    return REFERENCE.sub(lambda found: _character(found[1], found.start()), value.strip("\"'"))


def is_link(address: str) -> bool:
    """Tell whether Telegram makes a link of an address: tg, or http(s) with a public host name."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme not in LINK_SCHEMES or any(character.isspace() for character in address):
        return False
    return bool(host) if parts.scheme == "tg" else "." in host.strip(".")


def _entity(opened: _OpenTag, end: int) -> Json:
    kind = TAGS[opened.tag]
    entity: Json = {"type": kind, "offset": opened.start, "length": end - opened.start}
    attributes = opened.attributes
    if opened.tag == "a":
        entity["url"] = attributes["href"]
    elif opened.tag == "tg-emoji":
        entity["custom_emoji_id"] = attributes["emoji-id"]
    elif "expandable" in attributes:
        entity["type"] = "expandable_blockquote"
    elif attributes.get("class", "").startswith("language-"):
        entity["language"] = attributes["class"].removeprefix("language-")
    return entity


def _merge_code_blocks(entities: list[Json]) -> list[Json]:
    """`<pre><code class="language-x">` is one entity, as documented."""
    merged: list[Json] = []
    for entity in entities:
        outer = merged[-1] if merged else None
        same = outer is not None and all(outer[k] == entity[k] for k in ("offset", "length"))
        if outer is not None and same and {outer["type"], entity["type"]} == {"pre", "code"}:
            outer["type"] = "pre"
            outer.update({k: entity[k] for k in ("language",) if k in entity})
        else:
            merged.append(entity)
    return merged


def trim(text: str, entities: Sequence[Json]) -> tuple[str, list[Json]]:
    """Return text and entities without surrounding white space, as Telegram keeps them."""
    start = len(text) - len(text.lstrip())
    skipped = utf16_length(text[:start])
    trimmed = text.strip()
    length = utf16_length(trimmed)
    kept: list[Json] = []
    for entity in entities:
        first = max(entity["offset"] - skipped, 0)
        last = min(entity["offset"] + entity["length"] - skipped, length)
        if last > first:
            kept.append(entity | {"offset": first, "length": last - first})
    return trimmed, kept
