"""Typing slips: an unknown word is read as the likeliest known word one edit away.

Chat leaves out vowels besides, as many as it likes: "kslahan" and "kslhn" are "kesalahan". A long
word may have its letters in any order: "baswalu" is "bawaslu".

The likelihood is that of a noisy channel (Kernighan, Church & Gale, "A Spelling Correction Program
Based on a Noisy Channel Model", 1990): how common the word is, times how easily the slip happens
on a phone's keyboard. The costs are in units of the natural logarithm.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain, pairwise

MIN_LENGTH = 4
MAX_LENGTH = 24
_SHORTEST = MIN_LENGTH - 1
"""A word so short is read only as a very common one that lost a vowel: "dta" for "data"."""
_UNSURE = 4
"""Up to this length only a common word is meant that begins with another letter."""
_FEW, _COMMON, _VERY_COMMON = 10, 40, 50
"""How often a word occurs that is not rare, common, and very common."""
_FEWEST_CONSONANTS = 3
"""With fewer, too many words are the same without their vowels."""
_LEAST_JUMBLED = 6
"""With fewer letters, other words are made of the same ones: "iran" and "rian"."""
_MOST = 3
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SWAPPED, _DOUBLED, _NEIGHBOUR = 0.0, 0.0, -0.5
_LEFT_OUT, _ADDED, _OTHER = -0.7, -1.0, -2.5
_BEGUN_WRONG = -2.0
_JUMBLED = -1.0
_WITHOUT_VOWELS = str.maketrans("", "", "aeiou")


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
        return self._rank(word) if self._may_mend(word) else ()

    def rank_certain(self, word: str) -> tuple[str, ...]:
        """Return those of `rank` that differ in two letters' order, a doubled one or a vowel only.

        For words that may be meant as they are written.
        """
        return tuple(known for known in self.rank(word) if is_certain(word, known))

    def rank_clipped(self, word: str) -> tuple[str, ...]:
        """Return the common ones of `rank` that lost a vowel between two consonants.

        For words that are Indonesian as they are written: "slah", but not "sara" for "suara".
        """
        return tuple(
            known
            for known in self.rank(word)
            if self._frequencies[known] >= _COMMON and _brings_together(word, known)
        )

    def find_meant(self, word: str) -> str | None:
        """Return the very common word of which `word`, a known one, may be a misprint."""
        near = (known for known, _ in _edits(word) if known != word)
        meant = max(near, key=lambda known: self._frequencies.get(known, 0), default=None)
        return meant if meant and self._frequencies.get(meant, 0) >= _VERY_COMMON else None

    def rank_short(self, word: str) -> tuple[str, ...]:
        """Return what a word of three letters is short for where vowels are left out: "bca"."""
        if len(word) != _SHORTEST or not self._may_mend(word):
            return ()
        edits = {edited for edited, _ in _edits(word) if self._frequencies.get(edited, 0) >= _FEW}
        short = (known for known in edits if _brings_together(word, known))
        return tuple(sorted(short, key=lambda known: (-self._frequencies[known], known))[:_MOST])

    @cached_property
    def _by_consonants(self) -> Mapping[str, Sequence[str]]:
        known: dict[str, list[str]] = defaultdict(list)
        for word in self._frequencies:
            known[word.translate(_WITHOUT_VOWELS)].append(word)
        return known

    def _list_abridged(self, word: str) -> Iterator[tuple[str, float]]:
        """Yield known words of which `word` lacks two vowels or more, with the cost."""
        consonants = word.translate(_WITHOUT_VOWELS)
        if len(consonants) < _FEWEST_CONSONANTS or len(word) < MIN_LENGTH:
            return
        for known in self._by_consonants.get(consonants, ()):
            lost = len(known) - len(word)
            if lost > 1 and self._frequencies[known] >= _FEW and is_clipped(word, known):
                yield known, _LEFT_OUT * lost

    @cached_property
    def _by_letters(self) -> Mapping[str, Sequence[str]]:
        known: dict[str, list[str]] = defaultdict(list)
        for word, frequency in self._frequencies.items():
            if len(word) >= _LEAST_JUMBLED and frequency >= _FEW:
                known[_sort(word)].append(word)
        return known

    def _list_jumbled(self, word: str) -> Iterator[tuple[str, float]]:
        """Yield common words of the same letters in another order, with the cost."""
        for known in self._by_letters.get(_sort(word), ()):
            if known[0] == word[0]:
                yield known, _JUMBLED

    def _may_mend(self, word: str) -> bool:
        if word in self._frequencies or not word.isalpha():
            return False
        return _SHORTEST <= len(word) <= MAX_LENGTH

    def _rank_edits(self, word: str) -> tuple[str, ...]:
        known, likeliest = self._frequencies, dict[str, float]()
        near = [slip for slip in _edits(word) if known.get(slip[0])]
        for edited, cost in chain(near, self._list_abridged(word), self._list_jumbled(word)):
            begun_wrong = len(word) <= _UNSURE and edited[0] not in word[:2]
            if known[edited] < (_COMMON if begun_wrong else 1):
                continue
            likelihood = math.log(known[edited]) + cost + _BEGUN_WRONG * begun_wrong
            likeliest[edited] = max(likelihood, likeliest.get(edited, -math.inf))
        if len(word) == _SHORTEST:
            likeliest = {k: v for k, v in likeliest.items() if self._is_abridged(word, k)}
        return tuple(sorted(likeliest, key=lambda known: (-likeliest[known], known))[:_MOST])

    def _is_abridged(self, word: str, known: str) -> bool:
        common = self._frequencies[known] >= _VERY_COMMON
        return common and known[0] == word[0] and _lost_vowel(word, known)


def is_certain(word: str, known: str) -> bool:
    """Tell whether the slip is one that makes no other word: "pengriman" for "pengiriman"."""
    return sorted(word) == sorted(known) or _lost_vowel(word, known) or _doubled(word, known)


def is_clipped(word: str, known: str) -> bool:
    """Tell whether `word` is `known` without some of its vowels: "bwslu" for "bawaslu"."""
    rest = iter(known)
    in_order = all(letter in rest for letter in word)
    return in_order and word[:1] == known[:1] and _lost_vowel(word, known)


def _sort(word: str) -> str:
    return "".join(sorted(word))


def _brings_together(word: str, known: str) -> bool:
    """Tell whether what `word` lost of `known` is a vowel between two consonants."""
    place = next(
        (i for i, pair in enumerate(zip(word, known, strict=False)) if len({*pair}) > 1), 0
    )
    beside = known[place - 1 : place + 2 : 2]
    return place > 0 and is_clipped(word, known) and beside == beside.translate(_WITHOUT_VOWELS)


def _lost_vowel(word: str, known: str) -> bool:
    consonants = word.translate(_WITHOUT_VOWELS)
    return len(known) > len(word) and known.translate(_WITHOUT_VOWELS) == consonants


def _doubled(word: str, known: str) -> bool:
    return len(word) > len(known) and any(
        one == other and word[:place] + word[place + 1 :] == known
        for place, (one, other) in enumerate(pairwise(word))
    )


def _edits(word: str) -> Iterator[tuple[str, float]]:
    """Yield every string one slip away from `word` with the logarithm of its likelihood."""
    slips, costs = list[str](), list[float]()
    for place, letter in enumerate(word):
        before, after = word[:place], word[place + 1 :]
        slips.append(before + after)
        costs.append(_DOUBLED if letter in (before[-1:], after[:1]) else _ADDED)
        if after:
            slips.append(before + after[0] + letter + after[1:])
            costs.append(_SWAPPED)
        # Some hundred strings, in comprehensions, take half the time of a generator.
        slips += [before + other + after for other in _LETTERS]
        costs += _weigh_others(letter)
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        slips += [before + other + after for other in _LETTERS]
    costs += [_LEFT_OUT] * (len(slips) - len(costs))
    return zip(slips, costs, strict=True)


@lru_cache(maxsize=64)
def _weigh_others(letter: str) -> Sequence[float]:
    """Return for each letter how likely it is typed in place of `letter`."""
    near = _keyboard().get(letter, "")
    return [_NEIGHBOUR if other in near else _OTHER for other in _LETTERS]


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
