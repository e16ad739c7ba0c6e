"""The posting lists of the terms that were asked for lately, ready to be added up."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bot.search.impacts import Impacts
from bot.search.postings import Integers, Positions, Postings, Scores
from bot.search.pruning import CommonTerms

LARGE = 20_000
"""From so many documents on common terms have rows, and lists are too long to be kept in pairs."""
_REMEMBERED = 4_096
_MOST_KEPT = 12_000_000
_KEPT_PER_POSTING = 10
"""So many bytes are kept besides the postings: what was asked for lately, ready to be added up."""


@dataclass(slots=True)
class Found:
    """The postings of a term."""

    positions: Integers
    shapes: Integers
    idf: float
    row: int
    """The row of a common term, else -1."""
    pairs: bytes = b""
    """Position and impact of each posting, of 64 bits each, if it was asked for lately."""
    impacts: Scores | None = None
    """Instead of them in a large corpus."""


class ReadyLists:
    """Finds the posting lists of terms in one section of documents."""

    def __init__(
        self, vocabulary: Mapping[str, int], postings: Postings, impacts: Impacts, section: int
    ) -> None:
        """Find in `postings`, whose terms `vocabulary` numbers and which `impacts` weighs."""
        self._vocabulary, self.postings, self._impacts = vocabulary, postings, impacts
        self._section, self._step = section, len(postings.sizes)
        self._first = sum(postings.sizes[:section])
        self._is_large = postings.sizes[section] >= LARGE
        # A view gives Python's own numbers one by one, in a third of the time of an array.
        self._offsets, self._idf = postings.offsets.data, impacts.idf.data
        self._known: dict[str, Found] = {}
        self._keepers: deque[tuple[Found, int]] = deque()
        self._kept = 0
        self._most_kept = min(_MOST_KEPT, _KEPT_PER_POSTING * len(postings.positions))

    @cached_property
    def common(self) -> CommonTerms:
        """The terms that very many documents hold, for a large section."""
        return CommonTerms.of(self.postings, self._impacts, self._section)

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
        row = self.common.row_of.get(place, -1) if self._is_large else -1
        positions = self.postings.positions[span]
        return Found(positions, self.postings.shapes[span], self._idf[place], row)

    def read(self, found: Sequence[Found]) -> tuple[Positions, Scores]:
        """Return the postings of some terms, one after another."""
        if self._is_large and found:
            impacts = [
                self._weigh(term) if term.impacts is None else term.impacts for term in found
            ]
            positions = np.concatenate([term.positions for term in found], dtype=np.int64)
            if self._first:
                positions -= self._first
            return positions, np.concatenate(impacts)
        # Bytes are joined in a tenth of the time that NumPy takes to join many short arrays.
        joined = b"".join([term.pairs or self._pair(term) for term in found])
        pairs = np.frombuffer(joined).reshape(-1, 2)
        return pairs.view(np.int64)[:, 0], pairs[:, 1]

    def _pair(self, found: Found) -> bytes:
        pairs = np.empty((len(found.positions), 2))
        pairs.view(np.int64)[:, 0] = found.positions - self._first
        pairs[:, 1] = self._impacts.saturation.take(found.shapes) * found.idf
        found.pairs = paired = pairs.tobytes()
        self._keep(found, len(paired))
        return paired

    def _weigh(self, found: Found) -> Scores:
        found.impacts = impacts = self._impacts.saturation.take(found.shapes) * found.idf
        self._keep(found, impacts.nbytes)
        return impacts

    def _keep(self, found: Found, size: int) -> None:
        """Count what `found` keeps, so many bytes; forget the first, if it is too much."""
        self._keepers.append((found, size))
        self._kept += size
        while self._kept > self._most_kept and self._keepers:
            first, size = self._keepers.popleft()
            self._kept -= size
            first.pairs, first.impacts = b"", None


_NOTHING = Found(np.empty(0, np.int32), np.empty(0, np.uint8), 0.0, -1)
