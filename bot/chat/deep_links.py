"""What links into the private chat carry: `t.me/<bot>?start=<payload>`.

A payload has at most 64 of A-Z, a-z, 0-9, _ and -: https://core.telegram.org/bots/features#deep-linking
Anybody can make one up. Whatever is not exactly as written here is no link of ours, and what a
question may hold is bounded, so that no foreign address gets into a message of the bot.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.chat.callbacks import AskAgain, OpenClaim, OpenTopic

MAX_LENGTH = 64

_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
# Points, colons and slashes only where they make neither an address nor a command.
_PLAIN = re.compile(r"(?:[\w ?!,'’\"“”%()-]|[./:](?=\d|\s|$))+")


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """Show the article with this key."""

    key: str


@dataclass(frozen=True, slots=True)
class AskText:
    """Answer this question."""

    text: str


@dataclass(frozen=True, slots=True)
class AskHere:
    """Invite to ask in the private chat, for a question that no link has room for."""


Link = OpenArticle | OpenClaim | OpenTopic | AskAgain | AskText | AskHere


def _pack(text: str) -> str:
    encoded = text.encode("utf-8", "replace")
    return base64.urlsafe_b64encode(encoded).decode().rstrip("=")


def _unpack(packed: str) -> AskText | None:
    try:
        text = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)).decode()
    except ValueError:
        return None
    is_plain = _PLAIN.fullmatch(text) and text == " ".join(text.split())
    return AskText(text) if is_plain and _pack(text) == packed else None


_READERS: tuple[tuple[re.Pattern[str], Callable[[str], Link | None]], ...] = (
    (re.compile("a1_([a-z2-7]{10})"), OpenArticle),
    (re.compile(f"c1_({_SLUG})"), OpenClaim),
    (re.compile(f"t1_({_SLUG})"), OpenTopic),
    (re.compile("q1_([A-Za-z0-9_-]+)"), _unpack),
    (re.compile("k1_([0-9a-f]{16})"), AskAgain),
    (re.compile("w1()"), lambda _: AskHere()),
)


def encode(link: Link) -> str | None:
    """Return the payload of `link`, or None when it has none within 64 characters."""
    match link:
        case OpenArticle(key):
            payload = f"a1_{key}"
        case OpenClaim(claim):
            payload = f"c1_{claim}"
        case OpenTopic(topic):
            payload = f"t1_{topic}"
        case AskAgain(token):
            payload = f"k1_{token}"
        case AskText(text):
            payload = f"q1_{_pack(text)}"
        case AskHere():
            payload = "w1"
    return payload if decode(payload) == link else None


def decode(payload: str) -> Link | None:
    """Return what `payload` links to, or None."""
    if len(payload) > MAX_LENGTH:
        return None
    matches = ((pattern.fullmatch(payload), read) for pattern, read in _READERS)
    return next((read(match[1]) for match, read in matches if match), None)


def link_question(question: str) -> Link:
    """Return the link that asks `question`, or one that invites to ask it where it is too long."""
    asking = AskText(" ".join(question.split()))
    return asking if encode(asking) else AskHere()


def make_address(username: str, link: Link) -> str | None:
    """Return the address that opens `link` in the private chat with the bot `username`."""
    payload = encode(link)
    return f"https://t.me/{username}?start={payload}" if payload else None
