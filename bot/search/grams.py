"""Character 4-grams: words that are alike though neither spelling nor stem agrees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from bot.search.bm25 import Scores
from bot.search.tables import Rows
from bot.search.vocabulary import Ids, Vocabulary

_LENGTH = 4
_K1, _B = 0.8, 0.7
_NO_GRAMS: Ids = np.empty(0, np.int32)


def list_grams(word: str) -> list[str]:
    """Return the 4-grams of `word` with a mark at both ends; a short word is its own gram."""
    padded = f"_{word}_"
    return [padded[i : i + _LENGTH] for i in range(max(1, len(padded) - _LENGTH + 1))]


class GramTable:
    """For each passage its distinct 4-grams with their BM25 impacts, read passage by passage."""

    def __init__(self, vocabulary: Vocabulary, texts: Rows) -> None:
        """Count the grams of every word of `texts`."""
        self._numbers: dict[str, int] = {}
        number = self._numbers.setdefault
        grams_of = list(map(list_grams, vocabulary.surfaces))
        of_surface = Rows(
            np.fromiter((number(g, len(self._numbers)) for g in chain(*grams_of)), np.int32),
            np.fromiter(map(len, grams_of), np.int32),
        )
        passages = len(texts.lengths)
        repeats = of_surface.lengths[texts.flat]
        grams = of_surface.flat[list_places(of_surface.starts[texts.flat], repeats)]
        rows = np.repeat(np.repeat(np.arange(passages), texts.lengths), repeats)
        self._fill(rows, grams, passages)

    def scores(self, words: Iterable[str], passages: NDArray[np.int64]) -> Scores:
        """Return how alike the words of each of `passages` are to `words`, shape as `passages`."""
        asked = Counter(chain.from_iterable(map(list_grams, words)))
        weights = np.zeros(len(self._numbers), np.float32)
        for gram in asked.keys() & self._numbers.keys():
            weights[self._numbers[gram]] = asked[gram]
        starts, ends = self._offsets[passages], self._offsets[passages + 1]
        spans = zip(starts.tolist(), ends.tolist(), strict=True)
        grams = np.concatenate([self._grams[start:end] for start, end in spans] or [_NO_GRAMS])
        # Few of the grams of a passage are asked for: only those are weighed and added up.
        hits = np.flatnonzero((weights > 0).take(grams))
        edges = np.cumsum(ends - starts)
        rows = np.searchsorted(edges, hits, side="right")
        impacts = self._impacts[hits + (ends - edges)[rows]]
        return np.asarray(np.bincount(rows, weights[grams[hits]] * impacts, len(passages)), float)

    def _fill(self, rows: NDArray[np.int64], grams: NDArray[np.int32], passages: int) -> None:
        kinds = max(len(self._numbers), 1)
        pairs, counts = np.unique(rows * kinds + grams, return_counts=True)
        owners = pairs // kinds
        self._grams = (pairs - owners * kinds).astype(np.int32)
        self._offsets = np.searchsorted(owners, np.arange(passages + 1))
        frequencies = np.bincount(self._grams, minlength=kinds)
        idf = np.log(1 + (passages - frequencies + 0.5) / (frequencies + 0.5))
        lengths = np.bincount(owners, weights=counts, minlength=passages)
        ratio = lengths[owners] / max(lengths.mean() if passages else 1.0, 1.0)
        saturated = counts * (_K1 + 1) / (counts + _K1 * (1 - _B + _B * ratio))
        self._impacts = (idf[self._grams] * saturated).astype(np.float32)


def list_places(starts: NDArray[np.int64], lengths: NDArray[np.integer]) -> NDArray[np.int64]:
    """Return start, start + 1, … for each of `starts`, as many as its length, one after another."""
    ends = np.cumsum(lengths, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    places: NDArray[np.int64] = np.arange(total) + np.repeat(starts - ends + lengths, lengths)
    return places
