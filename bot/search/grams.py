"""Character 4-grams: words that are alike though neither spelling nor stem agrees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from bot.search.impacts import lucene_idf
from bot.search.postings import Scores
from bot.search.splicing import Splice
from bot.search.tables import Rows, Tables
from bot.search.vocabulary import Ids

_LENGTH = 4
_K1, _B = 0.8, 0.7
_NONE: Ids = np.empty(0, np.int32)
_AT_ONCE = 1_000
"""So many passages are counted in one go: their grams still fit into the processor's caches."""


def list_grams(word: str) -> list[str]:
    """Return the 4-grams of `word` with a mark at both ends; a short word is its own gram."""
    padded = f"_{word}_"
    return [padded[i : i + _LENGTH] for i in range(max(1, len(padded) - _LENGTH + 1))]


class GramTable:
    """The 4-grams of each word, and how many passages and of what length have them.

    The grams of a passage are put together when it is a candidate: kept for all passages they
    would take more room than everything else.
    """

    def __init__(
        self,
        tables: Tables,
        numbers: Mapping[str, int],
        grams_of: Rows,
        frequencies: NDArray[np.int64],
        lengths: NDArray[np.int64],
    ) -> None:
        """Take what `build` and `grow` count.

        Args:
            tables: the surface forms, and those of each passage.
            numbers: the number of each gram.
            grams_of: the grams of each surface form.
            frequencies: how many passages have each gram.
            lengths: how many grams each passage has.
        """
        self.numbers, self.grams_of = numbers, grams_of
        self.frequencies, self.lengths = frequencies, lengths
        self._surface_ids = tables.vocabulary.surface_ids
        self._texts, self._starts = tables.texts, tables.texts.starts
        self._gram_starts = grams_of.starts
        self._holders = _list_holders(grams_of, len(numbers))
        self._holder_starts = self._holders.starts
        average = max(float(lengths.mean()), 1.0) if len(lengths) else 1.0
        self._norms = _K1 * (1 - _B + _B * (lengths / average))

    @classmethod
    def build(cls, tables: Tables) -> GramTable:
        """Count the grams of every word of the passages of `tables`."""
        numbers, grams_of = _number_grams({}, tables.vocabulary.surfaces)
        frequencies, lengths = _count(grams_of, tables.texts, len(numbers))
        return cls(tables, numbers, grams_of, frequencies, lengths)

    def grow(self, splice: Splice, fresh: Rows, tables: Tables) -> GramTable:
        """Return the table of `tables`, which grew from the former.

        Its passages are what `splice` makes of the former and the `fresh` ones.
        """
        new = tables.vocabulary.surfaces[len(self.grams_of.lengths) :]
        numbers, added = _number_grams(self.numbers, new)
        grams_of = Rows(
            np.append(self.grams_of.flat, added.flat),
            np.append(self.grams_of.lengths, added.lengths),
        )
        more, lengths = _count(grams_of, fresh, len(numbers))
        less, _ = _count(grams_of, self._texts.take_gone(splice), len(numbers))
        frequencies = more - less
        frequencies[: len(self.frequencies)] += self.frequencies
        lengths = splice.join(self.lengths, lengths)
        return GramTable(tables, numbers, grams_of, frequencies, lengths)

    def scores(self, words: Iterable[str], passages: NDArray[np.int64]) -> Scores:
        """Return how alike the words of each of `passages` are to `words`, shape as `passages`."""
        grams = [self._list_numbers(word) for word in words]
        times = np.bincount(np.concatenate([_NONE, *grams]), minlength=len(self.numbers))
        chosen = times.nonzero()[0]
        slots = np.zeros(len(self.numbers) + 1, np.uint16)
        slots[chosen] = np.arange(1, len(chosen) + 1)
        counts = self._count_asked(slots, chosen, passages)
        idf = lucene_idf(len(self._texts.lengths), self.frequencies[chosen])
        saturated = counts * (_K1 + 1) / (counts + self._norms[passages][:, None])
        # A product of matrices adds up the last rows in another way, and parts what is equal.
        return np.asarray((saturated * (idf * times[chosen])).sum(axis=1))

    def _list_numbers(self, word: str) -> Ids:
        """Return the numbers of the grams of `word` that any passage has."""
        surface = self._surface_ids.get(word)
        if surface is None:
            known = (self.numbers.get(gram) for gram in list_grams(word))
            return np.array([number for number in known if number is not None], np.int32)
        start = int(self._gram_starts[surface])
        return self.grams_of.flat[start : start + int(self.grams_of.lengths[surface])]

    def _count_asked(
        self, slots: NDArray[np.uint16], chosen: NDArray[np.intp], passages: NDArray[np.int64]
    ) -> NDArray[np.int64]:
        """Return how often each passage has the grams `chosen`, shape (passages, grams).

        `slots` has 1, 2, … for these, and 0 for all others.
        """
        lengths = self._texts.lengths[passages]
        surfaces = self._texts.flat.take(list_places(self._starts[passages], lengths))
        # Few words have any: only of those all grams are looked at.
        holds = np.zeros(len(self.grams_of.lengths), bool)
        holders = list_places(self._holder_starts[chosen], self._holders.lengths[chosen])
        holds[self._holders.flat.take(holders)] = True
        held = holds.take(surfaces).nonzero()[0]
        rows, surfaces = find_rows(held, lengths), surfaces[held]
        repeats = self.grams_of.lengths.take(surfaces)
        grams = list_places(self._gram_starts.take(surfaces), repeats)
        kinds = len(chosen) + 1
        asked = slots.take(self.grams_of.flat.take(grams)) + (rows * kinds).repeat(repeats)
        cells = np.bincount(asked, minlength=len(passages) * kinds)
        return cells.reshape(-1, kinds)[:, 1:]


def _number_grams(known: Mapping[str, int], words: Sequence[str]) -> tuple[dict[str, int], Rows]:
    """Return the number of each gram of `words`, behind those `known`, and the grams of each."""
    numbers = dict(known)
    grams = list(map(list_grams, words))
    flat = np.fromiter(
        (numbers.setdefault(gram, len(numbers)) for gram in chain.from_iterable(grams)), np.int32
    )
    return numbers, Rows(flat, np.fromiter(map(len, grams), np.int32))


def _list_holders(grams_of: Rows, kinds: int) -> Rows:
    """Return which words have each gram, in ascending order."""
    words = len(grams_of.lengths)
    # Sorting whole numbers takes a quarter of the time of finding a stable order.
    pairs = np.arange(words).repeat(grams_of.lengths) + grams_of.flat.astype(np.int64) * words
    pairs.sort()
    counts = np.bincount(grams_of.flat, minlength=kinds)
    return Rows((pairs % max(words, 1)).astype(np.int32), counts.astype(np.int32))


def _count(grams_of: Rows, texts: Rows, kinds: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return how many of `texts` have each gram, and how many grams each of them has."""
    frequencies = np.zeros(kinds, np.int64)
    lengths = np.zeros(len(texts.lengths), np.int64)
    starts, gram_starts = texts.starts, grams_of.starts
    for first in range(0, len(texts.lengths), _AT_ONCE):
        some = slice(first, first + _AT_ONCE)
        surfaces = texts.flat[list_places(starts[some], texts.lengths[some])]
        repeats = grams_of.lengths[surfaces]
        grams = grams_of.flat[list_places(gram_starts[surfaces], repeats)]
        within = np.repeat(np.arange(len(lengths[some])), texts.lengths[some])
        pairs = np.unique(np.repeat(within, repeats) * kinds + grams)
        frequencies += np.bincount(pairs % max(kinds, 1), minlength=kinds)
        lengths[some] = np.bincount(within, repeats, len(lengths[some]))
    return frequencies, lengths


def list_places(starts: NDArray[np.int64], lengths: NDArray[np.integer]) -> NDArray[np.int64]:
    """Return start, start + 1, … for each of `starts`, as many as its length, one after another."""
    ends = lengths.cumsum(dtype=np.int64)
    places: NDArray[np.int64] = (starts - ends + lengths).repeat(lengths)
    places += np.arange(len(places))
    return places


def find_rows(hits: NDArray[np.int64], lengths: NDArray[np.integer]) -> NDArray[np.int64]:
    """Return in which of rows of such `lengths`, one after another, each of the places lies."""
    return lengths.cumsum(dtype=np.int64).searchsorted(hits, "right")
