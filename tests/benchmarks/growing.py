"""An index that follows its corpus: started from the kept one, grown, and asked meanwhile."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import cycle
from multiprocessing.queues import SimpleQueue
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from bot.articles import Article, Corpus
from bot.garbage import set_aside
from bot.search import SearchEngine, grow_engine, open_engine
from tests.benchmarks.measuring import Setting, Timing, time_in_turn, time_once
from tests.benchmarks.pool import cut_windows, enlarge, list_questions, list_texts, load
from tests.benchmarks.table import Table

T = TypeVar("T")
_SMALLEST = 10_000
_TIMES = 5
_QUESTIONS = 400
_NEW = "Zzyx dijelaskan oleh KPU kemarin, dan tidak ada yang tahu apa itu."
_MIB = 1024.0
_PAUSE = 0.001
_NAP, _NAPS = 0.0003, 5_000
_OWN, _SHARED = ("Anonymous",), ("Shared_Clean", "Private_Clean")


@dataclass(frozen=True, slots=True)
class _Grown:
    """A search over a corpus, and what to grow it to."""

    engine: SearchEngine
    corpus: Corpus
    states: Mapping[str, Corpus]

    def grow(self, state: str) -> SearchEngine:
        return grow_engine(self.engine, self.corpus, self.states[state])


def measure_growing(setting: Setting) -> list[Table]:
    """Measure starts, changes and the questions asked during changes, from 10,000 passages on."""
    corpus = load(setting.corpus_dir)
    texts = list_texts(setting.corpus_dir, setting.texts)
    tables: list[Table] = []
    for size in [size for size in setting.sizes if size >= _SMALLEST]:
        windows = cut_windows(texts, size)
        larger = replace(corpus, articles=enlarge(corpus, windows.texts), revision=f"{size}")
        with TemporaryDirectory() as folder:
            tables += _measure(larger, Path(folder), setting)
    return tables


def _measure(corpus: Corpus, folder: Path, setting: Setting) -> list[Table]:
    built = time_once(lambda _: open_engine(corpus, folder), None)
    engine = open_engine(corpus, folder)
    grown = _Grown(engine, corpus, _list_states(corpus))
    # As the bot does, which else would stop for a look at all that stays.
    set_aside()
    questions = list_questions(setting.corpus_dir)
    passages = f"{len(engine.index.passages):,} passages"
    words = f"{len(engine.index.vocabulary.surfaces):,} words"
    starts = time_in_turn({"": lambda _: open_engine(corpus, folder)}, range(_TIMES), setting)[""]
    own, shared = _measure_apart(corpus, folder)
    kept = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
    timings = time_in_turn(
        {state: _ignoring(partial(grown.grow, state)) for state in grown.states},
        range(_TIMES),
        setting,
    )
    return [
        Table(
            f"Start, {passages}",
            ("build s", "from the kept index ms", "slowest", "file MB", "own MB", "shared MB"),
            ((built, starts.typical * 1e3, _longest(starts), kept, own, shared),),
            (
                f"{words}. Own and shared: what the process takes more by opening the index;",
                "what is shared is the file, which all processes have in memory once.",
            ),
        ),
        Table(
            f"Until a change is searched, {passages}",
            ("", "p50 ms", "slowest ms", "spread"),
            tuple((s, t.typical * 1e3, _longest(t), t.spread) for s, t in timings.items()),
            (words,),
        ),
        Table(
            f"Questions meanwhile, {passages}",
            ("", "p50 ms", "p99 ms", "longest ms"),
            tuple(_ask_meanwhile(grown, questions)),
            (f"{_QUESTIONS} questions each, {_PAUSE * 1e3:.0f} ms apart: read and rank.",),
        ),
        Table(
            f"How late a thread wakes that does nothing else, {passages}",
            ("", "p50 ms", "p99 ms", "p99.9 ms", "longest ms"),
            tuple(_wake_meanwhile(grown)),
            ("That is how long the interpreter is held, and the machine busy with other things.",),
        ),
    ]


def _list_states(corpus: Corpus) -> Mapping[str, Corpus]:
    """Return the changes to measure: each a state to which the corpus is brought."""
    place = len(corpus.articles) // 2
    before, (article, *after) = corpus.articles[:place], corpus.articles[place:]
    longer = replace(article, body=f"{article.body}\n\n{_NEW}")
    names = corpus.glossary.names | {"zzyx"}

    def state(*articles: Article) -> Corpus:
        return replace(corpus, articles=(*before, *articles, *after))

    return {
        "an article is added": state(article, replace(longer, key=f"{article.key}-baru")),
        "changed": state(longer),
        "removed": state(),
        "another name in the glossary": replace(
            corpus, glossary=replace(corpus.glossary, names=names)
        ),
    }


def _ask_meanwhile(grown: _Grown, questions: list[str]) -> Iterator[tuple[str | float, ...]]:
    yield "nothing changes", *_ask(grown.engine, questions)
    for state in grown.states:
        again = partial(grown.grow, state)
        asked = _during(again, partial(_ask, grown.engine, questions))
        yield f"{state}, again and again", *asked


def _wake_meanwhile(grown: _Grown) -> Iterator[tuple[str | float, ...]]:
    yield "nothing changes", *_wake()
    for state in grown.states:
        yield f"{state}, again and again", *_during(partial(grown.grow, state), _wake)


def _during(change: Callable[[], object], measure: Callable[[], T]) -> T:
    """Measure while the change is made, again and again, in another thread."""
    stop = threading.Event()

    def repeat() -> None:
        while not stop.is_set():
            change()

    thread = threading.Thread(target=repeat)
    thread.start()
    try:
        return measure()
    finally:
        stop.set()
        thread.join()


def _ask(engine: SearchEngine, questions: list[str]) -> tuple[float, ...]:
    times: list[float] = []
    for _, question in zip(range(_QUESTIONS), cycle(questions), strict=False):
        times.append(time_once(lambda text: engine.rank(engine.read(text)), question) * 1e3)
        time.sleep(_PAUSE)
    times.sort()
    return times[len(times) // 2], times[int(len(times) * 0.99)], times[-1]


def _wake() -> tuple[float, ...]:
    times = sorted(time_once(time.sleep, _NAP) - _NAP for _ in range(_NAPS))
    shares = (times[int(len(times) * share)] * 1e3 for share in (0.5, 0.99, 0.999))
    return *shares, times[-1] * 1e3


def _ignoring(call: Callable[[], object]) -> Callable[[int], object]:
    return lambda _: call()


def _longest(timing: Timing) -> float:
    return max(map(max, timing.rounds)) * 1e3


def _measure_apart(corpus: Corpus, folder: Path) -> tuple[float, float]:
    """Open the index in a process of its own; return by how many MB of each kind it grew."""
    spawn = multiprocessing.get_context("spawn")
    results = spawn.SimpleQueue()
    process = spawn.Process(target=_open_and_tell, args=(corpus, folder, results))
    process.start()
    own, shared = results.get()
    process.join()
    return own, shared


def _open_and_tell(corpus: Corpus, folder: Path, results: SimpleQueue[tuple[float, float]]) -> None:
    before = _read_memory()
    engine = open_engine(corpus, folder)
    engine.rank(engine.read("apa"))
    after = _read_memory()
    results.put((after[0] - before[0], after[1] - before[1]))


def _read_memory() -> tuple[float, float]:
    """Return the MB that only this process has, and those of files, which others may share."""
    rollup = Path("/proc/self/smaps_rollup")
    if not rollup.exists():
        return float("nan"), float("nan")
    lines = [line.split() for line in rollup.read_text("ascii").splitlines()[1:]]
    sizes = {name.rstrip(":"): float(size) / _MIB for name, size, *_ in lines}
    return sum(sizes[name] for name in _OWN), sum(sizes[name] for name in _SHARED)
