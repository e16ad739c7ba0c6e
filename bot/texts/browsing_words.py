"""What the two languages of `browsing` share: how time lines, topics and claims are described."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.answers.values import Period, Timeline
    from bot.texts.writing import Counted, Writing


@dataclass(frozen=True, kw_only=True)
class BrowsingWords:
    """The words of time lines, topics and claims in one language, with gaps such as {total}.

    Attributes:
        writing: how the language writes days and numbers.
        timeline: what a time line is {about}.
        all_events: what the time line without a topic is about.
        events: how many events there are, where a page shows all.
        event_of: the only event of a page, the {first} of {total}.
        events_of: the events of a page, from {first} to {last} of {total}.
        articles: how many articles a topic has.
        claims: how many claims there are.
        claims_of: the claims of a page, from {first} to {last} of {total}.
        published: the only {day} of publication.
        published_between: the {first} and the {last} day of publication.
    """

    writing: Writing
    timeline: str
    all_events: str
    events: Counted
    event_of: str
    events_of: str
    articles: Counted
    claims: Counted
    claims_of: str
    published: str
    published_between: str

    def describe_period(self, period: Period) -> str:
        """Return the month or year, such as "Maret 2024" or "2024"."""
        if not period.month:
            return str(period.year)
        return f"{self.writing.format_month(period.month)} {period.year}"

    def describe_timeline(self, timeline: Timeline) -> str:
        """Return the title of a time line: what it is about."""
        about = timeline.topic.name if timeline.topic else ""
        if timeline.subject:
            about = f"“{timeline.subject}”"
        when = self.describe_period(timeline.period) if timeline.period else ""
        named = ", ".join(filter(None, (about, when)))
        return self.timeline.format(about=named or self.all_events)

    def describe_events(self, first: int, last: int, total: int) -> str:
        """Say which events of how many a page shows."""
        if (first, last) == (1, total):
            return self.writing.count(total, self.events)
        said = self.event_of if first == last else self.events_of
        return said.format(first=first, last=last, total=self.writing.format_number(total))

    def list_months(self, months: Iterable[int]) -> str:
        """Return the months of a year in one line, such as "Juli, Agustus"."""
        return ", ".join(map(self.writing.format_month, months))

    def describe_topic_size(self, articles: int, claims: int) -> str:
        """Return how many articles and claims a topic has."""
        size = self.writing.count(articles, self.articles)
        return f"{size}, {self.writing.count(claims, self.claims)}" if claims else size

    def describe_topic_days(self, first: date, last: date) -> str:
        """Say from when to when the articles of a topic were published."""
        start, end = self.writing.format_date(first), self.writing.format_date(last)
        if first == last:
            return self.published.format(day=start)
        return self.published_between.format(first=start, last=end)

    def describe_claims(self, first: int, last: int, total: int) -> str:
        """Say which claims of how many a page shows."""
        if (first, last) == (1, total):
            return f"{self.writing.count(total, self.claims)}."
        number = self.writing.format_number(total)
        return self.claims_of.format(first=first, last=last, total=number)
