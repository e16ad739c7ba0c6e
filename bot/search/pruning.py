"""The best documents without most of the postings: those of common terms, which tell little.

When the rarer terms of a query have found more than the common ones could add, only the documents
that are left in the race are looked up in rows that common terms have (MaxScore: Turtle & Flood,
"Query Evaluation: Strategies and Optimizations", 1995).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from bot.search.choosing import find_floor
from bot.search.impacts import Impacts
from bot.search.postings import Integers, Positions, Postings, Scores

_COMMON = 8
_MANY_TERMS = 16
_DENSE = 4
"""From a quarter of all documents on, going through them all is quicker than through postings."""
_MOST_LEFT = 4_000
_MARGIN = 0.3
_SLACK = 1 + 1e-9
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
        # Number 0 is for documents without the term.
        self._saturation = np.append(0.0, saturation)
        self._idf = np.array(idf)
        self._shapes = np.zeros((len(lists), documents), np.min_scalar_type(len(saturation)))
        self.highest: list[float] = []
        for row, (positions, shapes) in enumerate(lists.values()):
            self._shapes[row, positions] = shapes + 1
            self.highest.append(float(saturation[shapes].max()) * idf[row])

    @classmethod
    def of(cls, postings: Postings, impacts: Impacts, section: int) -> CommonTerms:
        """Take the terms that more than every eighth document of `section` holds."""
        sections, documents = len(postings.sizes), postings.sizes[section]
        first = sum(postings.sizes[:section])
        frequent = np.flatnonzero(postings.frequencies[:, section] > documents / _COMMON)
        lists: dict[int, tuple[Integers, Integers]] = {}
        for number in (frequent * sections + section).tolist():
            span = slice(*postings.offsets[number : number + 2].tolist())
            lists[number] = postings.positions[span] - first, postings.shapes[span]
        return cls(lists, impacts.idf[list(lists)].tolist(), impacts.saturation, documents)

    def sum_impacts(self, rows: Sequence[int], positions: Positions) -> Scores:
        """Return the sum of the impacts of the terms of `rows` in each document of `positions`."""
        chosen = np.array(rows)
        shapes = self._shapes[chosen[:, None], positions]
        impacts: Scores = self._idf[chosen] @ self._saturation.take(shapes)
        return impacts

    def rank(self, race: Race, rows: Sequence[int], k: int) -> Ranked | None:
        """Return the `k` best documents with their scores, best first, ties by position.

        None is returned if too many documents could be among the best.

        Args:
            race: what the rarer terms found.
            rows: the common terms of the query.
            k: how many documents are wanted, at least 1.
        """
        bound = sum([self.highest[row] for row in rows]) * _SLACK
        floor = find_floor(race.scores, k * race.repeats)
        # Most often this is low enough, else it gives a better floor.
        cut = floor - min(bound, _MARGIN * floor)
        ranked = self._finish(race, rows, cut, k)
        if not rows or ranked is None:
            return ranked
        # Documents that only common terms are in reach no more than the bound.
        least = ranked[-1][1] - bound if len(ranked) == k else 0.0
        if least <= 0:
            return None
        return ranked if least >= cut else self._finish(race, rows, least, k)

    def _finish(self, race: Race, rows: Sequence[int], least: float, k: int) -> Ranked | None:
        """Rank the documents that have at least `least` before the common terms are added."""
        left = (race.scores >= least if least > 0 else race.scores > 0).nonzero()[0]
        if rows and len(left) > _MOST_LEFT:
            return None
        positions = left if race.positions is None else race.positions[left]
        totals = race.scores[left]
        if rows:
            totals += self.sum_impacts(rows, positions)
        wanted = k * race.repeats
        if len(totals) > wanted:
            first = totals >= np.partition(totals, -wanted)[-wanted]
            positions, totals = positions[first], totals[first]
        order = np.lexsort((positions, -totals))
        ranked = zip(positions[order].tolist(), totals[order].tolist(), strict=True)
        # A dictionary drops what is there several times.
        return list(islice(dict(ranked).items(), k))


class Race(NamedTuple):
    """Documents with what they have so far; one may be there up to `repeats` times.

    Without `positions`, the scores are those of all documents in order.
    """

    positions: Positions | None
    scores: Scores
    repeats: int

    @classmethod
    def of(cls, sums: Scores, positions: Positions, terms: int) -> Race:
        """Enter the documents that the postings of so many `terms` name.

        Args:
            sums: what each document has.
            positions: the documents of all postings.
            terms: how many terms the postings are of.
        """
        if terms > _MANY_TERMS or len(positions) * _DENSE > len(sums):
            return cls(None, sums, 1)
        return cls(positions, sums.take(positions), terms)
