"""Two questions in one, "siapa yang bikin dan dibayar berapa": each gets a passage of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.answers.selection import Choice, Find
from bot.answers.values import Status
from bot.search.cues import list_words
from bot.search.tokens import tokenize

_JOINTS = list_words("dan and serta trus terus lalu")
_ASKING = list_words(
    """
    apa siapa siapakah sapa kapan kpn berapa brapa brp kenapa mengapa knp gimana bagaimana gmn mana
    dimana apakah who when where why how what
    """
)
_LONGEST = 20
"""Words of two questions; a longer message tells a story."""
_IN_VIEW = 3
"""Quotations that are seen at first."""


def split_question(text: str) -> tuple[str, str] | None:
    """Return the two questions that `text` joins, each with a word that asks, or None."""
    if _JOINTS.isdisjoint(text.lower().split()):
        return None
    tokens = tokenize(text)
    if len(tokens) > _LONGEST:
        return None
    words = [token.text for token in tokens]
    for place, word in enumerate(words):
        before, behind = words[:place], words[place + 1 :]
        both = not (_ASKING.isdisjoint(before) or _ASKING.isdisjoint(behind))
        if word in _JOINTS and both:
            return text[: tokens[place].start], text[tokens[place].end :]
    return None


def answer_both(
    asked: str, choices: Sequence[Choice], find: Callable[[str, str | None], Find]
) -> list[Choice]:
    """Return `choices` with what answers each of two questions among the first three.

    Args:
        asked: the whole question; one that is single leaves the order as it is.
        choices: the passages found for it, best first; the very first stays.
        find: finds what answers a question, in the context of another.
    """
    ordered = list(choices)
    parts = split_question(asked)
    if parts is None or not ordered:
        return ordered
    first, second = parts
    for found in (find(second, first), find(first, None)):
        sure = found.answer.status is Status.FOUND
        choice = found.choices[0] if sure and found.choices else None
        if choice and not any(_shows(seen, choice) for seen in ordered[:_IN_VIEW]):
            former = next((other for other in ordered if _shows(other, choice)), None)
            rest = [other for other in ordered if other is not former]
            ordered = [rest[0], _merge(choice, former), *rest[1:]]
    return ordered


def _shows(choice: Choice, other: Choice) -> bool:
    return other.article is choice.article or other.article in choice.also


def _merge(choice: Choice, former: Choice | None) -> Choice:
    """Return `choice` as it stands among others, of which `former` shows its article already."""
    if former and former.article is not choice.article:
        return former
    return replace(choice, also=former.also if former else [])
