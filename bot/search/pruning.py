"""The best documents without most of the postings: those of common terms, which tell little.

The leaders by the rarer terms, looked up in rows that common terms have, tell what a document needs
at least. Common terms that cannot give that together are not read: the documents that are left in
the race are looked up, too (MaxScore: Turtle & Flood, "Query Evaluation: Strategies and
Optimizations", 1995).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from bot.search.choosing import find_floor
from bot.search.impacts import Impacts
from bot.search.postings import Integers, Positions, Postings, Scores

_COMMON = 16
_DENSE = 4
"""From a quarter of all documents on, going through them all is quicker than through postings."""
_LEADERS = 100
_LEFT_OUT = 0.65
"""What terms that are not read could give, at most, of what a document needs; more is slower."""
_LOOKED_UP = 8
_SLACK = 1e-9
"""Sums in another order differ in the last bits."""

Ranked = list[tuple[int, float]]


class CommonTerms:
    """The shape of each posting of some terms, found by document."""

    def __init__(
        self,
        lists: Mapping[int, tuple[Integers, Integers]],
        idf: Sequence[float],
        saturation: Scores,
        documents: int,
    ) -> None:
        """Lay posting lists out as rows.

        Args:
            lists: positions and shapes of the postings of each term, by the number of its list.
            idf: the idf of each of these terms.
            saturation: what a posting of each shape weighs.
            documents: how many documents there are.
        """
        self.row_of = {number: row for row, number in enumerate(lists)}
        self.highest: list[float] = []
        # Number 0 is for documents without the term.
        self._weights = [np.append(0.0, saturation * each) for each in idf]
        self._shapes = np.zeros((len(lists), documents), np.min_scalar_type(len(saturation)))
        for row, (positions, shapes) in enumerate(lists.values()):
            self._shapes[row, positions] = shapes + 1
            self.highest.append(float(self._weights[row].take(self._shapes[row]).max()))

    @classmethod
    def of(cls, postings: Postings, impacts: Impacts, section: int) -> CommonTerms:
        """Take the terms that more than every sixteenth document of `section` holds."""
        sections, documents = len(postings.sizes), postings.sizes[section]
        first = sum(postings.sizes[:section])
        frequent = np.flatnonzero(postings.frequencies[:, section] > documents / _COMMON)
        lists: dict[int, tuple[Integers, Integers]] = {}
        for number in (frequent * sections + section).tolist():
            span = slice(*postings.offsets[number : number + 2].tolist())
            lists[number] = postings.positions[span] - first, postings.shapes[span]
        return cls(lists, impacts.idf[list(lists)].tolist(), impacts.saturation, documents)

    def weigh(self, row: int, positions: Positions) -> Scores:
        """Return the impact of the term of `row` in each document of `positions`."""
        impacts: Scores = self._weights[row].take(self._shapes[row].take(positions))
        return impacts

    def find_least(self, race: Race, rows: Sequence[int], k: int) -> float:
        """Return a score that at least `k` documents reach, or 0.

        Args:
            race: what the terms that are read found.
            rows: the other terms of the query.
            k: how many documents are wanted, at least 1.
        """
        positions, scores = race.find_leaders(k)
        for row in rows[:_LOOKED_UP]:
            scores += self.weigh(row, positions)
        # A dictionary drops what is there several times.
        best = dict(zip(positions.tolist(), scores.tolist(), strict=True))
        return sorted(best.values())[-k] * (1 - _SLACK) if len(best) >= k else 0.0

    def count_needed(self, rows: Sequence[int], least: float) -> int:
        """Return how many of `rows`, the highest first, must be read, if `least` is needed."""
        needed, others = len(rows), 0.0
        while needed and (others := others + self.highest[rows[needed - 1]]) < _LEFT_OUT * least:
            needed -= 1
        return needed

    def finish(self, race: Race, rows: Sequence[int], least: float, k: int) -> Ranked:
        """Return the `k` best documents with their scores, best first, ties by position.

        Args:
            race: what the terms that are read found.
            rows: the terms that are left, which together cannot give `least`.
            least: what the `k` best have at least.
            k: how many documents are wanted, at least 1.
        """
        bound = sum([self.highest[row] for row in rows])
        positions, scores = race.find_left(least - bound)
        for row in rows:
            scores += self.weigh(row, positions)
            bound -= self.highest[row]
            left = (scores >= least - bound - least * _SLACK).nonzero()[0]
            positions, scores = positions.take(left), scores.take(left)
        # A set drops what is there several times.
        ranked = sorted({*zip((-scores).tolist(), positions.tolist(), strict=True)})
        return [(position, -score) for score, position in ranked[:k]]


class Race:
    """Documents with what the terms that were read so far gave them."""

    def __init__(self, sums: Scores) -> None:
        """Begin with `sums`, 0 for each document; they are 0 again after `find_left`."""
        self.sums = sums
        self._terms = 0
        self._positions = np.empty(0, np.int64)

    def enter(self, positions: Positions, impacts: Scores, terms: int) -> None:
        """Add the `impacts` of all postings of so many `terms`."""
        positions = np.ascontiguousarray(positions)
        np.add.at(self.sums, positions, impacts)
        if self._terms:
            positions = np.concatenate((self._positions, positions))
        self._terms += terms
        self._positions = positions
        self._is_dense = len(positions) * _DENSE > len(self.sums)
        self._scores = self.sums if self._is_dense else self.sums.take(positions)

    def find_leaders(self, k: int) -> tuple[Positions, Scores]:
        """Return some of the best documents, at least `k` if there are; some of them repeatedly."""
        # A document is there once for each term at most.
        repeats = 1 if self._is_dense else self._terms
        return self._pick(find_floor(self._scores, k * repeats), _LEADERS)

    def find_left(self, least: float) -> tuple[Positions, Scores]:
        """Return the documents that have at least `least`; end."""
        left = self._pick(least)
        if self._is_dense:
            self.sums.fill(0)
        else:
            self.sums[self._positions] = 0
        return left

    def _pick(self, least: float, most: int | None = None) -> tuple[Positions, Scores]:
        scores = self._scores
        picked = (scores >= least if least > 0 else scores > 0).nonzero()[0][:most]
        positions = picked if self._is_dense else self._positions.take(picked)
        return positions, scores.take(picked)
