"""Both sides of a contested question: who replies to a claim is heard beside those who make it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.selection import Choice
from bot.articles import Claim
from bot.search import Query
from bot.search.cues import Kind

REPLY = "Tanggapan"

_IN_VIEW = 3
"""Quotations that are seen at first."""
_LEAST_SCORE = 0.6
"""What a reply's score must be beside the best one; a weaker one is about something else."""


def hear_reply(choices: Sequence[Choice], claim: Claim | None, query: Query) -> list[Choice]:
    """Return the choices with a reply to `claim` in third place, if none is among the first three.

    Replies are the articles that the claim's card cites for them. Without one that was found, and
    fits, the order stays; so it does for a question that wants one thing, or one speaker.

    Args:
        choices: the passages that are shown, best first.
        claim: the claim that the question is about, if any.
        query: the question.
    """
    ordered = list(choices)
    told = query.is_narrow or (query.aim is not None and query.aim.kind is Kind.STATEMENT)
    replies = _list_replies(claim) if claim and not told else frozenset()
    if not replies or any(_is_of(replies, choice) for choice in ordered[:_IN_VIEW]):
        return ordered
    least = _LEAST_SCORE * ordered[0].score if ordered else 0.0
    reply = next((c for c in ordered if _is_of(replies, c) and c.score >= least), None)
    if reply:
        ordered.remove(reply)
        ordered.insert(_IN_VIEW - 1, reply)
    return ordered


def _is_of(files: frozenset[str], choice: Choice) -> bool:
    return any(article.file in files for article in (choice.article, *choice.also))


def _list_replies(claim: Claim) -> frozenset[str]:
    return frozenset(
        file
        for section in claim.sections
        if section.heading == REPLY
        for line in section.lines
        for file in line.articles
    )
