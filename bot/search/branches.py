"""Passages about the branch of an office in one place, where a question asks of the office."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from bot.search.index import PassageIndex
from bot.search.postings import Positions
from bot.search.query import Query
from bot.search.vocabulary import mark_words

_OFFICES = frozenset(("kpu", "bawaslu"))
REGIONS = frozenset(("kabupaten", "kota", "provinsi", "kecamatan"))
"""What stands between an office and the place of its branch."""
_TELLING = 0.3
"""How much a place tells at least, in units of the highest idf: "KPU provinsi dan" names none."""

Branches = Mapping[int, str]
"""Passages, by their places in the index, that tell of a branch, with the stem of its place."""


def find_branches(index: PassageIndex) -> Branches:
    """Return the passages that speak of a branch in the place that their headline has.

    That is "KPU Kota Depok", below a headline with Depok; one that only cites it is about more.
    """
    stems = index.text_stems.flat
    numbers = index.vocabulary.stem_numbers
    offices, regions = (mark_words(words, numbers, stems) for words in (_OFFICES, REGIONS))
    ends = np.flatnonzero(offices[:-2] & regions[1:-1] & ~regions[2:]) + 2
    positions = np.searchsorted(index.text_starts, ends, side="right") - 1
    least = _TELLING * index.text.idf_of("")
    found: dict[int, str] = {}
    for position, number in zip(positions.tolist(), stems[ends].tolist(), strict=True):
        place = index.vocabulary.stems[number]
        if number in _list_title(index, position) and index.text.idf_of(place) >= least:
            found[position] = place
    return found


def are_beside(branches: Branches, query: Query, positions: Positions) -> NDArray[np.bool_] | None:
    """Tell which of `positions` are of a branch where `query` asks of the office; None if not."""
    if _OFFICES.isdisjoint(concept.sign for concept in query.concepts):
        return None
    stems = {term.stem for concept in query.concepts for term in concept.terms}
    if not stems.isdisjoint(REGIONS):
        return None
    places = map(branches.get, positions.tolist())
    return np.array([place is not None and place not in stems for place in places], bool)


def _list_title(index: PassageIndex, position: int) -> list[int]:
    source = index.source_of[position]
    start = index.title_starts[source]
    title: list[int] = index.title_stems.flat[
        start : start + index.title_stems.lengths[source]
    ].tolist()
    return title
