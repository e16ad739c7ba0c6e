"""Which questions ask the same in other words: groups of people's wordings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.search import SearchEngine

_SAME = 0.6
"""From this likeness on, two wordings ask the same."""
_MOST_TELLING = 0.5
"""No stem counts for more than this share of the highest idf: a year or a name that the corpus
lacks would else make any two questions alike that have it."""

Stems = frozenset[str]


def group_wordings(texts: Sequence[str], engine: SearchEngine) -> list[list[int]]:
    """Return groups of the places in `texts` whose wordings ask the same.

    Two wordings are in one group where they are alike, or where a chain of alike ones leads from
    one to the other (single-link clustering). Groups are in the order of their first wordings.
    """
    likenesses = _Likenesses([_read_stems(text, engine) for text in texts], engine)
    leaders = list(range(len(texts)))
    for place in range(len(texts)):
        for other in np.flatnonzero(likenesses.of(place) >= _SAME).tolist():
            first, second = sorted((_find_leader(leaders, place), _find_leader(leaders, other)))
            leaders[second] = first
    groups: dict[int, list[int]] = {}
    for place in range(len(texts)):
        groups.setdefault(_find_leader(leaders, place), []).append(place)
    return list(groups.values())


class _Likenesses:
    """How alike each of several wordings is to the others, 0 to 1.

    That is the share of their stems that two wordings have in common (Dice), weighed by how much
    each stem tells, so that "Sirekap", which nearly every question has, makes no two alike.
    """

    def __init__(self, wordings: Sequence[Stems], engine: SearchEngine) -> None:
        self._wordings = wordings
        idf = engine.index.text.idf_of
        most = _MOST_TELLING * idf("")
        holders: dict[str, list[int]] = defaultdict(list)
        for place, stems in enumerate(wordings):
            for stem in stems:
                holders[stem].append(place)
        self._holders = {stem: np.array(places) for stem, places in holders.items()}
        self._weights = {stem: min(idf(stem), most) for stem in holders}
        self._totals = np.array([sum(self._weights[stem] for stem in each) for each in wordings])

    def of(self, place: int) -> NDArray[np.float64]:
        """Return the likeness of each wording to that at `place`, shape (wordings,)."""
        shared = np.zeros(len(self._wordings))
        for stem in self._wordings[place]:
            shared[self._holders[stem]] += self._weights[stem]
        return np.asarray(2 * shared / np.maximum(self._totals + self._totals[place], 1e-9))


def _read_stems(text: str, engine: SearchEngine) -> Stems:
    """Return what a question speaks of; words that no source has are known by their stems, too."""
    concepts = (concept for concept in engine.read(text).concepts if not concept.implied)
    return frozenset(each.sign if each.terms else engine.stem(each.written) for each in concepts)


def _find_leader(leaders: list[int], place: int) -> int:
    while leaders[place] != place:
        leaders[place] = leaders[leaders[place]]
        place = leaders[place]
    return place
