"""Answers from a corpus that people edit while the bot runs."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.answers.answerer import Answerer
from bot.articles import CorpusReader, Problem, Severity, current_day
from bot.search import grow_engine, keep_engine, open_engine

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Refresh:
    """What changed from one snapshot to the next.

    `problems` are the errors that are new, `mended` those that are gone; `seconds` is how long
    reading, indexing and swapping took.
    """

    revision: str
    problems: tuple[Problem, ...]
    mended: tuple[Problem, ...]
    seconds: float


class LiveAnswerer:
    """The answerer of the newest good snapshot of a corpus folder.

    A new snapshot is read and indexed beside the old one, which answers meanwhile, and takes its
    place in one assignment. Who asks twice and needs the same snapshot keeps `current`. `latest`
    is the latest change, None before the first.
    """

    def __init__(
        self,
        reader: CorpusReader,
        answerer: Answerer,
        today: Callable[[], date] = current_day,
        cache_dir: Path | None = None,
    ) -> None:
        """Begin with `answerer`, which answers from what `reader` has read, and see `open`."""
        self.corpus_dir = reader.folder
        self.latest: Refresh | None = None
        self._reader = reader
        self._current = answerer
        self._today = today
        self._cache_dir = cache_dir
        self._lock = threading.Lock()

    @classmethod
    def open(
        cls, corpus_dir: Path, cache_dir: Path, *, today: Callable[[], date] = current_day
    ) -> LiveAnswerer:
        """Load the corpus and its index.

        Args:
            corpus_dir: the folder with `articles/`.
            cache_dir: where corpus and index are kept between runs; made when missing.
            today: returns the day that no article may be newer than.

        Raises:
            CorpusError: the folder is missing or holds no usable article.
        """
        reader = CorpusReader(corpus_dir)
        corpus = reader.open(cache_dir, today())
        answerer = Answerer(corpus, open_engine(corpus, cache_dir))
        return cls(reader, answerer, today, cache_dir)

    @property
    def current(self) -> Answerer:
        """The answerer of the newest good snapshot."""
        return self._current

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps files out of the corpus, or their newest state."""
        return _list_errors(self._current)

    async def refresh(self) -> Refresh | None:
        """Take up what changed in the folder, off the event loop.

        When it returns, what was on disk when it was called is answered from, unless it has an
        error or is still being written. Several calls at once go one after another.

        Returns:
            What changed, or None when nothing did since the former refresh.
        """
        return await _run_aside(self.renew)

    async def keep(self) -> None:
        """Keep the index of the present snapshot for the next start, off the event loop."""
        if self._cache_dir is not None:
            answerer = self._current
            await _run_aside(
                partial(keep_engine, answerer.engine, answerer.corpus, self._cache_dir)
            )

    def renew(self) -> Refresh | None:
        """Take up what changed in the folder, in this thread; else as `refresh`."""
        with self._lock:
            return self._renew()

    def _renew(self) -> Refresh | None:
        start, former = time.monotonic(), self._current
        corpus = self._reader.read(self._today())
        if corpus is former.corpus or corpus == former.corpus:
            return None
        engine = grow_engine(former.engine, former.corpus, corpus)
        answerer = former.follow(corpus, engine)
        self._current = answerer
        before, after = _list_errors(former), _list_errors(answerer)
        self.latest = Refresh(
            revision=corpus.revision,
            problems=tuple(problem for problem in after if problem not in before),
            mended=tuple(problem for problem in before if problem not in after),
            seconds=time.monotonic() - start,
        )
        return self.latest


def _list_errors(answerer: Answerer) -> tuple[Problem, ...]:
    problems = answerer.corpus.problems
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


async def _run_aside(call: Callable[[], T]) -> T:
    """Call in a thread of its own.

    The threads that answer questions stay free, and none is waited for when the bot stops.
    """
    done: Future[T] = Future()

    def run() -> None:
        if not done.set_running_or_notify_cancel():
            return
        try:
            done.set_result(call())
        except BaseException as error:  # noqa: BLE001 - whoever awaits it gets it
            done.set_exception(error)

    threading.Thread(target=run, name="corpus", daemon=True).start()
    return await asyncio.wrap_future(done)
