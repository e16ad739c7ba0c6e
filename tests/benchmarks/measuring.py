"""Timing that a busy machine distorts least: everything is asked in turn, in random order."""

from __future__ import annotations

import os
import platform
import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import TypeVar

T = TypeVar("T")
_PACKAGES = ("numpy", "rank-bm25", "PySastrawi", "bm25s", "numba", "tantivy")
_SERVING = ("python-telegram-bot", "pyreqwest", "uvloop", "orjson", "SQLAlchemy")
_SEED = 20240214


@dataclass(frozen=True, slots=True)
class Setting:
    """What a run measures with: the corpus, further texts, passages at most, and repetitions."""

    corpus_dir: Path
    texts: Path | None
    sizes: tuple[int, ...]
    rounds: int
    rng: random.Random = field(default_factory=lambda: random.Random(_SEED))  # noqa: S311


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of single calls, in `rounds` lists; the figures are medians over the rounds.

    `fastest` has for each item the least that it took in any round, which a machine that is busy
    with other things disturbs least.
    """

    rounds: tuple[tuple[float, ...], ...]
    fastest: tuple[float, ...]

    @property
    def undisturbed(self) -> float:
        """The median item, each at its fastest."""
        return median(self.fastest)

    @property
    def undisturbed_slow(self) -> float:
        """The 99th percentile of the items, each at its fastest."""
        return sorted(self.fastest)[int(len(self.fastest) * 0.99)]

    @property
    def typical(self) -> float:
        """The median call."""
        return median(median(times) for times in self.rounds)

    @property
    def slow(self) -> float:
        """The 99th percentile."""
        return median(sorted(times)[int(len(times) * 0.99)] for times in self.rounds)

    @property
    def spread(self) -> str:
        """The medians of the fastest and the slowest round, as shares of the typical one."""
        medians = [median(times) / self.typical for times in self.rounds]
        return f"{min(medians):.2f}-{max(medians):.2f}"


def time_in_turn(
    calls: Mapping[str, Callable[[T], object]],
    items: Sequence[T],
    setting: Setting,
    every: Mapping[str, int] | None = None,
) -> dict[str, Timing]:
    """Call each of `calls` with each of `items`, items and calls in random order.

    Args:
        calls: what is compared, by name.
        items: what they are called with; warm-up is one call each.
        setting: repetitions and randomness.
        every: calls that take long get only every n-th item, by name.
    """
    for call in calls.values():
        call(items[0])
    rounds: dict[str, list[tuple[float, ...]]] = {name: [] for name in calls}
    fastest: dict[str, dict[int, float]] = {name: {} for name in calls}
    for _ in range(setting.rounds):
        times: dict[str, list[float]] = {name: [] for name in calls}
        for number in setting.rng.sample(range(len(items)), len(items)):
            for name in setting.rng.sample(list(calls), len(calls)):
                if number % (every or {}).get(name, 1) == 0:
                    seconds = time_once(calls[name], items[number])
                    times[name].append(seconds)
                    known = fastest[name].get(number, seconds)
                    fastest[name][number] = min(known, seconds)
        for name, measured in times.items():
            rounds[name].append(tuple(measured))
    return {
        name: Timing(tuple(measured), tuple(fastest[name].values()))
        for name, measured in rounds.items()
    }


def time_once(call: Callable[[T], object], item: T) -> float:
    """Return the seconds that one call takes."""
    start = time.perf_counter()
    call(item)
    return time.perf_counter() - start


def describe_machine() -> dict[str, str]:
    """Return processor cores, load, Python and the versions of what is compared."""
    found = {
        "cores": str(os.cpu_count()),
        "load": f"{os.getloadavg()[0]:.1f}",
        "system": platform.platform(terse=True),
        "python": platform.python_version(),
    }
    for package in _PACKAGES + _SERVING:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "missing: uv sync --group bench"
    return found
