"""What buttons say to the bot: short, versioned codes of at most 64 bytes.

They come back from people's devices and may be old or forged; whatever is not exactly as written
here is no action. Limit: https://core.telegram.org/bots/api#inlinekeyboardbutton
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, fields
from enum import Enum

from bot.chat.code_fields import (
    KEY,
    MAYBE_SLUG,
    PASSAGE,
    PLACE,
    SETTING,
    SLUG,
    TOKEN,
    WORD,
    YES_OR_NO,
    Codes,
    choose_of,
)
from bot.chat.desk.actions import DESK_CODES, DeskAction
from bot.chat.desk.queue_actions import QUEUE_CODES, QueueAction
from bot.store import Verdict

MAX_BYTES = 64

_LONGEST_KEY = MAX_BYTES - len("l1:999:")


@dataclass(frozen=True, slots=True)
class TurnPage:
    """Show the quotations of a question from number `start` on, counted from 0."""

    token: str
    start: int


@dataclass(frozen=True, slots=True)
class AskAgain:
    """Answer the question with this token."""

    token: str


@dataclass(frozen=True, slots=True)
class OpenTopic:
    """Show a topic."""

    topic: str


@dataclass(frozen=True, slots=True)
class OpenClaim:
    """Show a whole claim card."""

    claim: str


@dataclass(frozen=True, slots=True)
class ListClaims:
    """Show the claims from number `start` on, counted from 0: all, or those of `topic`."""

    start: int
    topic: str = ""


@dataclass(frozen=True, slots=True)
class ReadOn:
    """Show the whole article of quotation `start` of a question, counted from 0, of `shown`."""

    token: str
    start: int
    shown: int


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """Show the whole article with this key."""

    key: str


@dataclass(frozen=True, slots=True)
class ListSources:
    """List the sources of the `shown` quotations of a question from `start` on, counted from 0."""

    token: str
    start: int
    shown: int


@dataclass(frozen=True, slots=True)
class Rate:
    """Count what somebody says of the answer to a question."""

    token: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class ReportPassage:
    """Tell the moderators that something is wrong with a passage, by its key."""

    passage: str


class Step(Enum):
    """The steps of handing a question to the moderators."""

    OFFER = "offer"
    SEND = "send"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class SubmitQuestion:
    """Go a step towards the moderators' queue with the question that the message shows."""

    step: Step


@dataclass(frozen=True, slots=True)
class Follow:
    """Tell this person once the queued question with this token has an answer."""

    token: str


@dataclass(frozen=True, slots=True)
class TellCorrections:
    """Tell this person of corrections, or no more."""

    on: bool


@dataclass(frozen=True, slots=True)
class Erase:
    """Delete all that is kept of this person, if they are sure."""

    sure: bool


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """Change a rule of a group, both in the words that are typed after /aturan."""

    rule: str
    value: str


Browsing = OpenTopic | OpenClaim | ListClaims | ReadArticle
Answering = TurnPage | AskAgain | ReadOn | ListSources | Rate | ReportPassage
Asking = SubmitQuestion | Follow | TellCorrections | Erase
Action = Browsing | Answering | Asking | ChangeRule | DeskAction | QueueAction

_CODES: Codes = {
    "p1": (TurnPage, (TOKEN, PLACE)),
    "q1": (AskAgain, (TOKEN,)),
    "t1": (OpenTopic, (SLUG,)),
    "c1": (OpenClaim, (SLUG,)),
    "l1": (ListClaims, (PLACE, MAYBE_SLUG)),
    "s1": (ReadOn, (TOKEN, PLACE, PLACE)),
    "a1": (ReadArticle, (KEY,)),
    "u1": (ListSources, (TOKEN, PLACE, PLACE)),
    "f1": (Rate, (TOKEN, choose_of(Verdict))),
    "r1": (ReportPassage, (PASSAGE,)),
    "m1": (SubmitQuestion, (choose_of(Step),)),
    "k1": (Follow, (TOKEN,)),
    "n1": (TellCorrections, (YES_OR_NO,)),
    "e1": (Erase, (YES_OR_NO,)),
    "g1": (ChangeRule, (WORD, SETTING)),
    **DESK_CODES,
    **QUEUE_CODES,
}
"""Each kind of action by the beginning of its code; its fields follow, after colons."""

_BEGINNINGS = {kind: beginning for beginning, (kind, _) in _CODES.items()}
_NAMES = {key: [field.name for field in fields(kind)] for key, (kind, _) in _CODES.items()}


def shorten_key(key: str, longest: int = _LONGEST_KEY) -> str:
    """Return `key` where it fits into a code as it is, and else a digest that stands for it.

    Who receives it compares it with the shortened keys of what there is.

    Args:
        key: of a topic, a claim, or another label.
        longest: how many characters the code has room for, 32 at least.
    """
    if len(key) <= longest and re.fullmatch(SLUG.pattern, key):
        return key
    return hashlib.sha256(key.encode()).hexdigest()[:32]


def encode(action: Action) -> str | None:
    """Return the code of `action`, or None when it has none within 64 bytes."""
    beginning = _BEGINNINGS[type(action)]
    written = [beginning]
    for name, shape in zip(_NAMES[beginning], _CODES[beginning][1], strict=True):
        value = getattr(action, name)
        part = shape.write(value)
        if not re.fullmatch(shape.pattern, part) or shape.read(part) != value:
            return None
        written.append(part)
    code = ":".join(written)
    return code if _is_short(code) else None


def decode(code: str) -> Action | None:
    """Return the action that `code` stands for, or None."""
    if not _is_short(code):
        return None
    beginning, *written = code.split(":")
    kind, shapes = _CODES.get(beginning, (None, ()))
    if kind is None or len(written) != len(shapes):
        return None
    pairs = list(zip(shapes, written, strict=True))
    if not all(re.fullmatch(shape.pattern, value) for shape, value in pairs):
        return None
    action: Action = kind(*(shape.read(value) for shape, value in pairs))
    return action


def _is_short(code: str) -> bool:
    return len(code.encode("utf-8", "surrogatepass")) <= MAX_BYTES
