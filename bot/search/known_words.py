"""Which words and stems a corpus has: what a question is read against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.index import PassageIndex

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class KnownWords:
    """The surface forms of texts and titles with their numbers of occurrences, and the stems.

    `told` are the stems of passages; titles and questions have others.
    """

    counts: Mapping[str, int]
    stems: frozenset[str]
    told: frozenset[str]

    @classmethod
    def of(cls, index: PassageIndex) -> KnownWords:
        """Return what `index` has."""
        pairs = zip(index.vocabulary.surfaces, index.tables.counts.tolist(), strict=True)
        stems = index.vocabulary.stems
        return cls(
            {surface: count for surface, count in pairs if count},
            frozenset(_name(stems, index.flag_stems())),
            frozenset(_name(stems, index.flag_told())),
        )

    def renew(self, former: PassageIndex, index: PassageIndex) -> tuple[KnownWords, list[str]]:
        """Return the words of `index`, which grew from `former`, and those counted differently."""
        before, after = former.tables.counts, index.tables.counts
        new = np.zeros(len(after) - len(before), before.dtype)
        changed = np.flatnonzero(np.append(before, new) != after)
        words = [index.vocabulary.surfaces[number] for number in changed.tolist()]
        counts = dict(self.counts)
        counts.update(zip(words, after[changed].tolist(), strict=True))
        for word in words:
            if not counts[word]:
                del counts[word]
        names = index.vocabulary.stems
        stems = _renew(self.stems, names, former.flag_stems(), index.flag_stems())
        told = _renew(self.told, names, former.flag_told(), index.flag_told())
        return KnownWords(counts, stems, told), words


def _renew(
    known: frozenset[str], names: Sequence[str], before: Flags, after: Flags
) -> frozenset[str]:
    before = np.append(before, np.zeros(len(after) - len(before), bool))
    gone, new = _name(names, before & ~after), _name(names, after & ~before)
    if gone:
        known = known.difference(gone)
    return known.union(new) if new else known


def _name(names: Sequence[str], chosen: Flags) -> list[str]:
    return [names[number] for number in np.flatnonzero(chosen).tolist()]
