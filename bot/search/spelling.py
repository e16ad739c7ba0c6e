"""Typing slips: an unknown word is read as the likeliest known word one edit away.

The likelihood is that of a noisy channel (Kernighan, Church & Gale, "A Spelling Correction Program
Based on a Noisy Channel Model", 1990): how common the word is, times how easily the slip happens
on a phone's keyboard. The costs are in units of the natural logarithm.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache

MIN_LENGTH = 4
MAX_LENGTH = 24
_UNSURE = 4
"""Up to this length the first letter is kept, or swapped with the second: people seldom miss it."""
_MOST = 3
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SWAPPED, _DOUBLED, _NEIGHBOUR = 0.0, 0.0, -0.5
_LEFT_OUT, _ADDED, _OTHER = -0.7, -1.0, -2.5


class Speller:
    """Corrects words that the corpus does not have; it never touches one that it has."""

    def __init__(self, frequencies: Mapping[str, int]) -> None:
        """Take the known words with their number of occurrences, at least 1 each."""
        self._frequencies = frequencies
        self._rank = lru_cache(maxsize=4096)(self._rank_edits)

    def renew(self, changes: Mapping[str, int]) -> Speller:
        """Return the speller that knows the words of `changes` so often; 0 is not at all."""
        known = dict(self._frequencies)
        known.update(changes)
        for word in [word for word, frequency in changes.items() if not frequency]:
            del known[word]
        return Speller(known)

    def correct(self, word: str) -> str | None:
        """Return the likeliest known word one edit from `word`, or None if there is none."""
        return next(iter(self.rank(word)), None)

    def rank(self, word: str) -> tuple[str, ...]:
        """Return up to three known words one edit from `word`, the likeliest first.

        Known words are left alone, as are short ones and those with digits: too many others are
        one edit away.
        """
        if word in self._frequencies or not word.isalpha():
            return ()
        if not MIN_LENGTH <= len(word) <= MAX_LENGTH:
            return ()
        return self._rank(word)

    def _rank_edits(self, word: str) -> tuple[str, ...]:
        likeliest: dict[str, float] = {}
        for edited, cost in _edits(word):
            frequency = self._frequencies.get(edited)
            if frequency and (len(word) > _UNSURE or edited[0] in word[:2]):
                likelihood = math.log(frequency) + cost
                likeliest[edited] = max(likelihood, likeliest.get(edited, -math.inf))
        return tuple(sorted(likeliest, key=lambda known: (-likeliest[known], known))[:_MOST])


def _edits(word: str) -> Iterator[tuple[str, float]]:
    """Yield every string one slip away from `word` with the logarithm of its likelihood."""
    neighbours = _keyboard()
    for place, letter in enumerate(word):
        before, after = word[:place], word[place + 1 :]
        doubled = letter in (before[-1:], after[:1])
        yield before + after, _DOUBLED if doubled else _ADDED
        if after:
            yield before + after[0] + letter + after[1:], _SWAPPED
        for other in _LETTERS:
            near = other in neighbours.get(letter, "")
            yield before + other + after, _NEIGHBOUR if near else _OTHER
    for place in range(len(word) + 1):
        for other in _LETTERS:
            yield word[:place] + other + word[place:], _LEFT_OUT


@lru_cache(maxsize=1)
def _keyboard() -> Mapping[str, str]:
    """Return for each letter those beside it on a QWERTY keyboard."""
    places = {letter: (x, y) for y, row in enumerate(_ROWS) for x, letter in enumerate(row)}
    return {
        letter: "".join(
            other
            for other, (ox, oy) in places.items()
            if other != letter and abs(ox - x) <= 1 and abs(oy - y) <= 1
        )
        for letter, (x, y) in places.items()
    }
