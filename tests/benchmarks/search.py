"""The whole search: reading a question, ranking, answering; where the time goes; slips mended."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable, Sequence
from dataclasses import replace
from os import sep
from pathlib import Path

from bot.answers import Answerer
from bot.search import Query, SearchEngine
from bot.search.sources import list_sources
from bot.search.spelling import MIN_LENGTH, Speller
from tests.benchmarks.measuring import Setting, Timing, time_in_turn
from tests.benchmarks.pool import cut_windows, enlarge, list_questions, list_texts, list_words, load
from tests.benchmarks.table import Table

_PASSAGES = 10_000
_WORDS = 100_000
_SLIPS = 2_000
_PARTS = 12
_BARE, _SEARCH = "top five by stems alone", "read + rank"
_ENDINGS = ("", "nya", "lah", "kah", "pun", "ku", "mu")


def measure_search(setting: Setting) -> list[Table]:
    """Measure the corpus as it is and filled up to 10,000 passages, and mending of slips."""
    corpus = load(setting.corpus_dir)
    questions = list_questions(setting.corpus_dir)
    small = Answerer(corpus, SearchEngine.build(list_sources(corpus), corpus.glossary))
    windows = cut_windows(list_texts(setting.corpus_dir, setting.texts), _PASSAGES - small.passages)
    larger = replace(corpus, articles=enlarge(corpus, windows.texts))
    large = Answerer(larger, SearchEngine.build(list_sources(larger), corpus.glossary))
    return [
        _measure(small, questions, setting),
        _measure(large, questions, setting),
        _profile(f"a search over {large.passages:,} passages", _search_in(large.engine), questions),
        _profile("an answer from the corpus", _answer_in(small), questions),
        _measure_mending(setting),
    ]


def _measure(answerer: Answerer, questions: Sequence[str], setting: Setting) -> Table:
    engine = answerer.engine
    stems = {text: _list_stems(engine.read(text)) for text in questions}
    calls: dict[str, Callable[[str], object]] = {
        _BARE: lambda text: engine.index.text.top(stems[text], 5),
        "read": _read_in(engine),
        _SEARCH: _search_in(engine),
    }
    timings = time_in_turn(calls, questions, setting)
    # Apart, since it is so much more that the others would find the processor's caches empty.
    timings |= time_in_turn({"answer": _answer_in(answerer)}, questions, setting)
    bare = timings[_BARE].undisturbed
    return Table(
        f"Search over {answerer.passages:,} passages",
        (
            "",
            "p50 ms",
            "p99 ms",
            "undisturbed p50 ms",
            "p99 ms",
            "times the bare top five",
            "p99 / p50",
            "spread",
        ),
        tuple((name, *_figures(timing, bare)) for name, timing in timings.items()),
        (
            f"{len(questions)} golden questions.",
            "Undisturbed: each question at its fastest of all rounds, as are the ratios.",
        ),
    )


def _figures(timing: Timing, bare: float) -> tuple[float | str, ...]:
    quiet, slow = timing.undisturbed, timing.undisturbed_slow
    measured = (timing.typical, timing.slow, quiet, slow)
    milliseconds = [seconds * 1e3 for seconds in measured]
    return *milliseconds, quiet / bare, slow / quiet, timing.spread


def _list_stems(query: Query) -> list[str]:
    return [term.stem for concept in query.concepts for term in concept.terms]


def _read_in(engine: SearchEngine) -> Callable[[str], Query]:
    # The engine remembers the last questions that it read.
    return engine._reader.read


def _search_in(engine: SearchEngine) -> Callable[[str], object]:
    read = _read_in(engine)
    return lambda text: engine.rank(read(text))


def _answer_in(answerer: Answerer) -> Callable[[str], object]:
    # The answerer remembers what it has answered.
    return lambda text: answerer._answer_anew(text, None, 3, 0)


def _profile(what: str, call: Callable[[str], object], questions: Sequence[str]) -> Table:
    profile = cProfile.Profile()
    with profile:
        for text in questions:
            call(text)
    stats = pstats.Stats(profile).get_stats_profile()
    parts = sorted(
        (
            (part.cumtime, f"{Path(part.file_name).stem}.{name}", part.tottime)
            for name, part in stats.func_profiles.items()
            if f"{sep}bot{sep}" in part.file_name
        ),
        reverse=True,
    )
    return Table(
        f"Where the time of {what} goes",
        ("", "% with what it calls", "% of its own"),
        tuple(
            (name, 100 * total / stats.total_tt, 100 * own / stats.total_tt)
            for total, name, own in parts[:_PARTS]
        ),
        ("Under the profiler, which makes small functions look dearer than they are.",),
    )


def _measure_mending(setting: Setting) -> Table:
    words = list_words(list_texts(setting.corpus_dir, setting.texts))
    known = list(dict.fromkeys(word + end for end in _ENDINGS for word in words))[:_WORDS]
    speller = Speller(dict.fromkeys(known, 1))
    long = [word for word in words if len(word) > MIN_LENGTH]
    slips = [_swap(word, setting) for word in setting.rng.sample(long, min(_SLIPS, len(long)))]
    # The speller remembers what it has read: each slip is asked once.
    once = replace(setting, rounds=1)
    timing = time_in_turn({"a slip": speller.rank}, list(dict.fromkeys(slips)), once)["a slip"]
    return Table(
        f"Mending a slip among {len(known):,} words",
        ("", "p50 ms", "p99 ms"),
        (("a slip", timing.typical * 1e3, timing.slow * 1e3),),
        (f"{len(slips)} words of the texts with two letters swapped.",),
    )


def _swap(word: str, setting: Setting) -> str:
    place = setting.rng.randrange(len(word) - 1)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
