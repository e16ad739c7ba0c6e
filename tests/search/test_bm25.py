"""BM25: rank_bm25's scores to the last bit, from posting lists."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25, BM25Okapi

from bot.search import BM25Index, bm25, ready_lists
from bot.search.choosing import best
from bot.search.impacts import Impacts
from bot.search.postings import Postings
from bot.search.ready_lists import Found, ReadyLists

WORDS = st.sampled_from(["kpu", "sirekap", "suara", "server", "tps", "c", "hasil", "salah"])
RARE = st.sampled_from([f"jarang{number}" for number in range(30)])
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


def sort_all(scores: np.ndarray, k: int) -> list[int]:
    ranked = sorted(range(len(scores)), key=lambda position: (-scores[position], position))
    return [position for position in ranked if scores[position] > 0][: max(k, 0)]


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


@given(
    st.lists(st.lists(WORDS | RARE, max_size=12), min_size=1, max_size=60),
    st.lists(WORDS | RARE, min_size=1, max_size=9),
    st.integers(1, 9),
)
def test_leaving_out_common_words_first_changes_no_place_and_no_score(
    corpus: list[list[str]], query: list[str], k: int
) -> None:
    index = BM25Index(corpus)
    expected = index.top(query, k)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ready_lists, "LARGE", 0)
        for limit in ("LARGE", "_WORTH_PRUNING"):
            patch.setattr(bm25, limit, 0)
        pruned = BM25Index(corpus).top(query, k)

    assert [score for _, score in pruned] == pytest.approx([s for _, s in expected], abs=1e-12)
    scores = index.get_scores(query)
    assert [scores[position] for position, _ in pruned] == pytest.approx([s for _, s in expected])
    assert len({position for position, _ in pruned}) == len(pruned)


def test_common_words_are_left_out_of_a_large_corpus() -> None:
    common = [["umum", "lagi"] * (1 + n % 3) for n in range(30_000)]
    corpus = [[*words, "jarang"] if n % 997 == 5 else words for n, words in enumerate(common)]
    index = BM25Index(corpus)
    read: list[int] = []
    join = ReadyLists.read

    def count(lists: ReadyLists, found: list[Found]) -> object:
        positions, impacts = join(lists, found)
        read.append(len(positions))
        return positions, impacts

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ReadyLists, "read", count)
        top = index.top(["umum", "lagi", "jarang"], 5)

    scores = index.get_scores(["umum", "lagi", "jarang"])
    assert read == [31]
    assert [position for position, _ in top] == sort_all(scores, 5)


def test_common_words_are_read_one_by_one_where_rare_ones_cannot_decide() -> None:
    corpus = [["umum", "lagi"] * (1 + n % 7) + ["lain"] * (n % 2) for n in range(30_000)]
    corpus[20_000].append("jarang")
    query = ["umum", "lagi", "lain", "jarang"]
    index = BM25Index(corpus)

    assert [position for position, _ in index.top(query, 5)] == sort_all(index.get_scores(query), 5)


def test_the_impacts_that_are_kept_take_bounded_room() -> None:
    corpus = [[f"kata{n}", f"kata{n + 1}", "umum"] for n in range(50)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ready_lists, "_MOST_KEPT", 52 * 16)
        index = BM25Index(corpus)
    for n in range(50):
        assert index.top([f"kata{n}", "umum", "asing"], 5)[0][0] in {n - 1, n}
        kept = [term.pairs for term in index._lists._known.values()]
        assert sum(map(len, kept)) == index._lists._kept <= 52 * 16
    assert len(index._lists._keepers) == len([pairs for pairs in kept if pairs])


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
