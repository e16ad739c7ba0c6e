"""English questions: told by their small words, and read by the plain form of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_SMALL_WORDS = frozenset(
    """
    the of and what who how why when where which did does do was were is are has have had been that
    to by from for with about there any can could should would will an this these than after before
    """.split()
)
_ASKING = frozenset("who what when where why how which whose".split())
_OTHERS = frozenset(
    """
    yang yg di ke dari dan itu ini ada sih kok ya apa tidak gak ga udah sudah bisa juga buat untuk
    """.split()
)
"""Small words of Indonesian, of which English has none, though chat may begin with "why"."""
PRONOUN = "it"
"""In English no name, unless written as one: "IT"."""
_ENOUGH = 2
_SHORTEST_BASE = 3
_ENDINGS = (("'s", ""), ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ing", ""))
_VOWELS = frozenset("aeiou")


def is_english(words: Sequence[str]) -> bool:
    """Tell whether a question of `words` is English, by those that hold a sentence together.

    One that begins with a word that asks needs no other: "Who audited Sirekap?"
    """
    asks = words[0] in _ASKING and _OTHERS.isdisjoint(words) if words else False
    return asks or sum([word in _SMALL_WORDS for word in words]) >= _ENOUGH


def list_bases(word: str) -> Iterator[str]:
    """Yield what `word` may be a form of: "stopped" of "stopp", "stop" and "stoppe"."""
    for ending, instead in _ENDINGS:
        base = word.removesuffix(ending) + instead
        if not word.endswith(ending) or len(base) < _SHORTEST_BASE:
            continue
        yield base
        if ending in {"ed", "ing", "es"}:
            if base[-1] == base[-2] and base[-1] not in _VOWELS:
                yield base[:-1]
            yield f"{base}e"
