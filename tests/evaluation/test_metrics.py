"""The measures: worked examples, and what holds for every ranking."""

from __future__ import annotations

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.metrics import average, measure, ndcg, recall, reciprocal_rank, roc_auc

MISS, HIT = False, True
scores = st.lists(st.integers(-5, 5).map(float), min_size=1, max_size=30)
rankings = st.lists(st.booleans(), max_size=30).flatmap(
    lambda hits: st.tuples(st.just(hits), st.integers(max(sum(hits), 1), 40))
)


def test_the_reciprocal_rank_is_that_of_the_first_hit() -> None:
    assert reciprocal_rank([MISS, MISS, HIT, HIT], 10) == pytest.approx(1 / 3)


def test_a_hit_behind_the_depth_counts_nothing() -> None:
    hits = [*[MISS] * 10, HIT]

    assert measure(hits, 1) == dict.fromkeys(
        ("mrr@10", "recall@1", "recall@5", "recall@10", "ndcg@10"), 0.0
    )


def test_recall_is_over_as_many_as_fit_into_the_first_k() -> None:
    hits = [HIT, MISS, HIT, MISS, MISS, HIT]

    assert recall(hits, 3, 1) == 1.0
    assert recall(hits, 3, 5) == pytest.approx(2 / 3)
    assert recall(hits, 4, 10) == pytest.approx(3 / 4)


def test_ndcg_of_a_worked_example() -> None:
    gained = 1 / log2(3) + 1 / log2(5)
    ideal = 1 + 1 / log2(3) + 1 / log2(4)

    assert ndcg([MISS, HIT, MISS, HIT], 3, 10) == pytest.approx(gained / ideal)


def test_nothing_found_scores_nothing() -> None:
    assert set(measure([], 2).values()) == {0.0}


@given(rankings)
def test_every_measure_lies_between_none_and_all(ranking: tuple[list[bool], int]) -> None:
    assert all(0 <= value <= 1 + 1e-12 for value in measure(*ranking).values())


@given(st.integers(1, 15), st.integers(0, 15))
def test_a_perfect_ranking_scores_one_in_every_measure(relevant: int, rest: int) -> None:
    hits = [HIT] * relevant + [MISS] * rest

    assert measure(hits, relevant) == pytest.approx(dict.fromkeys(measure(hits, relevant), 1.0))


@given(rankings, st.integers(0, 8))
def test_a_hit_that_moves_up_never_lowers_a_measure(
    ranking: tuple[list[bool], int], place: int
) -> None:
    hits, relevant = ranking
    better = hits.copy()
    if place + 1 < len(hits) and not hits[place] and hits[place + 1]:
        better[place], better[place + 1] = HIT, MISS

    for name, value in measure(hits, relevant).items():
        assert measure(better, relevant)[name] >= value - 1e-12


def test_the_average_weighs_every_row_alike() -> None:
    assert average([{"a": 1.0, "b": 0.0}, {"a": 0.0, "b": 0.5}]) == {"a": 0.5, "b": 0.25}


def test_the_area_under_the_curve_of_worked_examples() -> None:
    assert roc_auc([3, 4], [1, 2]) == 1.0
    assert roc_auc([1], [2]) == 0.0
    assert roc_auc([1, 3], [1, 2]) == pytest.approx((0.5 + 0 + 1 + 1) / 4)


@given(scores, scores)
def test_the_area_under_the_curve_is_the_share_of_pairs_won(
    positives: list[float], negatives: list[float]
) -> None:
    pairs = [(high > low) + 0.5 * (high == low) for high in positives for low in negatives]

    assert roc_auc(positives, negatives) == pytest.approx(sum(pairs) / len(pairs))


@given(scores, scores)
def test_the_area_turns_around_with_the_groups(
    positives: list[float], negatives: list[float]
) -> None:
    assert roc_auc(positives, negatives) == pytest.approx(1 - roc_auc(negatives, positives))


@pytest.mark.parametrize(("positives", "negatives"), [([], [1.0]), ([1.0], [])])
def test_an_empty_group_has_no_area(positives: list[float], negatives: list[float]) -> None:
    with pytest.raises(ValueError, match="at least one"):
        roc_auc(positives, negatives)
