"""How much work a search is, in counts that no busy machine moves: postings, words, candidates.

A figure that differs is no defect by itself. Whoever means it records the new one here; whoever
does not has made search slower, or found less, without wanting to. Times are measured by
`python -m tests.benchmarks`.
"""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import pytest

from bot.search import SearchEngine, tables, tokens
from bot.search.fields import Fields
from bot.search.passages import Passage
from bot.search.sources import Source
from bot.search.spelling import Speller
from bot.search.splicing import Run, Splice
from bot.search.stemming import Stemmer
from bot.search.stemming.confix import ConfixStripper
from bot.search.tokens import Token, tokenize
from tests.search.corpora import glossary_of

WORDS = [
    "".join(parts) for parts in product(("ba", "ko", "ti", "su"), ("lam", "rep", "nog"), "aiu")
]
PASSAGES = 2_000
MOST_BYTES = 700_000
"""What a search may take at once; it varies with the versions of Python and NumPy."""
QUESTION = "apa balama korepi tinogu sulama"


class Work(NamedTuple):
    """What is counted, and how much of it there was when it was last recorded."""

    what: str
    recorded: int

    def compare(self, counted: int) -> None:
        assert counted == self.recorded, (
            f"{self.what}: {counted:,}, recorded {self.recorded:,}. If that is meant, record it in "
            f"{__name__}; if not, find what works more than before."
        )


POSTINGS = Work("postings read for one question", 15_671)
LOOKUPS = Work("posting lists looked up for one question", 8)
CANDIDATES = Work("passages looked at closely", 50)
TOKENISED = Work("times that a question is tokenised to be read", 1)
STEMMED = Work("words stemmed for a message of 600 new words", 600)
SPELLINGS = Work("spellings tried for a slip of eight letters", 457)
READ_ANEW = Work("texts tokenised when an article is added: passage, title, question", 3)
STEMMED_ANEW = Work("words stemmed when an article with one new word is added", 1)
POSTED_ANEW = Work("postings that an added article brings", 9)
BYTES = Work("bytes that the postings of stems take", 356_925)


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    rng = random.Random(6)  # noqa: S311 - the same corpus each time
    weights = [1 / (rank + 1) for rank in range(len(WORDS))]
    sources = [
        Source(
            " ".join(rng.choices(WORDS, weights, k=5)),
            (Passage(f"{n}.1", str(n), 0, " ".join(rng.choices(WORDS, weights, k=60))),),
            (" ".join(rng.choices(WORDS, weights, k=6)),),
        )
        for n in range(PASSAGES)
    ]
    return SearchEngine.build(sources, glossary_of(stop=["apa"]))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the lengths of the posting lists that are looked up from now on."""
    lengths: list[int] = []
    find = Fields._span

    def count(fields: Fields, number: int) -> slice:
        span = find(fields, number)
        lengths.append(max(span.stop - span.start, 0))
        return span

    monkeypatch.setattr(Fields, "_span", count)
    return lengths


def test_a_question_reads_the_postings_of_its_words_and_no_others(
    engine: SearchEngine, read: list[int]
) -> None:
    engine.rank(engine.read(QUESTION))

    LOOKUPS.compare(len(read))
    POSTINGS.compare(sum(read))


def test_only_the_best_are_looked_at_closely(engine: SearchEngine) -> None:
    CANDIDATES.compare(len(engine.rank(engine.read(QUESTION)).positions))


def test_a_question_is_tokenised_once(
    engine: SearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []
    read = tokens._read_tokens

    def count(folded: str) -> list[Token]:
        texts.append(folded)
        return read(folded)

    monkeypatch.setattr(tokens, "_read_tokens", count)
    engine.read("the balama of korepi, what is it?")

    TOKENISED.compare(len(texts))


def test_each_new_word_is_stemmed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    stemmed: list[str] = []
    stem = ConfixStripper.stem

    def count(stripper: ConfixStripper, word: str) -> str:
        stemmed.append(word)
        return stem(stripper, word)

    monkeypatch.setattr(ConfixStripper, "stem", count)
    stemmer = Stemmer()
    for word in 3 * [f"mem{''.join(letters)}kan" for letters in _list_new(600)]:
        stemmer.stem(word)

    STEMMED.compare(len(stemmed))


@pytest.mark.parametrize("known", [10, 1_000])
def test_mending_a_slip_costs_the_same_however_many_words_there_are(known: int) -> None:
    asked: list[str] = []

    class Watched(dict[str, int]):
        def get(self, word: str, default: object = None) -> object:  # type: ignore[override]
            asked.append(word)
            return super().get(word, default)

    Speller(Watched({"".join(letters): 1 for letters in _list_new(known)})).rank("sirekpat")

    SPELLINGS.compare(len(asked))


def test_an_added_article_is_read_and_no_other(
    engine: SearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []
    stemmed: list[str] = []

    def count_text(text: str) -> list[Token]:
        texts.append(text)
        return tokenize(text)

    def count_stem(word: str) -> str:
        stemmed.append(word)
        return word

    monkeypatch.setattr(tables, "tokenize", count_text)
    monkeypatch.setattr(engine, "stem", count_stem)
    added = Source(
        "balama", (Passage("baru.1", "baru", 0, "Korepi tinogu zzyx."),), ("Zzyx balama?",)
    )
    splice = Splice((Run(0, PASSAGES // 2, 0, 1), Run(PASSAGES // 2, PASSAGES, 1, 1)), PASSAGES, 1)
    grown = engine.grow(splice, [added])

    READ_ANEW.compare(len(texts))
    STEMMED_ANEW.compare(len(stemmed))
    former, current = engine.index.stems.postings, grown.index.stems.postings
    POSTED_ANEW.compare(len(current.positions) - len(former.positions))


def test_postings_are_kept_in_few_bytes(engine: SearchEngine) -> None:
    postings = engine.index.stems.postings

    BYTES.compare(postings.positions.nbytes + postings.shapes.nbytes)


def test_a_search_needs_little_memory_beside_the_index(engine: SearchEngine) -> None:
    engine.rank(engine.read(QUESTION))
    tracemalloc.start()
    try:
        engine.rank(engine.read(QUESTION))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < MOST_BYTES, f"{peak:,} bytes at once, where {MOST_BYTES:,} were enough."


def _list_new(number: int) -> Iterator[tuple[str, ...]]:
    return (letters for letters, _ in zip(product("bdgjl", repeat=5), range(number), strict=False))
