"""Questions that ask for a time line, and what it is to be about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.answers.periods import take_period
from bot.answers.topic_names import TopicNames
from bot.answers.values import Period
from bot.articles import Topic

_CUE = re.compile(
    r"\b(?:lini\s?masa|garis waktu|kronologi[sk]?|runtutan(?: kejadian| peristiwa)?"
    r"|urut(?:an|-urutan) (?:kejadian|peristiwa|waktu)|time\s?line|chronology)(?P<its>nya)?\b",
    re.IGNORECASE,
)
_LONGEST = 120
"""Characters; a longer text that has such a word is a story and not a request."""


@dataclass(frozen=True, slots=True)
class TimelineRequest:
    """What a time line is to be about.

    `rest` is what else was asked: it names no topic, so the time line is made of what is found
    for it. Without any of the three it is about the whole affair.
    """

    topic: Topic | None = None
    period: Period | None = None
    rest: str = ""


def ask_for_timeline(subject: str) -> str:
    """Return the question that asks for the time line of `subject`, or of the whole affair."""
    return f"linimasa {subject}".strip()


def take_cue(question: str, previous: str | None = None) -> str | None:
    """Return `question` without the word that asks for a time line; None without such a word.

    "Kronologinya?" asks for the time line of `previous`, the question before it.
    """
    cue = _CUE.search(question)
    if cue is None or len(question) > _LONGEST:
        return None
    left = f"{question[: cue.start()]} {question[cue.end() :]}"
    rest = " ".join(left.split()).strip(" ?!.,:;")
    return previous if cue["its"] and not rest and previous else rest


def read_request(subject: str, names: TopicNames, days: Iterable[date]) -> TimelineRequest:
    """Return what a time line of `subject` is about.

    Args:
        subject: a topic, a month or year, both, anything else, or nothing.
        names: finds topics.
        days: of publication of the articles.
    """
    topic = names.find(subject)
    if topic:
        return TimelineRequest(topic)
    period, rest = take_period(subject, days)
    topic = names.find(rest)
    return TimelineRequest(topic, period, "" if topic or names.is_general(rest) else rest)
