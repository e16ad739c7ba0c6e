"""BM25: what a term is worth, and how often it stands in how long a document."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from bot.search.postings import Postings, Scores


class Impacts:
    """The weight of each posting: `idf` of its list times `saturation` of its shape.

    It is rank_bm25's Okapi formula, `idf · tf(k1+1) / (tf + k1(1-b+b·dl/avgdl))`, to the last bit,
    with Lucene's idf `ln(1 + (N-df+0.5)/(df+0.5))`; its last row is for a term of no document. A
    new document changes the weight of every posting, but only these two short arrays are made anew.
    """

    def __init__(self, postings: Postings, k1: float, b: float) -> None:
        """Weigh `postings`; each section has an average length and an idf of its own."""
        self.k1, self.b = k1, b
        none = np.zeros((1, len(postings.sizes)), np.int64)
        frequencies = np.append(postings.frequencies, none, axis=0)
        self.idf = lucene_idf(np.array(postings.sizes), frequencies).ravel()
        self.averages = _average_lengths(postings)
        kinds = postings.kinds
        averages = np.array([average or 1.0 for average in self.averages])[kinds.sections]
        # The order of the operations is rank_bm25's, so that the sums agree to the last bit.
        norm = k1 * (1 - b + b * kinds.lengths / averages)
        self.saturation: Scores = kinds.counts * (k1 + 1) / (kinds.counts + norm)


def check_constants(k1: float, b: float) -> None:
    """Raise ValueError if `k1` or `b` is out of range."""
    if not (0 <= k1 < math.inf and 0 <= b <= 1):
        raise ValueError(f"k1 must be at least 0 and b within 0..1, not k1={k1}, b={b}")


def lucene_idf(documents: int | NDArray[np.int64], frequencies: NDArray[np.int64]) -> Scores:
    """Return the idf, shape as `frequencies`, of terms that so many of `documents` hold."""
    return np.asarray(np.log(1 + (documents - frequencies + 0.5) / (frequencies + 0.5)))


def _average_lengths(postings: Postings) -> list[float]:
    ends = np.cumsum(postings.sizes).tolist()
    parts = np.split(postings.lengths, ends[:-1])
    return [float(int(part.sum()) / len(part)) if len(part) else 0.0 for part in parts]
