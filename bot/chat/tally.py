"""Counting what is asked: in memory, written now and then, so that no answer waits for it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.answers.values import Status
from bot.desk.figures import STATUSES, Kind, name_count

if TYPE_CHECKING:
    from bot.answers import Answer
    from bot.chat.metrics import Metrics
    from bot.desk.figures import Channel
    from bot.store import Verdict
    from bot.store.statistics import Statistics


class Tally:
    """Numbers only; it knows neither who asks nor in which words."""

    def __init__(self, metrics: Metrics | None = None) -> None:
        """Begin with nothing counted; answers are counted in `metrics` as well."""
        self._metrics = metrics
        self._counts: Counter[str] = Counter()

    def count_answer(self, answer: Answer, channel: Channel) -> None:
        """Count a question by how it went, where it was asked, and what it is about."""
        if answer.status not in STATUSES:
            return
        if self._metrics:
            self._metrics.count_answer(answer.status, channel)
        names = [
            name_count(Kind.STATUS, answer.status.value),
            name_count(Kind.CHANNEL, channel.value),
        ]
        if answer.status is Status.FOUND and answer.quotations:
            topics = answer.quotations[0].article.topics
            names += [name_count(Kind.TOPIC, topic) for topic in topics]
        for name in names:
            self._counts[name] += 1

    def count_choice(self, channel: Channel) -> None:
        """Count that something was found and chosen, of which nothing else is known."""
        found = name_count(Kind.STATUS, Status.FOUND.value)
        self._counts.update((found, name_count(Kind.CHANNEL, channel.value)))

    def count_verdict(self, verdict: Verdict) -> None:
        """Count an opinion on an answer."""
        self._counts[name_count(Kind.VERDICT, verdict.value)] += 1

    async def write(self, statistics: Statistics) -> None:
        """Add what was counted to the counts of today; what can't be written is kept."""
        counts, self._counts = self._counts, Counter()
        if not counts:
            return
        try:
            await statistics.add(counts)
        except BaseException:
            self._counts.update(counts)
            raise
