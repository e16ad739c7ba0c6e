"""BM25 over an inverted index: rank_bm25's scores without its scan over every document."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25

Scores = NDArray[np.float64]
Positions = NDArray[np.int64]
T = TypeVar("T")
_COLUMNS = 512
_MANY = 20_000


class BM25Index(BM25):  # type: ignore[misc]
    """A `rank_bm25.BM25` that keeps a posting list of precomputed impacts for each term.

    The weight of a term in a document is rank_bm25's Okapi formula,
    `idf · tf(k1+1) / (tf + k1(1-b+b·dl/avgdl))`, with Lucene's idf
    `ln(1 + (N-df+0.5)/(df+0.5))`, which is positive and falls with the document frequency, in
    place of rank_bm25's own, whose floor lets a word of nearly every document outweigh rarer ones.

    Sources: Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009;
    Lucene's `BM25Similarity`; https://github.com/dorianbrown/rank_bm25.
    """

    def __init__(
        self, corpus: Sequence[Sequence[str]], *, k1: float = 1.5, b: float = 0.75
    ) -> None:
        """Index `corpus`.

        Args:
            corpus: the documents as lists of tokens; may be empty, as may each document.
            k1: saturation of the term frequency, at least 0.
            b: strength of the length normalisation, 0 to 1.

        Raises:
            ValueError: `k1` or `b` is out of range.
        """
        vocabulary: dict[str, int] = {}
        terms = np.fromiter(
            (vocabulary.setdefault(token, len(vocabulary)) for doc in corpus for token in doc),
            np.int64,
        )
        lengths = np.fromiter((len(document) for document in corpus), np.int64)
        self._build(vocabulary, terms, lengths, k1, b)

    @classmethod
    def from_ids(
        cls,
        vocabulary: Mapping[str, int],
        terms: NDArray[np.integer],
        lengths: NDArray[np.integer],
        *,
        k1: float = 1.5,
        b: float = 0.75,
    ) -> BM25Index:
        """Index documents whose tokens are numbered already.

        Args:
            vocabulary: the terms in the order of their numbers, which are 0, 1, …
            terms: the term numbers of all documents, one document after another.
            lengths: shape (documents,), how many of `terms` belong to each document.
            k1: as for the constructor.
            b: as for the constructor.
        """
        index = cls.__new__(cls)
        index._build(vocabulary, terms, lengths, k1, b)  # noqa: SLF001 - its own class
        return index

    def get_scores(self, query: Iterable[str]) -> Scores:
        """Return the score of every document, shape (documents,); a repeated token counts twice."""
        scores = np.zeros(self.corpus_size)
        found = [self.postings(token) for token in query]
        if found and self.corpus_size < _MANY:
            # One long list costs fewer calls; in a large corpus copying it costs more than they do.
            positions, impacts = zip(*found, strict=True)
            found = [(np.concatenate(positions), np.concatenate(impacts))]
        for postings in found:
            # With 64-bit positions this takes half the time of `scores[positions] += impacts`.
            np.add.at(scores, *postings)
        return scores

    def get_batch_scores(self, query: Iterable[str], doc_ids: Sequence[int]) -> list[float]:
        """Return the scores of the documents at `doc_ids`, in that order."""
        scores: list[float] = self.get_scores(query)[list(doc_ids)].tolist()
        return scores

    def get_top_n(self, query: Iterable[str], documents: Sequence[T], n: int = 5) -> list[T]:
        """Return the best of `documents`; unlike rank_bm25's, none without a query term."""
        if len(documents) != self.corpus_size:
            raise ValueError("The documents given don't match the index corpus!")
        return [documents[position] for position, _ in self.top(query, n)]

    def top(self, query: Iterable[str], k: int) -> list[tuple[int, float]]:
        """Return at most `k` pairs of position and score, best first, ties by position.

        Only documents that hold at least one query term are returned.
        """
        scores = self.get_scores(query)
        positions = best(scores, k)
        return list(zip(positions.tolist(), scores[positions].tolist(), strict=True))

    def postings(self, term: str) -> tuple[Positions, Scores]:
        """Return the documents that hold `term` in ascending order, and its impact in each."""
        number = self._vocabulary.get(term)
        if number is None:
            return _NO_POSITIONS, _NO_IMPACTS
        start, end = self._offsets[number], self._offsets[number + 1]
        return self._positions[start:end], self._impacts[start:end]

    def all_postings(self) -> tuple[Positions, Scores]:
        """Return the posting lists of all terms one after another, as long as `frequencies` say."""
        return self._positions, self._impacts

    def idf_of(self, term: str) -> float:
        """Return the idf of `term`; a term of no document gets the highest that there could be."""
        return self.idf.get(term, self._highest_idf)

    def __contains__(self, term: str) -> bool:
        """Tell whether any document holds `term`."""
        return len(self.postings(term)[0]) > 0

    def _build(
        self,
        vocabulary: Mapping[str, int],
        terms: NDArray[np.integer],
        lengths: NDArray[np.integer],
        k1: float,
        b: float,
    ) -> None:
        if not (0 <= k1 < math.inf and 0 <= b <= 1):
            raise ValueError(f"k1 must be at least 0 and b within 0..1, not k1={k1}, b={b}")
        self.k1, self.b = k1, b
        self.corpus_size = len(lengths)
        self.doc_len = lengths.tolist()
        self.avgdl = sum(self.doc_len) / self.corpus_size if self.corpus_size else 0.0
        self._vocabulary = vocabulary
        positions = np.repeat(np.arange(self.corpus_size), lengths)
        pairs, counts = np.unique(
            terms.astype(np.int64) * max(self.corpus_size, 1) + positions, return_counts=True
        )
        numbers, self._positions = np.divmod(pairs, max(self.corpus_size, 1))
        self.frequencies = np.bincount(numbers, minlength=len(vocabulary))
        self._offsets = [0, *np.cumsum(self.frequencies).tolist()]
        idf = lucene_idf(self.corpus_size, self.frequencies)
        self.idf: dict[str, float] = dict(zip(vocabulary, idf.tolist(), strict=True))
        self._highest_idf = float(lucene_idf(self.corpus_size, np.int64(0)))
        # The order of the operations is rank_bm25's, so that the sums agree to the last bit.
        norm = k1 * (1 - b + b * lengths / (self.avgdl or 1.0))
        self._impacts = idf[numbers] * (counts * (k1 + 1) / (counts + norm[self._positions]))


def best(scores: Scores, k: int) -> Positions:
    """Return the positions of the `k` highest positive scores, best first, ties by position."""
    if k <= 0:
        return _NO_POSITIONS
    floor = _find_floor(scores, k)
    positions: Positions = (scores >= floor if floor > 0 else scores > 0).nonzero()[0]
    order = (-scores[positions]).argsort(kind="stable")
    return positions[order[:k]]


def _find_floor(scores: Scores, k: int) -> float:
    """Return a score that at least `k` of `scores` reach, or 0; a cheap lower bound of the `k`-th.

    The scores are laid out in rows of `_COLUMNS`: the `k` best column maxima are scores of `k`
    different documents. That takes one pass, where selecting among all scores takes several.
    """
    whole = len(scores) - len(scores) % _COLUMNS
    if k > _COLUMNS or not whole:
        return 0.0
    maxima: Scores = scores[:whole].reshape(-1, _COLUMNS).max(axis=0)
    maxima.partition(_COLUMNS - k)
    return float(maxima[_COLUMNS - k])


def lucene_idf(documents: int, frequencies: NDArray[np.int64] | np.int64) -> Scores:
    """Return the idf, shape as `frequencies`, of terms that so many of `documents` hold."""
    return np.asarray(np.log(1 + (documents - frequencies + 0.5) / (frequencies + 0.5)))


_NO_POSITIONS: Positions = np.empty(0, np.int64)
_NO_IMPACTS: Scores = np.empty(0, np.float64)
