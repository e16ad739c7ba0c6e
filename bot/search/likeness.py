"""How alike two ways of asking are: the question of a person and wordings that are known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from bot.search.index import PassageIndex
from bot.search.postings import Integers, Positions, Scores
from bot.search.query import Query

_NONE: Integers = np.empty(0, np.int32)


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
        self._holders = {stem: np.array(numbers, np.int32) for stem, numbers in holders.items()}
        idf = index.text.idf_of
        self._totals: Scores = np.array([sum(map(idf, stems)) for stems in sets])

    def compare(self, query: Query) -> Scores:
        """Return how alike `query` is to each wording, 0 to 1, shape (wordings,).

        That is the harmonic mean of the share of the query that is in the wording and the share
        of the wording that is in the query, both weighed by idf.
        """
        return _compare(
            query, self._index, lambda stem: self._holders.get(stem, _NONE), self._totals
        )


class Headings:
    """The titles and questions of an index's sources, to compare queries with."""

    def __init__(self, index: PassageIndex, fillers: AbstractSet[str]) -> None:
        """Take the headings of `index` without the stems that are `fillers`."""
        self._index = index
        self._fillers = fillers
        numbers = index.vocabulary.stem_numbers
        weights = index.text.all_idf()
        weights[[numbers[stem] for stem in fillers if stem in numbers]] = 0
        self._totals = index.sum_in_headings(weights)

    def compare(self, query: Query) -> Scores:
        """Return how alike `query` is to the title or nearest question of each source, 0 to 1."""
        index = self._index
        alike = _compare(query, index, self._find, self._totals, index.first_heading)
        return index.best_heading(alike)

    def _find(self, stem: str) -> Integers:
        return _NONE if stem in self._fillers else self._index.find_headings(stem)


def _compare(
    query: Query,
    index: PassageIndex,
    find: Callable[[str], Integers],
    totals: Scores,
    first: int = 0,
) -> Scores:
    """Return how alike `query` is to each wording.

    Args:
        query: what is compared.
        index: says how much a stem tells.
        find: returns the wordings that hold a stem.
        totals: what each wording tells.
        first: the number of the first wording.
    """
    idf_of = index.text.idf_of
    lists: list[Integers] = []
    idf, told, groups = list[float](), list[float](), list[int]()
    said = 0.0
    for concept in query.concepts:
        if concept.implied:
            continue
        weight = index.weigh(concept)
        # Of several stems of one concept the first counts: it is written last.
        stems = [term.stem for term in concept.terms][::-1] or [concept.written]
        lists += map(find, stems)
        idf += map(idf_of, stems)
        told += [weight] * len(stems)
        groups.append(len(stems))
        said += weight
    alike = np.zeros(len(totals))
    if not lists:
        return alike
    held = np.concatenate(lists, dtype=np.int64)
    if first:
        held -= first
    lengths = list(map(len, lists))
    weights = np.array((idf, told)).repeat(lengths, axis=1)
    if len(groups) < len(lists):
        weights *= _keep_last(held, lengths, groups, len(totals))
    covered = np.bincount(held, weights[0], len(totals))
    matched = np.bincount(held, weights[1], len(totals))
    shared = covered.nonzero()[0]
    alike[shared] = 2 / (said / matched[shared] + totals[shared] / covered[shared])
    return alike


def _keep_last(
    held: Positions, lengths: Sequence[int], groups: Sequence[int], size: int
) -> NDArray[np.bool_]:
    """Return which of `held` are the last with their number in their group of lists.

    Args:
        held: numbers below `size`, one list after another.
        lengths: how long each list is.
        groups: how many of the lists belong to each group.
        size: how many numbers there are.
    """
    kept = np.ones(len(held), bool)
    places = np.arange(len(held))
    last = np.empty(size, np.int64)
    ends = [0, *accumulate(lengths)]
    first = 0
    for lists in groups:
        if lists > 1:
            some = slice(ends[first], ends[first + lists])
            last[held[some]] = places[some]
            kept[some] = last[held[some]] == places[some]
        first += lists
    return kept
