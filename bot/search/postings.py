"""Posting lists: for each term the documents that hold it, and what its weight there depends on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.splicing import Splice

Integers = NDArray[np.integer]
Positions = NDArray[np.int64]
Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Shapes:
    """The different pairs of a term's frequency and the length of the document, by section.

    There are few of them, however many postings: a posting keeps only the number of its shape.
    """

    counts: Integers
    lengths: Integers
    sections: Integers

    def merge(self, other: Shapes) -> tuple[Shapes, Positions]:
        """Return these shapes with those of `other` behind, and the number of each of those."""
        numbers = {shape: number for number, shape in enumerate(self._list())}
        places = [numbers.setdefault(shape, len(numbers)) for shape in other._list()]
        merged = np.array(list(numbers), np.int32).reshape(-1, 3).T
        return Shapes(*merged), np.array(places, np.int64)

    def _list(self) -> list[tuple[int, ...]]:
        return list(
            zip(self.counts.tolist(), self.lengths.tolist(), self.sections.tolist(), strict=True)
        )


@dataclass(frozen=True, slots=True)
class Postings:
    """For each term and section of documents, one after another, the postings of the term there.

    Documents are numbered through all sections, whose sizes are `sizes`. List `l` is section
    `l % sections` of term `l // sections`; it lies at `offsets[l]` to `offsets[l + 1]` of
    `positions`, which ascend within it, and of `shapes`. `lengths` has the tokens of each document.
    """

    sizes: tuple[int, ...]
    lengths: Integers
    offsets: Integers
    positions: Integers
    shapes: Integers
    kinds: Shapes

    @classmethod
    def build(
        cls, terms: Integers, lengths: Integers, sizes: Sequence[int], vocabulary: int
    ) -> Postings:
        """Sort `terms`, the numbers of all tokens, documents one after another, into lists.

        Args:
            terms: term numbers below `vocabulary`.
            lengths: shape (documents,), how many of `terms` belong to each document.
            sizes: how many of the documents, in order, belong to each section.
            vocabulary: how many terms there are.
        """
        documents = max(len(lengths), 1)
        pairs, counts = np.unique(
            terms.astype(np.int64) * documents + np.repeat(np.arange(len(lengths)), lengths),
            return_counts=True,
        )
        numbers = pairs // documents
        positions = (pairs - numbers * documents).astype(np.int32)
        section = np.repeat(np.arange(len(sizes)), sizes)
        lists = numbers * len(sizes) + section[positions]
        held = np.bincount(lists, minlength=vocabulary * len(sizes))
        kinds, shapes = _sort_shapes(counts, positions, lengths, section)
        offsets = np.concatenate(([0], np.cumsum(held)))
        return cls(tuple(sizes), lengths.astype(np.int32), offsets, positions, shapes, kinds)

    @property
    def frequencies(self) -> Positions:
        """How many documents of each section hold each term, shape (terms, sections)."""
        return np.diff(self.offsets).reshape(-1, len(self.sizes))

    def grow(self, splices: Sequence[Splice], fresh: Postings) -> Postings:
        """Return the postings of the documents that are left, with those of `fresh` among them.

        Args:
            splices: for each section, where its documents are now.
            fresh: the new documents; it may have further terms, behind those that there are.
        """
        splice = Splice.chain(splices)
        positions, shapes, offsets = self._move(splice.renumber(), len(fresh.offsets))
        added = splice.find_fresh()[fresh.positions]
        at = _find_places(positions, offsets, fresh.offsets, added)
        kinds, numbers = self.kinds.merge(fresh.kinds)
        number = np.min_scalar_type(len(kinds.counts))
        return Postings(
            tuple(part.size for part in splices),
            splice.join(self.lengths, fresh.lengths),
            offsets + fresh.offsets,
            np.insert(positions, at, added),
            np.insert(shapes.astype(number, copy=False), at, numbers[fresh.shapes]),
            kinds,
        )

    def _move(
        self, renumbered: NDArray[np.int32], offsets: int
    ) -> tuple[NDArray[np.int32], Integers, Positions]:
        """Return positions, shapes and offsets, so many, without the documents that are gone."""
        positions = renumbered.take(self.positions)
        grown = np.full(offsets, self.offsets[-1])
        grown[: len(self.offsets)] = self.offsets
        if not (renumbered < 0).any():
            return positions, self.shapes, grown
        kept = positions >= 0
        # As many postings go from before each list as are gone there.
        gone = np.flatnonzero(~kept)
        return positions[kept], self.shapes[kept], grown - np.searchsorted(gone, grown)


def _find_places(
    positions: NDArray[np.int32], offsets: Positions, fresh: Integers, added: Positions
) -> Positions:
    """Return before which of `positions` each of `added` belongs, both of them in lists."""
    places = np.empty(len(added), np.int64)
    for number in np.flatnonzero(np.diff(fresh)).tolist():
        here, new = slice(*offsets[number : number + 2]), slice(*fresh[number : number + 2])
        places[new] = here.start + np.searchsorted(positions[here], added[new])
    return places


def _sort_shapes(
    counts: Positions, positions: Integers, lengths: Integers, section: Positions
) -> tuple[Shapes, Integers]:
    """Return the different shapes, and the number of the shape of each posting."""
    longest = int(lengths.max(initial=0)) + 1
    kinds, kind_of = np.unique(section * longest + lengths, return_inverse=True)
    frequencies = np.flatnonzero(np.bincount(counts))
    ranks = np.zeros(int(counts.max(initial=0)) + 1, np.int64)
    ranks[frequencies] = np.arange(len(frequencies))
    cells = kind_of[positions] * len(frequencies) + ranks[counts]
    used = np.zeros(len(kinds) * len(frequencies), bool)
    used[cells] = True
    chosen = np.flatnonzero(used)
    kind, rank = np.divmod(chosen, max(len(frequencies), 1))
    numbers = np.zeros(len(used), np.min_scalar_type(len(chosen)))
    numbers[chosen] = np.arange(len(chosen))
    shapes = Shapes(frequencies[rank], kinds[kind] % longest, kinds[kind] // longest)
    return shapes, numbers[cells]
