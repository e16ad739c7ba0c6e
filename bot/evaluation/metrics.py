"""Measures of a ranking and of a score that shall tell two groups apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

import numpy as np

_DEPTH = 10
"""How many results of a ranking are judged at most."""


def reciprocal_rank(hits: Sequence[bool], k: int) -> float:
    """Return 1 over the place of the first hit among the first `k` results, or 0 without one.

    Args:
        hits: for each result, best first, whether it is relevant.
        k: how many results count.
    """
    return next((1 / place for place, hit in enumerate(hits[:k], start=1) if hit), 0.0)


def recall(hits: Sequence[bool], relevant: int, k: int) -> float:
    """Return the hits among the first `k` results over as many as there could be.

    Args:
        hits: for each result, best first, whether it is relevant.
        relevant: how many relevant documents there are, at least 1.
        k: how many results count.
    """
    return sum(hits[:k]) / min(k, relevant)


def ndcg(hits: Sequence[bool], relevant: int, k: int) -> float:
    """Return the normalised discounted cumulative gain with gains of 0 and 1.

    Järvelin & Kekäläinen, "Cumulated Gain-Based Evaluation of IR Techniques", 2002, with the
    logarithm to base 2 of the place plus one.

    Args:
        hits: for each result, best first, whether it is relevant.
        relevant: how many relevant documents there are, at least 1.
        k: how many results count.
    """
    return _discount(hits[:k]) / _discount([True] * min(k, relevant))


def measure(hits: Sequence[bool], relevant: int) -> dict[str, float]:
    """Return every measure of one ranking by name; arguments as for `recall`."""
    return {
        "mrr@10": reciprocal_rank(hits, _DEPTH),
        "recall@1": recall(hits, relevant, 1),
        "recall@5": recall(hits, relevant, 5),
        "recall@10": recall(hits, relevant, _DEPTH),
        "ndcg@10": ndcg(hits, relevant, _DEPTH),
    }


def average(rows: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Return the mean of each measure over `rows`, which are not empty and have equal names."""
    table = list(rows)
    return {name: fmean(row[name] for row in table) for name in table[0]}


def roc_auc(positives: Sequence[float], negatives: Sequence[float]) -> float:
    """Return the share of pairs in which the positive scores higher; a tie counts half.

    Raises:
        ValueError: one of the groups is empty.
    """
    if not positives or not negatives:
        raise ValueError("both groups need at least one score")
    below = np.sort(np.asarray(negatives, dtype=np.float64))
    wins = np.searchsorted(below, positives, side="left")
    wins_and_ties = np.searchsorted(below, positives, side="right")
    return float((wins + wins_and_ties).sum() / (2 * len(positives) * len(negatives)))


def _discount(hits: Sequence[bool]) -> float:
    places = np.flatnonzero(hits) + 1
    return float((1 / np.log2(places + 1)).sum())
