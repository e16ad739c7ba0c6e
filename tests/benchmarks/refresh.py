"""From a file that somebody wrote to its answer, in a large corpus, and who waits meanwhile."""

from __future__ import annotations

import asyncio
import json
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.answers import Status
from bot.answers.live import LiveAnswerer
from bot.garbage import set_aside
from tests.benchmarks.measuring import Setting
from tests.benchmarks.pool import list_questions, list_texts
from tests.benchmarks.table import Table

_ARTICLES = 10_000
_PARAGRAPHS = 2
_PEOPLE = 2
_PAUSE_SECONDS = 0.1
_TICK_SECONDS = 0.01
_CALM_SECONDS = 1.0
_FILE = """\
---
title: {title}
outlet: Contoh
url: https://contoh.id/{name}
published: 2024-03-14
kind: berita
perspectives: [kpu]
topics: [alibaba-cloud]
---
{body}
"""


@dataclass(slots=True)
class _Waits:
    """Seconds that questions took, and by which the event loop came late."""

    questions: list[float] = field(default_factory=list)
    lags: list[float] = field(default_factory=list)


@dataclass(slots=True)
class _People:
    """People who ask in the background; what they wait for is noted in `waits`."""

    live: LiveAnswerer
    questions: Sequence[str]
    setting: Setting
    waits: _Waits = field(default_factory=_Waits)

    @asynccontextmanager
    async def asking(self) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(self._ask()) for _ in range(_PEOPLE)]
        tasks.append(asyncio.create_task(self._watch_loop()))
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _ask(self) -> None:
        while True:
            question, start = self.setting.rng.choice(self.questions), time.perf_counter()
            await asyncio.to_thread(self.live.current.answer, question)
            self.waits.questions.append(time.perf_counter() - start)
            await asyncio.sleep(_PAUSE_SECONDS)

    async def _watch_loop(self) -> None:
        while True:
            start = time.perf_counter()
            await asyncio.sleep(_TICK_SECONDS)
            self.waits.lags.append(time.perf_counter() - start - _TICK_SECONDS)


def measure_refresh(setting: Setting) -> list[Table]:
    """Measure with 10,000 article files, while people ask."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = _write_corpus(Path(folder, "corpus"), setting)
        live = LiveAnswerer.open(corpus, Path(folder, "cache"))
        set_aside()
        return asyncio.run(_measure(live, setting))


async def _measure(live: LiveAnswerer, setting: Setting) -> list[Table]:
    people = _People(live, list_questions(setting.corpus_dir), setting)
    first = await _edit(live, "mula")
    times: dict[str, list[float]] = {}
    calm, busy = _Waits(), _Waits()
    async with people.asking():
        for number in range(10 * setting.rounds):
            people.waits = calm
            await asyncio.sleep(_CALM_SECONDS)
            people.waits = busy
            for name, seconds in (await _edit(live, f"kapal{number}")).items():
                times.setdefault(name, []).append(seconds)
            # As the bot does within a second of each change.
            await asyncio.to_thread(set_aside)
    return [_show_times(live, first, times), _show_waits(calm, busy)]


async def _edit(live: LiveAnswerer, name: str) -> dict[str, float]:
    """Add, change, break, mend and delete an article; return seconds from file to answer."""
    path = live.corpus_dir / "articles" / f"{name}.md"
    question = f"panitia {name} membeli kapal selam kuning"
    good = _make_file(name, question, f"Panitia {name} membeli kapal selam kuning.")
    states = {
        "added": good,
        "changed": good.replace("kuning.", "kuning. Harganya satu miliar."),
        "broken": "Tanpa kepala.",
        "mended": good,
        "deleted": None,
    }
    times: dict[str, float] = {}
    for state, content in states.items():
        start = time.perf_counter()
        path.write_text(content) if content else path.unlink()
        await live.refresh()
        answer = await asyncio.to_thread(live.current.answer, question)
        times[state] = time.perf_counter() - start
        said = answer.quotations[0].passage.text if answer.status is Status.FOUND else ""
        assert (f"Panitia {name}" in said) == bool(content)
        assert ("satu miliar" in said) == (state in {"changed", "broken"})
    return times


def _show_times(
    live: LiveAnswerer, first: dict[str, float], times: dict[str, list[float]]
) -> Table:
    return Table(
        f"From file to answer: {len(live.current.corpus.articles):,} articles, "
        f"{live.current.passages:,} passages",
        ("", "p50 ms", "slowest ms", "the first one, ms"),
        tuple(
            (name, _pick(found, 0.5) * 1e3, max(found) * 1e3, first[name] * 1e3)
            for name, found in times.items()
        ),
        (
            f"{len(times['added'])} of each while {_PEOPLE} people ask, the first one without.",
            "Who edits by hand waits up to a second longer, until the bot looks.",
        ),
    )


def _show_waits(calm: _Waits, busy: _Waits) -> Table:
    rows = [
        ("a question, nothing changes", calm.questions),
        ("a question, refreshes all the time", busy.questions),
        ("event loop late, nothing changes", calm.lags),
        ("event loop late, refreshes all the time", busy.lags),
    ]
    return Table(
        "Who waits meanwhile",
        ("", "times", "p50 ms", "p99 ms", "longest ms"),
        tuple(
            (name, float(len(found)), *(1e3 * _pick(found, share) for share in (0.5, 0.99, 1)))
            for name, found in rows
        ),
        (f"{_PEOPLE} people, each {_PAUSE_SECONDS} s after their last answer.",),
    )


def _pick(found: Sequence[float], share: float) -> float:
    return sorted(found)[min(int(len(found) * share), len(found) - 1)]


def _write_corpus(folder: Path, setting: Setting) -> Path:
    """Copy the corpus, and fill it up with articles of paragraphs from its texts."""
    shutil.copytree(setting.corpus_dir, folder)
    texts = list_texts(setting.corpus_dir, setting.texts)
    paragraphs = [each for text in texts for each in text.split("\n\n") if each.strip()]
    for number in range(len(list((folder / "articles").glob("*.md"))), _ARTICLES):
        body = "\n\n".join(setting.rng.sample(paragraphs, _PARAGRAPHS))
        name = f"tiruan-{number}"
        title = " ".join(body.split()[:8])
        (folder / "articles" / f"{name}.md").write_text(_make_file(name, title, body))
    return folder


def _make_file(name: str, title: str, body: str) -> str:
    return _FILE.format(title=json.dumps(title, ensure_ascii=False), name=name, body=body)
