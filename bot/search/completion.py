"""Words that begin like one that somebody is still typing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from heapq import nsmallest


class Completion:
    """Finds the words of the corpus by how they begin; immutable, safe to share."""

    def __init__(self, frequencies: Mapping[str, int]) -> None:
        """Take the words, as `tokenize` returns them, with their number of occurrences."""
        self._frequencies = frequencies
        self._words = sorted(frequencies)

    def complete(self, beginning: str, limit: int = 1) -> list[str]:
        """Return up to `limit` words that begin with `beginning`, the most frequent first.

        Of equally frequent words the first in the alphabet goes first. It costs a binary search
        and a look at each word that fits.
        """
        length = len(beginning)
        start = bisect_left(self._words, beginning)
        end = bisect_right(self._words, beginning, lo=start, key=lambda word: word[:length])
        return nsmallest(
            limit, self._words[start:end], key=lambda word: (-self._frequencies[word], word)
        )
