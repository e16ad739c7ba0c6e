"""What was asked in a span of days and how it went: totals, days, topics, and what is missing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

from bot.answers.values import Status
from bot.articles import Taxonomy
from bot.desk.queue import Group
from bot.store import DailyCount, Verdict
from bot.texts import moderation_figures as texts

STATUSES = (Status.FOUND, Status.NEAR, Status.NOT_FOUND)
"""The outcomes that are counted; small talk and the like ask nothing."""

STATUS_NAMES = {
    Status.FOUND: texts.FOUND,
    Status.NEAR: texts.NEAR,
    Status.NOT_FOUND: texts.NOT_FOUND,
}

_TOPICS = 5
_MISSES = 5


class Kind(Enum):
    """What a daily count is of; its name begins with this and a colon."""

    STATUS = "status"
    VERDICT = "verdict"
    TOPIC = "topic"
    CHANNEL = "channel"


class Channel(Enum):
    """Where a question was asked."""

    PRIVATE = "private"
    GROUP = "group"
    INLINE = "inline"
    GUEST = "guest"


def name_count(kind: Kind, what: str) -> str:
    """Return the name under which the store counts."""
    return f"{kind.value}:{what}"


def split_name(name: str) -> tuple[str, str]:
    """Return kind and rest of the name of a count."""
    kind, _, what = name.partition(":")
    return kind, what


@dataclass(frozen=True, slots=True)
class DayFigures:
    """How the questions of a day went, by outcome."""

    day: date
    by_status: Counter[Status] = field(default_factory=Counter)

    @property
    def questions(self) -> int:
        """How many questions were asked."""
        return sum(self.by_status.values())


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of `days`, which follow one another.

    `topics` are names with counts, the most asked first; `misses` are groups of questions without
    an answer, those of most people first.
    """

    days: tuple[DayFigures, ...]
    by_channel: Counter[str]
    verdicts: Counter[Verdict]
    topics: tuple[tuple[str, int], ...]
    misses: tuple[Group, ...]

    @property
    def by_status(self) -> Counter[Status]:
        """The outcomes of all days."""
        total: Counter[Status] = Counter()
        for day in self.days:
            total.update(day.by_status)
        return total

    @property
    def questions(self) -> int:
        """How many questions were asked."""
        return sum(self.by_status.values())


def collect_figures(
    counts: Iterable[DailyCount], days: Sequence[date], taxonomy: Taxonomy, misses: Sequence[Group]
) -> Figures:
    """Put figures together.

    Args:
        counts: those of the store; what lies outside of `days` is left out.
        days: the days, the oldest first.
        taxonomy: names the topics; those that it lacks are left out.
        misses: what waits in the queue, that of most people first.
    """
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    by_day: dict[date, Counter[Status]] = {day: Counter() for day in days}
    known = {status.value: status for status in STATUSES}
    for each in counts:
        kind, what = split_name(each.name)
        if each.day not in by_day:
            continue
        by_kind[kind][what] += each.count
        if kind == Kind.STATUS.value and what in known:
            by_day[each.day][known[what]] += each.count
    names = {topic.id: topic.name for topic in taxonomy.topics}
    topics = [
        (names[topic], count)
        for topic, count in by_kind[Kind.TOPIC.value].most_common()
        if topic in names
    ]
    given = by_kind[Kind.VERDICT.value]
    return Figures(
        days=tuple(DayFigures(day, by_status) for day, by_status in by_day.items()),
        by_channel=by_kind[Kind.CHANNEL.value],
        verdicts=Counter({verdict: given[verdict.value] for verdict in Verdict}),
        topics=tuple(topics[:_TOPICS]),
        misses=tuple(misses[:_MISSES]),
    )


def list_days(last: date, number: int) -> list[date]:
    """Return `number` days up to `last`, the oldest first."""
    return [last - timedelta(back) for back in range(number - 1, -1, -1)]
