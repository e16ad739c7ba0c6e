"""The highest of many scores, without sorting them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bot.search.postings import Positions, Scores

_SMALL = 20_000
_COLUMNS, _MANY_COLUMNS = 128, 512


def best(scores: Scores, k: int) -> Positions:
    """Return the positions of the `k` highest positive scores, best first, ties by position."""
    if k <= 0:
        return np.empty(0, np.int64)
    floor = find_floor(scores, k)
    positions: Positions = (scores >= floor if floor > 0 else scores > 0).nonzero()[0]
    order = (-scores[positions]).argsort(kind="stable")
    return positions[order[:k]]


def take_best(scores: Scores, k: int) -> list[tuple[int, float]]:
    """Return the positions of the `k` highest positive scores with the scores, as `best` does."""
    positions = best(scores, k)
    return list(zip(positions.tolist(), scores[positions].tolist(), strict=True))


def take_few(scores: Scores, k: int) -> list[tuple[int, float]]:
    """Return what `take_best` does; quick for few scores and a small `k`; uses `scores` up."""
    taken: list[tuple[int, float]] = []
    for _ in range(min(k, len(scores))):
        position = int(scores.argmax())
        score = scores.item(position)
        if score <= 0:
            break
        taken.append((position, score))
        scores[position] = 0
    return taken


def find_floor(scores: Scores | NDArray[np.uint16], k: int) -> float:
    """Return a score that at least `k` of `scores` reach, or 0; a cheap lower bound of the `k`-th.

    The scores are laid out in rows: the `k` best column maxima are scores at `k` different places.
    That takes one pass, where selecting among all scores takes several.
    """
    small = len(scores) < _SMALL and k <= _COLUMNS // 4
    columns = _COLUMNS if small else _MANY_COLUMNS
    whole = len(scores) - len(scores) % columns
    if k > columns or not whole:
        return 0.0
    maxima = scores[:whole].reshape(-1, columns).max(axis=0)
    maxima.partition(columns - k)
    floor: float = maxima.item(columns - k)
    return floor
