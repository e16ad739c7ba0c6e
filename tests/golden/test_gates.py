"""The golden set as a gate: what search and confidence must reach, and must not lose again."""

from __future__ import annotations

import pytest

from bot.answers import open_answerer
from bot.evaluation import (
    GOLDEN_FOLDER,
    Figures,
    GoldenRun,
    find_losses,
    read_golden_set,
    read_record,
    render_markdown,
    run_golden_set,
    summarise,
)
from tests.console.running import ROOT

UPDATE = "python -m bot eval --update"


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> GoldenRun:
    answerer = open_answerer(ROOT / "corpus", tmp_path_factory.mktemp("cache"))
    return run_golden_set(read_golden_set(GOLDEN_FOLDER, answerer.corpus), answerer)


@pytest.fixture(scope="module")
def figures(outcome: GoldenRun) -> Figures:
    return summarise(outcome)


@pytest.mark.parametrize(
    ("measure", "least"), [("first", 0.80), ("first_three", 0.93), ("mrr@5", 0.86)]
)
def test_the_right_article_is_found_without_the_articles_questions(
    figures: Figures, measure: str, least: float
) -> None:
    assert figures["without_questions"]["all"][measure] >= least


@pytest.mark.parametrize("measure", ["first", "first_three", "mrr@5"])
@pytest.mark.parametrize("row", ["all", "own"])
def test_the_articles_questions_help(figures: Figures, row: str, measure: str) -> None:
    assert figures["with_questions"][row][measure] > figures["without_questions"][row][measure]


def test_few_questions_that_have_an_answer_are_declined(figures: Figures) -> None:
    assert figures["declining"]["answerable"]["declined"] <= 0.05


def test_what_is_not_about_elections_is_declined(figures: Figures) -> None:
    rows = [figures["declining"][kind] for kind in ("off-topic", "small-talk", "nonsense")]
    declined = sum(row["count"] * row["declined"] for row in rows)

    assert declined / sum(row["count"] for row in rows) >= 0.97


@pytest.mark.parametrize(("kind", "least"), [("near-topic", 0.85), ("sirekap", 0.60)])
def test_what_the_corpus_does_not_tell_is_declined(
    figures: Figures, kind: str, least: float
) -> None:
    assert figures["declining"][kind]["declined"] >= least


def test_no_figure_is_more_than_a_point_below_the_recorded_one(figures: Figures) -> None:
    losses = find_losses(read_record(GOLDEN_FOLDER), figures)

    assert not losses, f"worse than recorded; if that is wanted: {UPDATE}"


def test_the_record_is_of_the_golden_set_as_it_is(figures: Figures) -> None:
    recorded = read_record(GOLDEN_FOLDER)

    assert count(recorded) == count(figures), f"the golden set has changed: {UPDATE}"


def count(figures: Figures) -> dict[tuple[str, str], float | None]:
    # The articles' own questions grow with the corpus, which must not need a new record.
    return {
        (part, name): row.get("count")
        for part, rows in figures.items()
        for name, row in rows.items()
        if name != "own"
    }


def test_the_readme_shows_the_recorded_figures() -> None:
    readme = (GOLDEN_FOLDER / "README.md").read_text("utf-8")

    assert render_markdown(read_record(GOLDEN_FOLDER)) in readme, UPDATE
