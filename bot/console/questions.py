"""Questions that come in lines, plain or as JSON, and the longest that is read whole."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST = 4096
"""Characters of a question that are read, as many as one Telegram message holds."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of input: the question, the one before it in its conversation, and where it stood.

    `broken` lines look like JSON but hold no question; they are taken as they are written.
    """

    number: int
    question: str
    previous: str | None = None
    broken: bool = False


def read_lines(lines: Iterable[str]) -> Iterator[Line]:
    """Yield one `Line` for each line, as soon as it is there; empty ones ask nothing, too."""
    for number, raw in enumerate(lines, start=1):
        text = raw.strip().removeprefix("\ufeff")
        yield _read_object(number, text) if text.startswith("{") else Line(number, text)


def _read_object(number: int, text: str) -> Line:
    try:
        entry = json.loads(text)
    except (ValueError, RecursionError):
        return Line(number, text, broken=True)
    question, previous = entry.get("question"), entry.get("previous")
    if not isinstance(question, str) or not isinstance(previous, str | None):
        return Line(number, text, broken=True)
    return Line(number, _encodable(question), previous and _encodable(previous))


def _encodable(text: str) -> str:
    # JSON may spell half of a surrogate pair, which no output can carry.
    return text.encode("utf-8", "replace").decode("utf-8")
