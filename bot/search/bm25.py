"""BM25 over an inverted index: rank_bm25's scores without its scan over every document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

import numpy as np
from rank_bm25 import BM25

from bot.search.bounds import Bounds, Ranked
from bot.search.choosing import take_best, take_few
from bot.search.impacts import Impacts, check_constants
from bot.search.postings import Positions, Postings, Scores
from bot.search.ready_lists import ReadyLists

T = TypeVar("T")
_SMALL = 12_000
_FEW = 10


class BM25Index(BM25):  # type: ignore[misc]
    """A `rank_bm25.BM25` that keeps a posting list for each term.

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
        check_constants(k1, b)
        vocabulary: dict[str, int] = {}
        terms = np.fromiter(
            (vocabulary.setdefault(token, len(vocabulary)) for doc in corpus for token in doc),
            np.int32,
        )
        lengths = np.fromiter((len(document) for document in corpus), np.int32)
        postings = Postings.build(terms, lengths, (len(lengths),), len(vocabulary))
        self._view(vocabulary, postings, Impacts(postings, k1, b), 0)

    @classmethod
    def of(
        cls, vocabulary: Mapping[str, int], postings: Postings, impacts: Impacts, section: int = 0
    ) -> BM25Index:
        """Return the index of one section of `postings`, whose arrays it shares.

        Args:
            vocabulary: the number of each term.
            postings: posting lists of the documents of one or several sections.
            impacts: what the postings weigh.
            section: the number of the section.
        """
        index = cls.__new__(cls)
        index._view(vocabulary, postings, impacts, section)  # noqa: SLF001 - its own class
        return index

    def get_scores(self, query: Iterable[str]) -> Scores:
        """Return the score of every document, shape (documents,); a repeated token counts twice."""
        scores = np.zeros(self.corpus_size)
        np.add.at(scores, *self._lists.read(self._lists.find_all(query)))
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

    def top(self, query: Iterable[str], k: int) -> Ranked:
        """Return at most `k` pairs of position and score, best first, ties by position.

        Only documents that hold at least one query term are returned. From some thousand documents
        on the last bits of a score may be others than `get_scores` has.
        """
        found = self._lists.find_all(query)
        if self._bounds and found and 0 < k <= _FEW:
            ranked = self._bounds.take_best(found, k)
            if ranked is not None:
                return ranked
        take = take_few if self.corpus_size <= _SMALL and k <= _FEW else take_best
        return take(self._lists.add_up(found), k)

    def postings(self, term: str) -> tuple[Positions, Scores]:
        """Return the documents that hold `term` in ascending order, and its impact in each."""
        positions, impacts = self._lists.read(self._lists.find_all([term]))
        return positions.copy(), impacts.copy()

    def idf_of(self, term: str) -> float:
        """Return the idf of `term`; a term of no document gets the highest that there could be."""
        # The last row is for terms of no document; memory views count from the end, too.
        return self._idf[self._vocabulary.get(term, -1) * self._step + self._section]

    def sum_idf(self, numbers: Iterable[int]) -> float:
        """Return the sum of the idf of the terms of those numbers."""
        return sum(map(self._own_idf.__getitem__, numbers))

    def all_idf(self) -> Scores:
        """Return the idf of all terms in the order of their numbers."""
        return self._impacts.idf[self._section : -self._step : self._step].copy()

    @cached_property
    def idf(self) -> dict[str, float]:
        """The idf of every term."""
        return dict(zip(self._vocabulary, self.all_idf().tolist(), strict=True))

    @cached_property
    def doc_len(self) -> list[int]:
        """The number of tokens of each document."""
        lengths: list[int] = self._lengths.tolist()
        return lengths

    def __contains__(self, term: str) -> bool:
        """Tell whether any document holds `term`."""
        return bool(self._lists.find_all([term]))

    def _view(
        self, vocabulary: Mapping[str, int], postings: Postings, impacts: Impacts, section: int
    ) -> None:
        self.k1, self.b = impacts.k1, impacts.b
        self.corpus_size = postings.sizes[section]
        self.avgdl = impacts.averages[section]
        self._vocabulary = vocabulary
        self._section, self._step = section, len(postings.sizes)
        first = sum(postings.sizes[:section])
        self._lengths = postings.lengths[first : first + self.corpus_size]
        self._impacts = impacts
        # A view gives Python's own numbers one by one, in a third of the time that an array takes.
        self._idf = impacts.idf.data
        self._own_idf = self.all_idf().data
        self._lists = ReadyLists(vocabulary, postings, impacts, section)
        self._bounds = Bounds(self._lists) if self._lists.is_large else None
