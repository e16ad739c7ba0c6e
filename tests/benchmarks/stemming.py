"""Stemming: ours against PySastrawi's own stemmer, which gives the same stems."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from bot.search.stemming import Stemmer
from bot.search.stemming.confix import ConfixStripper
from bot.search.stemming.roots import load_roots
from tests.benchmarks.measuring import Setting, Timing, time_in_turn
from tests.benchmarks.pool import list_texts, list_words
from tests.benchmarks.table import Table

_WORDS = 2_000
_MESSAGE = 600
_OURS, _THEIRS, _CACHED = "ours", "PySastrawi, Stemmer", "PySastrawi, CachedStemmer"

_StemAll = Callable[[Sequence[str]], list[str]]


def measure_stemming(setting: Setting) -> list[Table]:
    """Measure words a second, new and known, and a message of 600 new words.

    Raises:
        AssertionError: a stem differs from Sastrawi's.
    """
    words = list_words(list_texts(setting.corpus_dir, setting.texts))
    chosen = setting.rng.sample(words, min(_WORDS, len(words)))
    new: dict[str, _StemAll] = {
        _OURS: partial(_stem_all, ConfixStripper(load_roots()).stem),
        _THEIRS: partial(_stem_all, StemmerFactory().create_stemmer().delegatedStemmer.stem),
    }
    assert new[_OURS](chosen) == new[_THEIRS](chosen), "a stem differs from Sastrawi's"
    known: dict[str, _StemAll] = {
        _OURS: partial(_stem_all, Stemmer().stem),
        _CACHED: partial(_stem_all, StemmerFactory().create_stemmer().stem),
    }
    message = setting.rng.sample(words, _MESSAGE)
    return [
        _compare("New words", time_in_turn(new, [chosen], setting), len(chosen)),
        _compare("Known words", time_in_turn(known, [chosen] * 5, setting), len(chosen)),
        _compare("A message of 600 new words", time_in_turn(new, [message], setting), _MESSAGE),
    ]


def _stem_all(stem: Callable[[str], str], words: Sequence[str]) -> list[str]:
    return [stem(word) for word in words]


def _compare(title: str, timings: dict[str, Timing], words: int) -> Table:
    slowest = max(timing.typical for timing in timings.values())
    return Table(
        f"Stemming: {title}",
        ("", "ms", "words a second", "times as fast", "spread"),
        tuple(
            (name, t.typical * 1e3, words / t.typical, slowest / t.typical, t.spread)
            for name, t in timings.items()
        ),
        (f"{words} words, all stems the same.",),
    )
