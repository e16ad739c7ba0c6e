"""Entities: what Telegram finds in a text by itself, how they may nest, and HTML made of them."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from itertools import combinations

from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.markup import QUOTES, SIMPLE, by_position, utf16_length, utf16_slice

DOMAIN = r"(?:[\w-]+\.)+(?:com|id|org|net|me|info|gov)"
DETECTED = (
    ("url", re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]]", re.IGNORECASE)),
    ("email", re.compile(rf"(?<![\w.@])[\w.+-]+@{DOMAIN}\b", re.IGNORECASE)),
    ("url", re.compile(rf"(?<![\w@./-]){DOMAIN}\b(?:/\S*\w)?", re.IGNORECASE)),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])")),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z]\w{3,31}\b")),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
)
PLAIN_TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "spoiler": "tg-spoiler",
    "code": "code", "pre": "pre", "blockquote": "blockquote",
    "expandable_blockquote": "blockquote expandable",
}  # fmt: skip


def detect_entities(text: str, taken: Sequence[Json] = ()) -> list[Json]:
    """Return `taken` and what Telegram marks by itself (links, commands, mentions), sorted."""
    found = list(taken)
    solid = [e for e in taken if e["type"] not in SIMPLE | QUOTES]
    for kind, pattern in DETECTED:
        for match in pattern.finditer(text):
            entity = {
                "type": kind,
                "offset": utf16_length(text[: match.start()]),
                "length": utf16_length(match.group()),
            }
            if not any(_overlap(entity, other) for other in solid):
                solid.append(entity)
                found.append(entity)
    return sorted(found, key=by_position)


def _overlap(one: Json, other: Json) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"]
        and other["offset"] < one["offset"] + one["length"]
    )


def _contains(outer: Json, inner: Json) -> bool:
    return bool(
        outer["offset"] <= inner["offset"]
        and inner["offset"] + inner["length"] <= outer["offset"] + outer["length"]
    )


def nesting_problems(entities: Sequence[Json]) -> list[str]:
    """Return a sentence for each pair that may not nest or overlap.

    The rules are those of https://core.telegram.org/bots/api#formatting-options.
    """
    problems = []
    ordered = sorted(entities, key=by_position)
    for one, other in combinations(ordered, 2):
        if not _overlap(one, other):
            continue
        kinds = {one["type"], other["type"]}
        names = f"{one['type']} and {other['type']} at offset {other['offset']}"
        if not _contains(one, other):
            problems.append(f"{names} overlap without one containing the other")
        elif kinds <= QUOTES:
            problems.append(f"{names}: block quotations can't be nested")
        elif _may_not_nest(one["type"], other["type"]):
            problems.append(f"{names} can't contain each other")
    return problems


def _may_not_nest(outer: str, inner: str) -> bool:
    if outer in QUOTES:
        return False
    return bool({outer, inner} & {"code", "pre"}) or not {outer, inner} & SIMPLE


def render_html(text: str, entities: Sequence[Json]) -> str:
    """Return Telegram's HTML for a text and its properly nested entities."""
    ordered = sorted(filter(_tags, entities), key=by_position)
    return _render(text, ordered, 0, utf16_length(text))


def _render(text: str, entities: Sequence[Json], start: int, end: int) -> str:
    parts: list[str] = []
    position, index = start, 0
    while index < len(entities):
        entity = entities[index]
        last = entity["offset"] + entity["length"]
        after = index + 1
        while after < len(entities) and entities[after]["offset"] < last:
            after += 1
        tags = _tags(entity)
        opening = "".join(f"<{tag}>" for tag in tags)
        closing = "".join(f"</{tag.split()[0]}>" for tag in reversed(tags))
        inner = _render(text, entities[index + 1 : after], entity["offset"], last)
        parts += [_escaped(text, position, entity["offset"]), opening, inner, closing]
        position, index = last, after
    return "".join(parts) + _escaped(text, position, end)


def _escaped(text: str, start: int, end: int) -> str:
    return html.escape(utf16_slice(text, start, end - start), quote=False)


def _tags(entity: Json) -> list[str]:
    """Tags with their attributes, from outside in; none for what Telegram marks by itself."""
    match entity["type"]:
        case "text_link":
            return [f'a href="{html.escape(entity["url"])}"']
        case "custom_emoji":
            return [f'tg-emoji emoji-id="{html.escape(entity["custom_emoji_id"])}"']
        case "pre" if language := entity.get("language"):
            return ["pre", f'code class="language-{html.escape(language)}"']
        case kind:
            return [PLAIN_TAGS[kind]] if kind in PLAIN_TAGS else []
