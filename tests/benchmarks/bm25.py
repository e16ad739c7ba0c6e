"""The bare top five: `BM25Index` against other engines over the same stems."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing.queues import SimpleQueue
from pathlib import Path

from bot.search.stemming import Stemmer
from bot.search.tokens import tokenize
from tests.benchmarks.engines import (
    OURS,
    THEIRS,
    Tokens,
    find_largest_difference,
    list_engines,
)
from tests.benchmarks.keeping import measure_keeping
from tests.benchmarks.measuring import Setting, Timing, time_in_turn
from tests.benchmarks.pool import WORDS, cut_windows, list_questions, list_texts
from tests.benchmarks.table import Table

_MOST_DIFFERENCE = 1e-9
_ASKED = 200
_CHECKED = 20
_FEW = 10_000
_SELDOM = {THEIRS: 10, "SQLite FTS5": 5}
"""Slow engines are asked every n-th question of a large index, so that a run takes minutes."""
_ENGINES = 6


def measure_bm25(setting: Setting) -> list[Table]:
    """Measure build, memory and the five best for the golden questions, at each size.

    Raises:
        AssertionError: a score differs from rank_bm25's formula by more than 1e-9.
    """
    stem = Stemmer().stem
    texts = list_texts(setting.corpus_dir, setting.texts)
    asked = [_read(text, stem) for text in list_questions(setting.corpus_dir)]
    tables: list[Table] = []
    for size in setting.sizes:
        windows = cut_windows(texts, size)
        questions = setting.rng.sample(asked, min(_ASKED, len(asked)))
        documents = [_read(text, stem) for text in windows.texts]
        tables.append(_measure(documents, questions, windows.step, setting))
        tables.append(measure_keeping(documents, questions, setting))
        if len(documents) < size:
            break
    return tables


def _measure(
    documents: Sequence[Tokens], questions: Sequence[Tokens], step: int, setting: Setting
) -> Table:
    difference = find_largest_difference(documents, questions[:_CHECKED])
    assert difference <= _MOST_DIFFERENCE, f"a score differs from rank_bm25's by {difference}"
    engines = list_engines()
    built = {name: _build_apart(name, documents) for name in engines}
    calls = {name: build(documents) for name, build in engines.items()}
    timings = time_in_turn(calls, questions, setting, _SELDOM if len(documents) >= _FEW else None)
    note = (
        f"{len(documents):,} windows of up to {WORDS} words, one every {step} words, none twice; "
        f"{len(questions)} golden questions; scores within {difference:.1e} of rank_bm25's."
    )
    quiet = "Undisturbed: each question at its fastest of all rounds, as are the ratios."
    missing = () if len(engines) == _ENGINES else ("Engines are missing: uv sync --group bench.",)
    return Table(
        f"BM25, top five of {len(documents):,} passages",
        (
            "",
            "p50 us",
            "p99 us",
            "undisturbed p50 us",
            "p99 us",
            "p50 / ours",
            "p99 / ours",
            "build s",
            "memory MB",
            "spread",
        ),
        tuple(_row(name, timings, built[name]) for name in engines),
        (note, quiet, *missing),
    )


def _row(
    name: str, timings: dict[str, Timing], built: tuple[float, float]
) -> tuple[str | float, ...]:
    own, ours = timings[name], timings[OURS]
    quiet = own.undisturbed, own.undisturbed_slow
    ratios = quiet[0] / ours.undisturbed, quiet[1] / ours.undisturbed_slow
    measured = (own.typical, own.slow, *quiet)
    return (name, *(seconds * 1e6 for seconds in measured), *ratios, *built, own.spread)


def _build_apart(name: str, documents: Sequence[Tokens]) -> tuple[float, float]:
    """Build in a process of its own; return seconds and by how many MB its memory grew."""
    spawn = multiprocessing.get_context("spawn")
    results = spawn.SimpleQueue()
    process = spawn.Process(target=_build_and_tell, args=(name, documents, results))
    process.start()
    seconds, memory = results.get()
    process.join()
    return seconds, memory


def _build_and_tell(
    name: str, documents: Sequence[Tokens], results: SimpleQueue[tuple[float, float]]
) -> None:
    build = list_engines()[name]
    # What a first use imports and sets up is not the index's.
    asks = [build(documents[:_CHECKED])]
    before, start = _resident(), time.perf_counter()
    asks.append(build(documents))
    seconds = time.perf_counter() - start
    results.put((seconds, _resident() - before))


def _resident() -> float:
    """Return the MB that this process holds, without what it has freed but keeps to reuse."""
    gc.collect()
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _read(text: str, stem: Callable[[str], str]) -> Tokens:
    return [stem(token.text) for token in tokenize(text)]
