"""How alike two ways of asking are: the question of a person and wordings that are known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from bot.search.bm25 import Positions, Scores
from bot.search.index import PassageIndex
from bot.search.query import Query

_NONE: Positions = np.empty(0, np.int64)


class Wordings:
    """Known questions, headlines or claims, each as its set of stems, to compare queries with."""

    def __init__(self, wordings: Sequence[Iterable[str]], index: PassageIndex) -> None:
        """Take the stems of each wording; `index` says how much a stem tells."""
        self._index = index
        holders: dict[str, list[int]] = defaultdict(list)
        sets = [frozenset(wording) for wording in wordings]
        for number, stems in enumerate(sets):
            for stem in stems:
                holders[stem].append(number)
        self._holders: dict[str, Positions] = {
            stem: np.array(numbers) for stem, numbers in holders.items()
        }
        idf = index.text.idf_of
        self._totals: Scores = np.array([sum(map(idf, stems)) for stems in sets])

    def compare(self, query: Query) -> Scores:
        """Return how alike `query` is to each wording, 0 to 1, shape (wordings,).

        That is the harmonic mean of the share of the query that is in the wording and the share
        of the wording that is in the query, both weighed by idf.
        """
        matched, covered = np.zeros(len(self._totals)), np.zeros(len(self._totals))
        met = np.full(len(self._totals), -1)
        asked = 0.0
        for place, concept in enumerate(query.concepts):
            if concept.implied:
                continue
            weight = self._index.weigh(concept)
            asked += weight
            stems = [term.stem for term in concept.terms] or [concept.written]
            for stem in stems:
                numbers = self._holders.get(stem, _NONE)
                if len(stems) > 1:
                    numbers = numbers[met[numbers] != place]
                    met[numbers] = place
                np.add.at(covered, numbers, self._index.text.idf_of(stem))
                np.add.at(matched, numbers, weight)
        shared = np.flatnonzero(covered > 0)
        alike = np.zeros(len(self._totals))
        alike[shared] = 2 / (asked / matched[shared] + self._totals[shared] / covered[shared])
        return alike
