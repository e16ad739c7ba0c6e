"""Rows and bounds of BM25: the best documents are those of all scores, with few of them scored."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search import BM25Index, ready_lists
from bot.search.bounds import Bounds
from bot.search.impacts import Impacts
from bot.search.postings import Postings
from bot.search.ready_lists import Found
from tests.search.corpora import sort_all

COMMON = ["kpu", "sirekap", "suara", "server", "tps", "c", "hasil", "salah"]
RARE = [f"jarang{number}" for number in range(30)]


def make_up(seed: int, size: int) -> list[list[str]]:
    """Return documents, the same for the same seed, of some common words and some rare ones."""
    rng = random.Random(seed)  # noqa: S311 - made-up words
    weights = [1 / (rank + 1) ** 2 for rank in range(len(COMMON + RARE))]
    return [rng.choices(COMMON + RARE, weights, k=rng.randrange(12)) for _ in range(size)]


@given(
    st.integers(0, 2**32), st.lists(st.sampled_from(COMMON + RARE), max_size=9), st.integers(1, 9)
)
@pytest.mark.parametrize("large", [0, 20_000])
def test_rows_and_bounds_change_no_place_and_no_score(
    large: int, seed: int, query: list[str], k: int
) -> None:
    corpus = make_up(seed, 700)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ready_lists, "LARGE", large)
        patch.setattr(ready_lists, "_LEAST_DENSE", 1)
        index = BM25Index(corpus)
        lists = index._lists
    top = index.top(query, k)
    scores = index.get_scores(query)

    assert [score for _, score in top] == pytest.approx(sorted(scores)[::-1][: len(top)])
    assert [scores[position] for position, _ in top] == pytest.approx([score for _, score in top])
    assert len({position for position, _ in top}) == min(k, np.count_nonzero(scores))
    assert any(term.is_dense for term in lists.find_all(["kpu"]))


def test_a_section_behind_another_is_bounded_as_one_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready_lists, "LARGE", 0)
    monkeypatch.setattr(ready_lists, "_LEAST_DENSE", 1)
    first, second = make_up(1, 300), make_up(2, 600)
    words = [word for document in first + second for word in document]
    numbers = {word: number for number, word in enumerate(dict.fromkeys(words))}
    terms = np.array([numbers[word] for word in words], np.int32)
    lengths = np.array([len(document) for document in first + second], np.int32)
    postings = Postings.build(terms, lengths, (300, 600), len(numbers))
    index = BM25Index.of(numbers, postings, Impacts(postings, 1.5, 0.75), section=1)

    for query in (["kpu", "jarang3"], ["jarang1", "jarang2"], ["server", "salah", "hasil"]):
        assert index.top(query, 5) == BM25Index(second).top(query, 5) != []


def test_few_documents_of_a_large_corpus_are_scored(monkeypatch: pytest.MonkeyPatch) -> None:
    index = BM25Index(make_up(3, 30_000))
    scored: list[int] = []
    score = Bounds._score

    def count(bounds: Bounds, found: list[Found], positions: np.ndarray) -> np.ndarray:
        scored.append(len(positions))
        return score(bounds, found, positions)

    monkeypatch.setattr(Bounds, "_score", count)
    query = ["kpu", "server", "suara", "jarang1", "jarang2"]
    top = index.top(query, 5)

    assert [position for position, _ in top] == sort_all(index.get_scores(query), 5)
    assert len(scored) == 1
    assert scored[0] < 30


def test_a_document_gets_nothing_from_the_list_of_another_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ready_lists, "LARGE", 0)
    index = BM25Index([["satu"], ["dua", "lain"], *[["umum"]] * 300])
    scores = index.get_scores(["satu", "dua"])

    assert index.top(["satu", "dua"], 5) == [(0, scores[0]), (1, scores[1])]


@pytest.mark.parametrize("query", [["umum", "lagi"], ["jarang", "lain"] * 90, ["asing"], []])
def test_what_cannot_be_bounded_is_added_up(query: list[str]) -> None:
    index = BM25Index([["lain"]] * 20 + [["jarang"]] * 2 + [["umum", "lagi"]] * 25_000)
    scores = index.get_scores(query)

    assert index.top(query, 3) == [(place, scores[place]) for place in sort_all(scores, 3)]


@pytest.mark.parametrize("large", [0, 20_000])
def test_what_is_ready_to_be_added_takes_bounded_room(large: int) -> None:
    corpus = [[f"kata{n}", f"kata{n + 1}", "umum"] for n in range(50)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ready_lists, "LARGE", large)
        patch.setattr(ready_lists, "_LEAST_DENSE", 10)
        patch.setattr(ready_lists, "_MOST_KEPT", 30 * 16)
        index = BM25Index(corpus)
    for n in range(50):
        assert index.top([f"kata{n}", "umum", "asing"], 5)[0][0] in {n - 1, n}
        kept = [
            len(term.pairs) + len(term.bounds) + (0 if term.row is None else term.row.nbytes)
            for term in index._lists._known.values()
        ]
        assert sum(kept) == index._lists._kept <= 30 * 16
    assert len(index._lists._keepers) == len([size for size in kept if size])
