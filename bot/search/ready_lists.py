"""The posting lists of the terms that were asked for lately, ready to be added up."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.search.impacts import Impacts
from bot.search.postings import Integers, Positions, Postings, Scores

LARGE = 20_000
"""From so many documents on, scores are bounded before they are added up."""
_DENSE, _DENSE_IN_LARGE, _LEAST_DENSE = 4, 16, 1_000
"""A row with a place for each document is added up sooner than the postings of a dense term.

That is a term of more than a quarter of all documents, in a large corpus, where a place takes one
byte in place of eight, of a sixteenth.
"""
_REMEMBERED = 4_096
_MOST_KEPT = 12_000_000
_KEPT_PER_POSTING = 10
"""So many bytes are kept besides the postings: what was asked for lately, ready to be added up."""


@dataclass(slots=True)
class Found:
    """The postings of a term, and what is ready of them if it was asked for lately."""

    positions: Integers
    shapes: Integers
    idf: float
    start: int
    """Where they begin among those of all terms."""
    is_dense: bool
    pairs: bytes = b""
    """Position and impact of each posting, of 64 bits each."""
    bounds: bytes = b""
    """In a large corpus upper bounds of the impacts, of 16 bits each."""
    row: NDArray[Any] | None = None
    """Of a dense term the impact in each document, in a large corpus its upper bound."""


class ReadyLists:
    """Finds the posting lists of terms in one section of documents."""

    def __init__(
        self, vocabulary: Mapping[str, int], postings: Postings, impacts: Impacts, section: int
    ) -> None:
        """Find in `postings`, whose terms `vocabulary` numbers and which `impacts` weighs."""
        self._vocabulary, self.postings, self.impacts = vocabulary, postings, impacts
        self._section, self._step = section, len(postings.sizes)
        self.size, self.first = postings.sizes[section], sum(postings.sizes[:section])
        self.is_large = self.size >= LARGE
        dense = _DENSE_IN_LARGE if self.is_large else _DENSE
        self.least_dense = max(self.size // dense, _LEAST_DENSE)
        self._adds_rows = not self.is_large and self.size > self.least_dense
        # A view gives Python's own numbers one by one, in a third of the time of an array.
        self._offsets, self._idf = postings.offsets.data, impacts.idf.data
        self._known: dict[str, Found] = {}
        self._keepers: deque[tuple[Found, int]] = deque()
        self._kept, self._lock = 0, Lock()
        self._most_kept = min(_MOST_KEPT, _KEPT_PER_POSTING * len(postings.positions))

    def find_all(self, query: Iterable[str]) -> list[Found]:
        """Return the postings of each of the terms of `query` that has any, in that order."""
        known, find = self._known.get, self._find
        return [found for term in query if (found := known(term) or find(term)) is not _NOTHING]

    def _find(self, term: str) -> Found:
        """Return where the postings of `term` lie, if there are any."""
        number = self._vocabulary.get(term)
        found = _NOTHING if number is None else self._look_up(number)
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[term] = found
        return found

    def _look_up(self, number: int) -> Found:
        place = number * self._step + self._section
        span = slice(self._offsets[place], self._offsets[place + 1])
        if span.start == span.stop:
            return _NOTHING
        positions, shapes = self.postings.positions[span], self.postings.shapes[span]
        is_dense = len(positions) > self.least_dense
        return Found(positions, shapes, self._idf[place], span.start, is_dense)

    def read(self, found: Sequence[Found]) -> tuple[Positions, Scores]:
        """Return the postings of some terms, one after another."""
        if self.is_large and found:
            positions = np.concatenate([term.positions for term in found], dtype=np.int64)
            return positions - self.first, np.concatenate([*map(self._weigh, found)])
        # Bytes are joined in a tenth of the time that NumPy takes to join many short arrays.
        joined = b"".join([term.pairs or self._pair(term) for term in found])
        pairs = np.frombuffer(joined).reshape(-1, 2)
        return pairs.view(np.int64)[:, 0], pairs[:, 1]

    def add_up(self, found: Sequence[Found]) -> Scores:
        """Return the score of each document; in a corpus that is not large dense terms are last."""
        scores = np.zeros(self.size)
        dense = [term for term in found if term.is_dense] if self._adds_rows else []
        sparse = [term for term in found if not term.is_dense] if dense else found
        # With 64-bit positions this takes half the time of `scores[positions] += impacts`.
        np.add.at(scores, *self.read(sparse))
        for term in dense:
            scores += self._lay_out(term) if (row := term.row) is None else row
        return scores

    def keep(self, found: Found, size: int) -> None:
        """Count what `found` keeps, so many bytes; forget the first, if it is too much."""
        with self._lock:
            self._keepers.append((found, size))
            self._kept += size
            while self._kept > self._most_kept:
                first, size = self._keepers.popleft()
                self._kept -= size
                first.pairs, first.bounds, first.row = b"", b"", None

    def _weigh(self, found: Found) -> Scores:
        impacts: Scores = self.impacts.saturation.take(found.shapes) * found.idf
        return impacts

    def _pair(self, found: Found) -> bytes:
        pairs = np.empty((len(found.positions), 2))
        pairs.view(np.int64)[:, 0] = found.positions - self.first
        pairs[:, 1] = self._weigh(found)
        found.pairs = paired = pairs.tobytes()
        self.keep(found, len(paired))
        return paired

    def _lay_out(self, found: Found) -> Scores:
        found.row = row = np.zeros(self.size)
        row[found.positions - self.first] = self._weigh(found)
        self.keep(found, row.nbytes)
        return row


_NOTHING = Found(np.empty(0, np.int32), np.empty(0, np.uint8), 0.0, 0, is_dense=False)
