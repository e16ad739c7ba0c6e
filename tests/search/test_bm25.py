"""BM25: rank_bm25's scores to the last bit, from posting lists."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25, BM25Okapi

from bot.search import BM25Index
from bot.search.choosing import best
from bot.search.impacts import Impacts
from bot.search.postings import Postings
from tests.search.corpora import sort_all

WORDS = st.sampled_from(["kpu", "sirekap", "suara", "server", "tps", "c", "hasil", "salah"])
DOCUMENTS = st.lists(st.lists(WORDS, max_size=12), max_size=25)
QUERIES = st.lists(WORDS | st.just("asing"), max_size=6)
CORPUS = [
    ["server", "sirekap", "di", "luar", "negeri"],
    ["server", "kpu"],
    [],
    ["suara", "suara", "suara", "sirekap"],
    ["server", "kpu"],
]
MANY = st.integers(1, 1600).flatmap(
    lambda size: st.lists(st.integers(0, 9), min_size=1, max_size=40).map(
        lambda scores: np.resize(np.array(scores, float), size)
    )
)


def okapi(corpus: list[list[str]], index: BM25Index) -> BM25:
    theirs = BM25Okapi(corpus, k1=index.k1, b=index.b)
    theirs.idf = index.idf
    return theirs


@given(DOCUMENTS.filter(any), QUERIES, st.floats(0.01, 9), st.floats(0, 0.99))
def test_scores_are_those_of_rank_bm25_with_the_same_idf(
    corpus: list[list[str]], query: list[str], k1: float, b: float
) -> None:
    # At k1 = 0, and at b = 1 for an empty document, rank_bm25 divides nought by nought.
    index = BM25Index(corpus, k1=k1, b=b)

    assert index.get_scores(query).tolist() == okapi(corpus, index).get_scores(query).tolist()


@given(DOCUMENTS, QUERIES, st.integers(-2, 30))
def test_the_best_are_the_best_of_all_scores_and_hold_a_word_of_the_query(
    corpus: list[list[str]], query: list[str], k: int
) -> None:
    index = BM25Index(corpus)
    scores = index.get_scores(query)
    holders = [position for position, text in enumerate(corpus) if {*text} & {*query}]
    top = index.top(query, k)

    assert top == [(position, scores[position]) for position in sort_all(scores, k)]
    assert sorted(position for position, _ in index.top(query, 100)) == holders


@given(MANY, st.integers(-1, 600))
def test_choosing_among_many_scores_agrees_with_sorting_them(scores: np.ndarray, k: int) -> None:
    assert best(scores, k).tolist() == sort_all(scores, k)


@given(st.lists(WORDS, max_size=40), st.integers(2, 30), WORDS)
def test_numbered_words_give_the_same_index_as_written_ones(
    words: list[str], size: int, word: str
) -> None:
    corpus = [words[start : start + size] for start in range(0, len(words), size)]
    numbers = {"nihil": 0, **{text: i for i, text in enumerate(dict.fromkeys(words), start=1)}}
    terms = np.array([numbers[text] for text in words], np.int32)
    lengths = np.array([len(document) for document in corpus], np.int32)
    postings = Postings.build(terms, lengths, (len(corpus),), len(numbers))
    index = BM25Index.of(numbers, postings, Impacts(postings, 1.5, 0.75))

    assert index.get_scores([word]).tolist() == BM25Index(corpus).get_scores([word]).tolist()
    assert (word in index) is (word in words)
    assert "nihil" not in index


def test_the_index_is_a_rank_bm25() -> None:
    index = BM25Index(CORPUS)

    assert isinstance(index, BM25)
    assert (index.corpus_size, index.avgdl, index.doc_len) == (5, 13 / 5, [5, 2, 0, 4, 2])
    assert index.get_scores(["server"]).dtype == np.float64
    assert index.get_scores(["server"]).shape == (5,)


def test_ties_are_in_the_order_of_the_corpus() -> None:
    assert [position for position, _ in BM25Index(CORPUS).top(["server", "kpu"], 5)] == [1, 4, 0]


def test_a_repeated_word_of_the_query_counts_twice() -> None:
    index = BM25Index(CORPUS)

    assert index.top(["server"] * 2, 1) == [(1, 2 * index.get_scores(["server"])[1])]


def test_words_of_no_document_find_nothing_and_harm_nothing() -> None:
    index = BM25Index(CORPUS)

    assert index.top(["asing"], 5) == index.top([], 5) == []
    assert index.top(["asing", "kpu"], 5) == index.top(["kpu"], 5)


@pytest.mark.parametrize(("k1", "b"), [(0, 0.75), (1.5, 1), (0, 1)])
def test_extreme_constants_find_the_same_documents(k1: float, b: float) -> None:
    found = BM25Index(CORPUS, k1=k1, b=b).top(["server", "suara"], 9)

    assert {position for position, _ in found} == {0, 1, 3, 4}
    assert all(math.isfinite(score) for _, score in found)


@pytest.mark.parametrize("corpus", [[], [[]], [[], []]])
def test_a_corpus_without_words_scores_nothing(corpus: list[list[str]]) -> None:
    index = BM25Index(corpus)

    assert index.get_scores(["kpu"]).tolist() == [0.0] * len(corpus)
    assert index.top(["kpu"], 3) == []


def test_a_single_document_is_found() -> None:
    [(position, score)] = BM25Index([["kpu"]]).top(["kpu"], 3)

    assert position == 0
    assert score > 0


def test_the_best_documents_are_returned_themselves() -> None:
    names = ["luar", "dalam", "kosong", "suara", "kembar"]

    assert BM25Index(CORPUS).get_top_n(["server", "kpu"], names, n=2) == ["dalam", "kembar"]
    assert BM25Index(CORPUS).get_top_n(["sirekap"], names) == ["suara", "luar"]


def test_documents_that_are_not_those_of_the_index_are_refused() -> None:
    with pytest.raises(ValueError, match="don't match"):
        BM25Index(CORPUS).get_top_n(["server"], ["satu"])


@given(DOCUMENTS.filter(any), QUERIES)
def test_scores_of_chosen_documents_are_in_the_order_asked_for(
    corpus: list[list[str]], query: list[str]
) -> None:
    index = BM25Index(corpus)
    chosen = list(range(len(corpus)))[::-2]

    assert index.get_batch_scores(query, chosen) == index.get_scores(query)[chosen].tolist()
    assert index.get_batch_scores(query, []) == []


def test_the_idf_is_positive_and_falls_with_the_number_of_documents() -> None:
    documents = 60
    words = [f"kata{count}" for count in range(1, documents + 1)]
    corpus = [words[position:] for position in range(documents)]
    index = BM25Index(corpus)
    values = [index.idf[word] for word in words]

    assert [index.idf_of(word) for word in words] == pytest.approx(values, abs=0)
    assert all(rarer > commoner > 0 for rarer, commoner in pairwise(values))
    assert index.idf_of("asing") > values[0]


@pytest.mark.parametrize(
    ("k1", "b"), [(-0.1, 0.5), (1, -0.1), (1, 1.1), (math.nan, 0.5), (1, math.nan), (math.inf, 1)]
)
def test_constants_out_of_range_are_refused(k1: float, b: float) -> None:
    with pytest.raises(ValueError, match="k1 must be at least 0"):
        BM25Index(CORPUS, k1=k1, b=b)
