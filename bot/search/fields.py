"""Several BM25 indexes over the same words as one, so that a word is looked up once for all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from bot.search.bm25 import BM25Index, Scores, lucene_idf
from bot.search.query import Query, Term


class Fields:
    """Posting lists of several indexes, for each word one after another; immutable."""

    def __init__(self, indexes: Sequence[BM25Index], numbers: Mapping[str, int]) -> None:
        """Join `indexes`, all of which number their terms as `numbers` does."""
        self._numbers = numbers
        sizes = [index.corpus_size for index in indexes]
        self._edges = np.cumsum(sizes)
        # The last row is for words of no index, whose idf is the highest.
        self._lengths = np.stack([np.append(index.frequencies, 0) for index in indexes], axis=1)
        self._idf = np.stack(
            [lucene_idf(size, of) for size, of in zip(sizes, self._lengths.T, strict=True)], axis=1
        )
        lists = [index.all_postings() for index in indexes]
        terms = np.arange(len(self._lengths))
        order = np.argsort(
            np.concatenate([np.repeat(terms, of) for of in self._lengths.T]), kind="stable"
        )
        shifts = self._edges - sizes
        places = [of + shift for (of, _), shift in zip(lists, shifts, strict=True)]
        self._positions = np.concatenate(places)[order]
        self._impacts = np.concatenate([impacts for _, impacts in lists])[order]
        self._offsets = [0, *np.cumsum(self._lengths.sum(axis=1)).tolist()]

    def score(
        self, query: Query, form: Callable[[Term], str] = lambda term: term.stem
    ) -> list[Scores]:
        """Return the scores of each index: for each concept its best term, weighted, added up."""
        scores = np.zeros(self._edges[-1])
        best = np.zeros_like(scores)
        for concept in query.concepts:
            numbers = [self._numbers.get(form(term), -1) for term in concept.terms]
            weights = [term.weight for term in concept.terms]
            if len(numbers) == 1:
                span = self._span(numbers[0])
                np.add.at(scores, self._positions[span], self._impacts[span] * weights[0])
            elif numbers:
                self._add_best(scores, best, numbers, weights)
        return np.split(scores, self._edges[:-1])

    def _add_best(
        self, scores: Scores, best: Scores, numbers: list[int], weights: list[float]
    ) -> None:
        """Add the best of several terms for each document; `best` is nought before and after."""
        idf = self._idf[numbers]
        # A rarer synonym must not tell more than the asker's own word does.
        shares = np.minimum(1.0, idf[0] / idf) * np.array(weights)[:, None]
        spans = [self._span(number) for number in numbers]
        positions = np.concatenate([self._positions[span] for span in spans])
        impacts = np.concatenate([self._impacts[span] for span in spans])
        impacts *= np.repeat(shares.ravel(), self._lengths[numbers].ravel())
        np.maximum.at(best, positions, impacts)
        # A document with several of the terms is written several times, with the same sum.
        scores[positions] = scores[positions] + best[positions]
        best[positions] = 0

    def _span(self, number: int) -> slice:
        return slice(self._offsets[number], self._offsets[number + 1])
