"""English wording of `browsing`; names of topics and claims stay Indonesian."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.texts.answers_en import format_date, format_month, format_number

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.answers.values import Period, Timeline

# Time lines
TIMELINE = "Time line of this topic"
DAYS_OF_PUBLICATION = "Days are those of publication; the event itself may have been earlier."
NO_TIMELINE = "Our sources hold no time line of that. There are:"
TIMELINE_TOPICS = "By topic:"
TIMELINE_MONTHS = "By month of publication:"
TIMELINE_HINT = "Write for example /linimasa maret 2024, or press a topic."
ALL_EVENTS = "what mattered around Sirekap"

# Topics
TOPICS_TITLE = "Topics"
UNKNOWN_TOPIC = "There is no such topic. There are:"
CLAIMS_OF_TOPIC = "Claims of this topic:"
MOST_CITED = "Articles that claim cards cite most:"

# Claims
CLAIM = "Claim"
CLAIMS_TITLE = "Claims about Sirekap"
CLAIMS_ARE_NO_VERDICT = (
    "This is what people say, not what is true. Every card holds who said it, who replied, and "
    "the sources."
)
UNKNOWN_CLAIM = "There is no such claim or topic. There are:"
NO_CLAIMS = "There are no claim cards in this topic yet."


def describe_period(period: Period) -> str:
    """Return the month or year, such as "March 2024" or "2024"."""
    return f"{format_month(period.month)} {period.year}" if period.month else str(period.year)


def describe_timeline(timeline: Timeline) -> str:
    """Return the title of a time line: what it is about."""
    about = timeline.topic.name if timeline.topic else ""
    if timeline.subject:
        about = f"“{timeline.subject}”"
    when = describe_period(timeline.period) if timeline.period else ""
    return f"Time line: {', '.join(filter(None, (about, when))) or ALL_EVENTS}"


def describe_events(first: int, last: int, total: int) -> str:
    """Say which events of how many a page shows."""
    if (first, last) == (1, total):
        return f"{_count(total, 'event')}, by date."
    if first == last:
        return f"Event {first} of {format_number(total)}, by date."
    return f"Events {first} to {last} of {format_number(total)}, by date."


def list_months(months: Iterable[int]) -> str:
    """Return the months of a year in one line, such as "July, August"."""
    return ", ".join(map(format_month, months))


def describe_topic_size(articles: int, claims: int) -> str:
    """Return how many articles and claims a topic has."""
    size = _count(articles, "article")
    return f"{size}, {_count(claims, 'claim')}" if claims else size


def describe_topic_days(first: date, last: date) -> str:
    """Say from when to when the articles of a topic were published."""
    if first == last:
        return f"Published {format_date(first)}."
    return f"Published {format_date(first)} to {format_date(last)}."


def describe_claims(first: int, last: int, total: int) -> str:
    """Say which claims of how many a page shows."""
    if (first, last) == (1, total):
        return f"{_count(total, 'claim')}."
    return f"{first} to {last} of {format_number(total)} claims."


def _count(number: int, noun: str) -> str:
    return f"{format_number(number)} {noun}" if number == 1 else f"{format_number(number)} {noun}s"
