"""Figures of a golden run: how outcomes are counted, compared with the last ones and kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.answers import Status
from bot.evaluation import (
    Figures,
    GoldenRun,
    GoldenSetError,
    find_losses,
    read_record,
    render_markdown,
    summarise,
    write_record,
)
from bot.evaluation.golden import AnswerableQuestion, UnanswerableQuestion
from bot.evaluation.golden_run import (
    AnswerableOutcome,
    Placing,
    Placings,
    UnanswerableOutcome,
)

README = "# Golden set\n\n<!-- figures -->\noutdated\n<!-- /figures -->\n\nThe rest.\n"


def placed(without: int | None, with_questions: int | None = 1) -> Placings:
    return Placings(Placing(without, "a.md"), Placing(with_questions, "a.md"))


def answered(
    register: str, without: int | None, status: Status = Status.FOUND, confidence: float = 0.9
) -> AnswerableOutcome:
    question = AnswerableQuestion("apa?", register, frozenset({"a.md"}))
    return AnswerableOutcome(question, placed(without), status, confidence)


def tempted(
    kind: str, status: Status, confidence: float = 0.1, *, named: bool | None = None
) -> UnanswerableOutcome:
    return UnanswerableOutcome(UnanswerableQuestion("apa?", kind), status, confidence, named)


def run_of(
    answerable: Sequence[AnswerableOutcome] = (answered("formal", 1),),
    unanswerable: Sequence[UnanswerableOutcome] = (),
) -> GoldenRun:
    return GoldenRun(answerable, unanswerable, [placed(2)])


def test_places_are_counted_by_register_and_over_all() -> None:
    figures = summarise(
        run_of([answered("formal", 1), answered("formal", 3), answered("typos", None)])
    )

    assert figures["without_questions"] == {
        "all": {"count": 3, "first": 0.3333, "first_three": 0.6667, "mrr@5": 0.4444},
        "formal": {"count": 2, "first": 0.5, "first_three": 1.0, "mrr@5": 0.6667},
        "typos": {"count": 1, "first": 0.0, "first_three": 0.0, "mrr@5": 0.0},
        "own": {"count": 1, "first": 0.0, "first_three": 1.0, "mrr@5": 0.5},
    }
    assert figures["with_questions"]["all"]["first"] == 1.0


def test_a_place_behind_the_fifth_counts_nothing() -> None:
    assert summarise(run_of([answered("formal", 6)]))["without_questions"]["all"]["mrr@5"] == 0.0


def test_whatever_is_not_found_is_declined_and_near_is_told_apart() -> None:
    statuses = [Status.FOUND, Status.NEAR, Status.NOT_FOUND, Status.SMALL_TALK]
    rows = summarise(
        run_of(
            [answered("formal", 1, status) for status in statuses[:2]],
            [tempted("sirekap", status) for status in statuses],
        )
    )["declining"]

    assert rows["answerable"] == {"count": 2, "declined": 0.5, "near": 0.5}
    assert rows["sirekap"] == {"count": 4, "declined": 0.75, "near": 0.25, "auc": 1.0}


def test_naming_what_is_missing_counts_only_where_something_is() -> None:
    rows = summarise(
        run_of(
            unanswerable=[
                tempted("sirekap", Status.NEAR, named=True),
                tempted("sirekap", Status.NEAR, named=False),
                tempted("sirekap", Status.NEAR),
            ]
        )
    )["declining"]

    assert rows["sirekap"]["named"] == 0.5


def test_the_curve_tells_what_each_threshold_lets_through() -> None:
    curve = summarise(
        run_of(
            [answered("formal", 1, confidence=0.9), answered("formal", 1, confidence=0.3)],
            [tempted("sirekap", Status.FOUND, 0.5), tempted("sirekap", Status.NEAR, 0.2)],
        )
    )["confidence"]

    assert list(curve) == ["0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9"]
    assert curve["0.3"] == {"answerable": 1.0, "sirekap": 0.5, "right": 1.0}
    assert curve["0.6"] == {"answerable": 0.5, "sirekap": 0.0, "right": 1.0}


def test_the_curve_counts_how_often_the_first_article_is_right() -> None:
    wrong = AnswerableOutcome(
        AnswerableQuestion("apa?", "formal", frozenset({"a.md"})),
        placed(1, with_questions=2),
        Status.FOUND,
        0.6,
    )
    curve = summarise(run_of([answered("formal", 1, confidence=0.8), wrong]))["confidence"]

    assert (curve["0.6"]["right"], curve["0.7"]["right"], curve["0.9"]["right"]) == (0.5, 1.0, 0.0)


def figures_of(*, first: float = 0.8, declined: float = 0.04, near: float = 0.1) -> Figures:
    return {
        "without_questions": {"all": {"count": 9, "first": first}},
        "declining": {"answerable": {"count": 9, "declined": declined, "near": near}},
    }


@pytest.mark.parametrize(
    "now",
    [
        figures_of(),
        figures_of(first=0.79),
        figures_of(first=0.95),
        figures_of(declined=0.05),
        figures_of(declined=0.0),
        figures_of(near=0.9),
    ],
)
def test_a_point_less_and_any_gain_are_no_loss(now: Figures) -> None:
    assert find_losses(figures_of(), now) == []


@pytest.mark.parametrize(
    ("now", "loss"),
    [
        (figures_of(first=0.7898), "without_questions/all/first: 0.8 -> 0.7898"),
        (figures_of(declined=0.0502), "declining/answerable/declined: 0.04 -> 0.0502"),
    ],
)
def test_more_than_a_point_is_a_loss(now: Figures, loss: str) -> None:
    assert [str(found) for found in find_losses(figures_of(), now)] == [loss]


def test_more_of_the_unanswerable_declined_is_a_gain() -> None:
    before: Figures = {"declining": {"sirekap": {"count": 9, "declined": 0.6}}}
    now: Figures = {"declining": {"sirekap": {"count": 9, "declined": 0.9}}}

    assert find_losses(before, now) == []
    assert [loss.figure for loss in find_losses(now, before)] == ["declining/sirekap/declined"]


def test_the_curve_may_move_freely() -> None:
    assert find_losses({"confidence": {"0.1": {"answerable": 0.9}}}, {}) == []


def test_a_figure_that_is_no_longer_measured_is_a_loss() -> None:
    now: Figures = {"declining": figures_of()["declining"]}

    losses = find_losses(figures_of(), now)

    assert [(loss.figure, loss.now) for loss in losses] == [("without_questions/all/first", None)]


def test_what_is_written_is_read_back_and_shown_between_the_marks(tmp_path: Path) -> None:
    figures = summarise(run_of(unanswerable=[tempted("sirekap", Status.NEAR, named=True)]))
    (tmp_path / "README.md").write_text(README, "utf-8")

    write_record(tmp_path, figures)
    write_record(tmp_path, figures)

    text = (tmp_path / "README.md").read_text("utf-8")
    assert read_record(tmp_path) == figures
    assert render_markdown(figures) in text
    assert "| own | 1 | 0.0 | 100.0 | 50.0 | 100.0 | 100.0 | 100.0 |\n" in text
    assert "| sirekap | 1 | 100.0 | 100.0 | 100.0 | 100.0 |\n" in text
    assert text.startswith("# Golden set\n")
    assert text.endswith("\n\nThe rest.\n")
    assert "outdated" not in text


def test_a_readme_without_the_marks_is_left_alone(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("# Golden set\n", "utf-8")

    with pytest.raises(GoldenSetError, match=r"README\.md:1: "):
        write_record(tmp_path, summarise(run_of()))
    assert readme.read_text("utf-8") == "# Golden set\n"
    assert not (tmp_path / "figures.json").exists()
