"""Several sections of documents searched as one, so that a word is looked up once for all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from threading import Lock

import numpy as np

from bot.search.bm25 import BM25Index
from bot.search.impacts import Impacts
from bot.search.postings import Integers, Postings, Scores
from bot.search.query import Query, Term

_Words = tuple[tuple[int, float], ...]
"""The words of a concept, the asker's own first: their numbers and weights."""
_Held = tuple[Integers, Scores]
_UNKNOWN = -1
"""The number of a word of no document; the last rows of idf and frequencies are for it."""
_MOST_KEPT = 1_000_000
"""So many postings of concepts that were asked for lately are kept, of 12 bytes each."""
_LONGEST_KEPT = 50_000
"""A concept of more postings would drive too many others out."""
_EMPTY_KEPT = 40
"""What a concept takes besides its postings, counted in these."""


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
        bounds = zip(self._starts.tolist(), self._edges.tolist(), strict=True)
        self._sections = [slice(*section) for section in bounds]
        self._frequencies = np.append(postings.frequencies, np.zeros((1, sections), int), axis=0)
        self._idf = self.impacts.idf.reshape(-1, sections)
        # A view gives Python's own numbers one by one, in a third of the time that an array takes.
        self._lists = postings.offsets.data
        self._offsets = postings.offsets[::sections].copy().data
        self._known: dict[_Words, _Held] = {}
        self._kept, self._lock = 0, Lock()

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
                tuple((number(form(term), _UNKNOWN), term.weight) for term in concept.terms)
                for concept in query.concepts
            ),
            key=len,
        )
        scores = self._add_up([words for words in asked if words])
        return [scores[section] for section in self._sections]

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

    def _add_up(self, asked: Sequence[_Words]) -> Scores:
        """Return for each document the sum of the best of the words of each concept."""
        scores = np.zeros(self._edges[-1])
        if asked:
            positions, impacts = zip(*map(self._recall, asked), strict=True)
            np.add.at(scores, np.concatenate(positions, dtype=np.int64), np.concatenate(impacts))
        return scores

    def _recall(self, words: _Words) -> _Held:
        """Return which documents hold any of `words`, and the best impact in each."""
        held = self._known.get(words)
        if held is None:
            held = self._read(words)
            if len(held[0]) <= _LONGEST_KEPT:
                with self._lock:
                    self._keep(words, held)
        return held

    def _keep(self, words: _Words, held: _Held) -> None:
        """Keep what was read, in place of what has been kept longest."""
        if self._known.setdefault(words, held) is held:
            self._kept += _EMPTY_KEPT + len(held[0])
        while self._kept > _MOST_KEPT:
            oldest = next(iter(self._known))
            self._kept -= _EMPTY_KEPT + len(self._known.pop(oldest)[0])

    def _read(self, words: _Words) -> _Held:
        # A rarer synonym must not tell more than the asker's own word does.
        highest = self._idf[words[0][0]]
        found = [self._weigh(number, weight, highest) for number, weight in words]
        if len(found) == 1:
            return found[0]
        positions, impacts = zip(*found, strict=True)
        documents = int(self._edges[-1])
        return _take_best(np.concatenate(positions), np.concatenate(impacts), documents)

    def _weigh(self, number: int, weight: float, highest: Scores) -> _Held:
        """Return the postings of a word; its idf is at most `highest`, by section."""
        span = self._span(number)
        impacts = self.impacts.saturation.take(self.postings.shapes[span])
        weights = np.minimum(highest, self._idf[number]) * weight
        impacts *= weights.repeat(self._frequencies[number])
        return self.postings.positions[span], impacts

    def _span(self, number: int) -> slice:
        if number == _UNKNOWN:
            return slice(0, 0)
        return slice(self._offsets[number], self._offsets[number + 1])


def _take_best(positions: Integers, impacts: Scores, documents: int) -> _Held:
    """Return each of `positions`, which are below `documents`, once, with its highest impact."""
    places = positions.astype(np.int64)
    best, last = np.zeros(documents), np.empty(documents, np.int32)
    np.maximum.at(best, places, impacts)
    order = np.arange(len(places), dtype=np.int32)
    # Of values for one place, the last stays.
    last[places] = order
    chosen = places[last[places] == order]
    return chosen.astype(np.int32), best[chosen]
