"""How a list came about from a former one: what was kept, what is fresh, and where."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")
Scalar = TypeVar("Scalar", bound=np.generic)
Places = NDArray[np.int64]


class Run(NamedTuple):
    """Items of the former list that were kept side by side, and the fresh ones behind them."""

    start: int
    stop: int
    fresh_start: int
    fresh_stop: int


@dataclass(frozen=True, slots=True)
class Splice:
    """A list as runs of a former one, in its order, with fresh items behind each.

    `former` and `fresh` are how many items there were, and how many are new.
    """

    runs: tuple[Run, ...]
    former: int
    fresh: int

    @classmethod
    def find(
        cls,
        former: Sequence[T],
        current: Sequence[T],
        key: Callable[[T], Hashable],
        same: Callable[[T, T], bool],
    ) -> tuple[Splice, list[T]]:
        """Return the splice that makes `current` of `former`, and the items that are fresh.

        An item is kept if the former list has the `same` under the same `key`; what was moved
        behind items that it stood before counts as fresh.
        """
        head = _count_same(former, current, same)
        tail = _count_same(former[head:][::-1], current[head:][::-1], same)
        end = len(former) - tail
        places = {key(former[place]): place for place in range(head, end)}
        runs, fresh = [Run(0, head, 0, 0)], list[T]()
        for item in current[head : len(current) - tail]:
            place = places.get(key(item), -1)
            if place < runs[-1].stop or not same(former[place], item):
                fresh.append(item)
                runs[-1] = runs[-1]._replace(fresh_stop=len(fresh))
            else:
                _keep(runs, place, len(fresh))
        runs.append(Run(end, len(former), len(fresh), len(fresh)))
        return cls(tuple(runs), len(former), len(fresh)), fresh

    @classmethod
    def chain(cls, parts: Sequence[Splice]) -> Splice:
        """Return the splice of several lists one after another."""
        runs: list[Run] = []
        former = fresh = 0
        for part in parts:
            shifts = (former, former, fresh, fresh)
            runs += (Run(*map(int.__add__, run, shifts)) for run in part.runs)
            former, fresh = former + part.former, fresh + part.fresh
        return cls(tuple(runs), former, fresh)

    def scale(self, former: NDArray[np.integer], fresh: NDArray[np.integer]) -> Splice:
        """Return the splice of what the items hold, which is so many things in each."""
        old = np.concatenate(([0], np.cumsum(former, dtype=np.int64)))
        new = np.concatenate(([0], np.cumsum(fresh, dtype=np.int64)))
        runs = np.array(self.runs)
        scaled = np.concatenate((old[runs[:, :2]], new[runs[:, 2:]]), axis=1).tolist()
        return Splice(tuple(Run(*run) for run in scaled), int(old[-1]), int(new[-1]))

    @property
    def size(self) -> int:
        """How many items there are now."""
        return sum(run.stop - run.start for run in self.runs) + self.fresh

    @property
    def is_same(self) -> bool:
        """Tell whether nothing is fresh and nothing gone."""
        return not self.fresh and self.size == self.former

    def join(self, former: NDArray[Scalar], fresh: NDArray[Scalar]) -> NDArray[Scalar]:
        """Return the items as one array of the type of `former`."""
        return np.concatenate(list(self._cut(former, fresh)), dtype=former.dtype)

    def join_items(self, former: tuple[T, ...], fresh: tuple[T, ...]) -> tuple[T, ...]:
        """Return the items as one tuple."""
        joined: list[T] = []
        for part in self._cut(former, fresh):
            joined += part
        return tuple(joined)

    def renumber(self) -> NDArray[np.int32]:
        """Return where each item of the former list is now, -1 for those that are gone."""
        numbers = np.full(self.former, -1, np.int32)
        for run, start in self._list_starts():
            numbers[run.start : run.stop] = np.arange(start, start + run.stop - run.start)
        return numbers

    def find_fresh(self) -> Places:
        """Return where each fresh item is now."""
        places = np.empty(self.fresh, np.int64)
        for run, start in self._list_starts():
            begin = start + run.stop - run.start
            end = begin + run.fresh_stop - run.fresh_start
            places[run.fresh_start : run.fresh_stop] = np.arange(begin, end)
        return places

    def list_gone(self) -> Iterator[slice]:
        """Yield the parts of the former list that are gone."""
        place = 0
        for run in self.runs:
            if place < run.start:
                yield slice(place, run.start)
            place = run.stop

    def take_gone(self, former: NDArray[Scalar]) -> NDArray[Scalar]:
        """Return the items of the former list that are gone."""
        return np.concatenate([former[:0], *(former[gone] for gone in self.list_gone())])

    def _cut(self, former: Any, fresh: Any) -> Iterator[Any]:  # noqa: ANN401 - any that is sliced
        for run in self.runs:
            yield former[run.start : run.stop]
            yield fresh[run.fresh_start : run.fresh_stop]

    def _list_starts(self) -> Iterator[tuple[Run, int]]:
        start = 0
        for run in self.runs:
            yield run, start
            start += run.stop - run.start + run.fresh_stop - run.fresh_start


def _count_same(one: Sequence[T], other: Sequence[T], same: Callable[[T, T], bool]) -> int:
    """Return how many items at the beginning of both are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    shorter = min(len(one), len(other))
    return next((place for place, pair in pairs if not same(*pair)), shorter)


def _keep(runs: list[Run], place: int, fresh: int) -> None:
    last = runs[-1]
    if place == last.stop and last.fresh_start == last.fresh_stop:
        runs[-1] = last._replace(stop=place + 1)
    else:
        runs.append(Run(place, place + 1, fresh, fresh))
