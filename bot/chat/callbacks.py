"""What buttons say to the bot: short, versioned codes of at most 64 bytes.

They come back from people's devices and may be old or forged; whatever is not exactly as written
here is no action. Limit: https://core.telegram.org/bots/api#inlinekeyboardbutton
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import Enum
from typing import Any, NamedTuple

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
Action = Browsing | Answering | Asking | ChangeRule


class _Field(NamedTuple):
    """How a field of an action is written: what fits, and how it is read and written."""

    pattern: str
    read: Callable[[str], Any] = str
    write: Callable[[Any], str] = str


def _choose_of(kind: type[Enum]) -> _Field:
    pattern = "|".join(re.escape(member.value) for member in kind)
    return _Field(pattern, kind, lambda member: str(member.value))


_TOKEN = _Field("[0-9a-f]{16}")
_KEY = _Field("[a-z2-7]{10}")
_PASSAGE = _Field(r"[a-z2-7]{10}\.[1-9][0-9]{0,2}")
_SLUG = _Field("[a-z0-9]+(?:-[a-z0-9]+)*")
_MAYBE_SLUG = _Field(f"(?:{_SLUG.pattern})?")
_WORD = _Field("[a-z]{1,12}")
_SETTING = _Field("[a-z0-9-]{1,12}")
_PLACE = _Field("0|[1-9][0-9]{0,2}", int)
_YES_OR_NO = _Field("yes|no", lambda word: word == "yes", lambda sure: "yes" if sure else "no")

_CODES: Mapping[str, tuple[type[Action], tuple[_Field, ...]]] = {
    "p1": (TurnPage, (_TOKEN, _PLACE)),
    "q1": (AskAgain, (_TOKEN,)),
    "t1": (OpenTopic, (_SLUG,)),
    "c1": (OpenClaim, (_SLUG,)),
    "l1": (ListClaims, (_PLACE, _MAYBE_SLUG)),
    "s1": (ReadOn, (_TOKEN, _PLACE, _PLACE)),
    "a1": (ReadArticle, (_KEY,)),
    "u1": (ListSources, (_TOKEN, _PLACE, _PLACE)),
    "f1": (Rate, (_TOKEN, _choose_of(Verdict))),
    "r1": (ReportPassage, (_PASSAGE,)),
    "m1": (SubmitQuestion, (_choose_of(Step),)),
    "k1": (Follow, (_TOKEN,)),
    "n1": (TellCorrections, (_YES_OR_NO,)),
    "e1": (Erase, (_YES_OR_NO,)),
    "g1": (ChangeRule, (_WORD, _SETTING)),
}
"""Each kind of action by the beginning of its code; its fields follow, after colons."""

_BEGINNINGS = {kind: beginning for beginning, (kind, _) in _CODES.items()}


def shorten_key(key: str) -> str:
    """Return `key` where it fits into a code as it is, and else a digest that stands for it.

    Who receives it compares it with the shortened keys of what there is.
    """
    if len(key) <= _LONGEST_KEY and re.fullmatch(_SLUG.pattern, key):
        return key
    return hashlib.sha256(key.encode()).hexdigest()[:32]


def encode(action: Action) -> str | None:
    """Return the code of `action`, or None when it has none within 64 bytes."""
    beginning = _BEGINNINGS[type(action)]
    shapes = zip(fields(action), _CODES[beginning][1], strict=True)
    written = [shape.write(getattr(action, field.name)) for field, shape in shapes]
    code = ":".join([beginning, *written])
    return code if decode(code) == action else None


def decode(code: str) -> Action | None:
    """Return the action that `code` stands for, or None."""
    if len(code.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        return None
    beginning, *written = code.split(":")
    kind, shapes = _CODES.get(beginning, (None, ()))
    if kind is None or len(written) != len(shapes):
        return None
    pairs = list(zip(shapes, written, strict=True))
    if not all(re.fullmatch(shape.pattern, value) for shape, value in pairs):
        return None
    return kind(*(shape.read(value) for shape, value in pairs))
