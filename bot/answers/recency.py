"""What holds by now: of reports that answer alike, the latest goes first.

Whether Sirekap "is used again" was open in May and decided in September; who asks wants to know how
it ended. Both are shown, with their dates.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.selection import Choice
from bot.search import Query
from bot.search.tokens import tokenize

_BY_NOW = frozenset(
    """
    masih msh lagi lg sekarang skrg skrng kini still now currently again
    """.split()
)
_BACK_THEN = frozenset("could dulu".split())
"""What could still be seen then is told by a report of then."""
_COME_TO_BE = frozenset("jadi jd jadinya".split())
"""Beside a verb in the passive or "tidak" they ask whether something came true."""
_DENIALS = frozenset("ga gak nggak tidak tdk enggak ngga batal".split())
_ALIKE = 0.85
"""What share of the best score a passage has that answers as well."""
_VIEWS = frozenset({"opini", "analisis"})
_MOST_WORDS = 20
"""A longer message tells a story, in which much happens "at last"."""


def asks_what_holds(query: Query) -> bool:
    """Tell "sirekap masih dipakai ga?" and "jadi dipakai?" from questions about one moment."""
    if query.is_narrow or query.aim:
        return False
    words = [token.text for token in tokenize(query.text)]
    if len(words) > _MOST_WORDS or not _BACK_THEN.isdisjoint(words):
        return False
    pairs = zip(words, [*words[1:], ""], strict=True)
    return any(
        word in _BY_NOW
        or (word in _COME_TO_BE and (behind.startswith("di") or behind in _DENIALS))
        or (word in _DENIALS and behind in _COME_TO_BE)
        for word, behind in pairs
    )


def put_latest_first(choices: Sequence[Choice], years: frozenset[int]) -> list[Choice]:
    """Return `choices` with the latest report in front that answers about as well as the first.

    Args:
        choices: the passages that are shown, best first.
        years: those that the question names; a report of other years answers another question.
    """
    ordered = list(choices)
    if not ordered:
        return ordered
    least = _ALIKE * ordered[0].score
    alike = [
        choice
        for choice in ordered
        if choice.score >= least
        and choice.article.kind not in _VIEWS
        and (not years or years & choice.passage.years)
    ]
    latest = max(alike, key=lambda choice: choice.day, default=ordered[0])
    ordered.remove(latest)
    return [latest, *ordered]
