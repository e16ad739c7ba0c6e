"""English wording of `answers`; quotations and what articles say stay Indonesian."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.values import SmallTalk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from bot.articles.values import Citation, Correction, Outcome

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

NOT_FOUND = "The answer is not in our sources."
NO_JUDGEMENT = (
    "This is no judgement of true or false. It only means that the articles we have collected do "
    "not hold the answer."
)
NEAR = "Our sources hold no exact answer. Perhaps you mean this:"
NO_MORE = "There are no further quotations for this question."
EMPTY = "Write your question in a few words, best in Indonesian, such as “Apa itu Sirekap?”"
NEAREST_TOPICS = "The nearest topics:"
RELATED = "Related questions:"
LATER = "There is a newer ruling on the same topic:"
ALSO_REPORTED = "Also reported by:"
CLAIM_CARD = "Claim card:"
CLAIM_SOURCES = "Sources of the claim card:"

_SMALL_TALK = {
    SmallTalk.GREETING: (
        "Hello! Ask me about Sirekap, best in Indonesian. I quote every answer from articles that "
        "you can check yourself."
    ),
    SmallTalk.THANKS: "You are welcome. If there is more that you want to know, go ahead.",
    SmallTalk.ABOUT_BOT: (
        "I am Tanya Sirekap, a program that looks up passages of articles about Sirekap, with "
        "outlet, date and link. I make nothing up and take no side."
    ),
    SmallTalk.FAREWELL: "Goodbye, and thank you for asking.",
    SmallTalk.CHATTER: (
        "I can only look up passages of articles about Sirekap. If there is something that you "
        "want to know about it, just ask."
    ),
}


def format_date(day: date) -> str:
    """Return the day as in "13 March 2024"."""
    return f"{day.day} {format_month(day.month)} {day.year}"


def format_month(month: int) -> str:
    """Return the name of a month, 1 to 12, such as "March"."""
    return _MONTHS[month - 1]


def format_number(number: int) -> str:
    """Return the number with thousands separators, such as "4,096"."""
    return f"{number:,}"


def reply_to_small_talk(kind: SmallTalk | None) -> str:
    """Return a kind reply to a message that asks nothing."""
    return _SMALL_TALK[kind or SmallTalk.GREETING]


def describe_corrections(corrections: Mapping[str, str]) -> str:
    """Say which words were searched for instead of those written, or nothing when none was."""
    if not corrections:
        return ""
    pairs = "; ".join(f"{searched}, not {written}" for written, searched in corrections.items())
    return f"Searched for: {pairs}."


def describe_missing(missing: Iterable[str]) -> str:
    """Say which words of the question no source mentions, or nothing when none is missing."""
    words = [f"“{word}”" for word in missing]
    return f"No source mentions {join_with_or(words)}." if words else ""


def join_with_or(words: list[str]) -> str:
    """Join words as in "A, B or C"."""
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def describe_sources_until(day: date | None) -> str:
    """Say how new the sources are, or nothing for an empty corpus."""
    return f"Sources up to {format_date(day)}." if day else ""


def describe_source(outlet: str, published: date, kind: str, speakers: Iterable[str]) -> str:
    """Return the line under a headline: outlet, day, kind, and whose views the article carries."""
    parts = [outlet, format_date(published), kind]
    names = ", ".join(speakers)
    return " · ".join([*parts, f"views of: {names}"] if names else parts)


def cite(citation: Citation) -> str:
    """Return a citation in one line, without its link: "Judul (Media, 13 March 2024)"."""
    return f"{citation.title} ({citation.outlet}, {format_date(citation.published)})"


def describe_correction(correction: Correction) -> str:
    """Return a dated correction of an article."""
    return f"Corrected {format_date(correction.date)}: {correction.text}"


def describe_claimants(claimants: Iterable[str], first_made: date) -> str:
    """Say who made a claim and when it was first made."""
    who = "; ".join(claimants)
    since = f"first on {format_date(first_made)}"
    return f"Made by {who}, {since}." if who else f"Seen {since}."


def describe_outcome(outcome: Outcome) -> str:
    """Say how a claim ended, attributed and dated."""
    return f"Outcome: {outcome.label} ({outcome.by}, {format_date(outcome.date)})."


def describe_remaining(count: int) -> str:
    """Say how many further quotations there are."""
    return (
        "There is one further quotation."
        if count == 1
        else f"There are {format_number(count)} further quotations."
    )
