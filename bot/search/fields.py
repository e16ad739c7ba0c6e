"""Several sections of documents searched as one, so that a word is looked up once for all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate

import numpy as np

from bot.search.bm25 import BM25Index
from bot.search.impacts import Impacts
from bot.search.postings import Integers, Positions, Postings, Scores
from bot.search.query import Query, Term

_Asked = tuple[int, float]
"""The number of a word, and its weight."""
_UNKNOWN = -1
"""The number of a word of no document; the last rows of idf and frequencies are for it."""


class Fields:
    """Posting lists of several sections, for each word one after another; immutable."""

    def __init__(
        self, postings: Postings, numbers: Mapping[str, int], *, k1: float, b: float
    ) -> None:
        """Weigh `postings`, whose terms have the numbers `numbers`."""
        self.postings = postings
        self.impacts = Impacts(postings, k1, b)
        self._numbers = numbers
        sections = len(postings.sizes)
        self._edges = np.cumsum(postings.sizes)
        self._starts = self._edges - postings.sizes
        self._frequencies = np.append(postings.frequencies, np.zeros((1, sections), int), axis=0)
        self._idf = self.impacts.idf.reshape(-1, sections)
        # A view gives Python's own numbers one by one, in a third of the time that an array takes.
        self._lists = postings.offsets.data
        self._offsets = postings.offsets[::sections].copy().data

    def field(self, section: int) -> BM25Index:
        """Return one section as an index of its own."""
        return BM25Index.of(self._numbers, self.postings, self.impacts, section)

    def score(
        self, query: Query, form: Callable[[Term], str] = lambda term: term.stem
    ) -> list[Scores]:
        """Return the scores of each section: for each concept its best term, weighted, added up."""
        number = self._numbers.get
        asked = sorted(
            (
                [(number(form(term), _UNKNOWN), term.weight) for term in concept.terms]
                for concept in query.concepts
            ),
            key=len,
        )
        return np.split(self._add_up([words for words in asked if words]), self._edges[:-1])

    def find(self, word: str, first: int, last: int) -> Integers:
        """Return the documents of sections `first` to `last` that hold `word`.

        They are numbered as in the postings: from `start_of(first)` on.
        """
        number = self._numbers.get(word, _UNKNOWN)
        if number == _UNKNOWN:
            return self.postings.positions[:0]
        lists = number * len(self._edges)
        return self.postings.positions[self._lists[lists + first] : self._lists[lists + last + 1]]

    def start_of(self, section: int) -> int:
        """Return the number of the first document of `section`."""
        return int(self._starts[section])

    def sum_weights(self, weights: Scores, first: int, last: int) -> Scores:
        """Return the sum of the weights of the words of each document of some sections."""
        start, end = self._starts[first], self._edges[last]
        held = self.postings.positions
        chosen = held[(held >= start) & (held < end)] - start
        repeated = np.repeat(weights, self._frequencies[:-1, first : last + 1].sum(axis=1))
        return np.bincount(chosen, repeated, minlength=end - start).astype(float)

    def __contains__(self, word: str) -> bool:
        """Tell whether any document holds `word`."""
        number = self._numbers.get(word, _UNKNOWN)
        return number != _UNKNOWN and self._offsets[number] < self._offsets[number + 1]

    def _add_up(self, asked: Sequence[Sequence[_Asked]]) -> Scores:
        """Return for each document the sum of the best of the words of each concept.

        Concepts of one word come first.
        """
        scores = np.zeros(self._edges[-1])
        if not asked:
            return scores
        numbers = [number for words in asked for number, _ in words]
        positions, impacts, ends = self._read(numbers, self._weigh(asked))
        several = [words for words in asked if len(words) > 1]
        end = ends[len(asked) - len(several)]
        np.add.at(scores, positions[:end], impacts[:end])
        best = np.zeros_like(scores) if several else scores
        word = len(asked) - len(several)
        for words in several:
            start, word = ends[word], word + len(words)
            self._add_best(scores, best, positions[start : ends[word]], impacts[start : ends[word]])
        return scores

    def _add_best(
        self, scores: Scores, best: Scores, positions: Positions, impacts: Scores
    ) -> None:
        """Add the highest impact at each position; `best` is nought before and after."""
        np.maximum.at(best, positions, impacts)
        # A document with several of the words is written several times, with the same sum.
        scores[positions] = scores[positions] + best[positions]
        best[positions] = 0

    def _weigh(self, asked: Sequence[Sequence[_Asked]]) -> Scores:
        """Return the idf of each word in each section, times its weight."""
        idf = self._idf[[number for words in asked for number, _ in words]]
        # A rarer synonym must not tell more than the asker's own word does.
        own = self._idf[[words[0][0] for words in asked]].repeat(list(map(len, asked)), axis=0)
        weights = np.array([weight for words in asked for _, weight in words])
        return np.asarray(np.minimum(own, idf) * weights[:, None])

    def _read(
        self, numbers: Sequence[int], weights: Scores
    ) -> tuple[Positions, Scores, Sequence[int]]:
        """Return the postings of the words one after another, and where those of each end.

        Their impacts are with `weights`, by section, for idf.
        """
        spans = [self._span(number) for number in numbers]
        positions = np.concatenate([self.postings.positions[s] for s in spans], dtype=np.int64)
        shapes = np.concatenate([self.postings.shapes[span] for span in spans])
        impacts = self.impacts.saturation.take(shapes)
        impacts *= weights.ravel().repeat(self._frequencies[numbers].ravel())
        return positions, impacts, [0, *accumulate(span.stop - span.start for span in spans)]

    def _span(self, number: int) -> slice:
        if number == _UNKNOWN:
            return slice(0, 0)
        return slice(self._offsets[number], self._offsets[number + 1])
