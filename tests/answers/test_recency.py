"""What holds by now is told by the latest of the reports that answer alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.answers import Answerer
from bot.answers.recency import asks_what_holds, put_latest_first
from bot.answers.selection import Choice
from bot.search.passages import split_passages
from tests.answers.made_up import make_article

MAY, SEPTEMBER, NEXT_YEAR = date(2024, 5, 16), date(2024, 9, 26), date(2025, 1, 3)


def make_choice(day: date, score: float, kind: str = "berita") -> Choice:
    article = replace(make_article("a", "Kabar", "Sirekap dipakai.", published=day), kind=kind)
    return Choice(split_passages(article)[0], article, score, position=0)


def list_days(*choices: Choice, years: frozenset[int] = frozenset()) -> list[date]:
    ordered = put_latest_first(choices, years)
    return [choice.article.citation.published for choice in ordered]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("apakah Sirekap masih dipakai", True),
        ("sirekap dipake lg ga", True),
        ("apakah sirekap jadi dipakai di pilkada", True),
        ("sirekap ga jadi dipakai ya", True),
        ("is Sirekap still used", True),
        ("apakah sirekap dipakai di pilkada", False),
        ("suaranya jadi 800 ribu", False),
        ("kapan sirekap dipakai lagi", False),
        ("what could people still see", False),
        ("dulu sirekap masih dipakai ga", False),
        ("kenapa sirekap masih dipakai", False),
        (f"akhirnya ngaku juga {'bohong ' * 20}", False),
    ],
)
def test_what_holds_by_now_is_asked_with_small_words(
    shipped: Answerer, question: str, *, asked: bool
) -> None:
    assert asks_what_holds(shipped.engine.read(question)) is asked


def test_the_latest_of_reports_that_answer_alike_goes_first_and_the_others_follow() -> None:
    choices = make_choice(MAY, 10), make_choice(SEPTEMBER, 9.5), make_choice(MAY, 9.4)

    assert list_days(*choices) == [SEPTEMBER, MAY, MAY]


def test_a_later_report_that_answers_less_well_stays_behind() -> None:
    assert list_days(make_choice(MAY, 10), make_choice(SEPTEMBER, 8.4)) == [MAY, SEPTEMBER]


@pytest.mark.parametrize("kind", ["opini", "analisis"])
def test_a_later_view_stays_behind(kind: str) -> None:
    choices = make_choice(MAY, 10), make_choice(SEPTEMBER, 10, kind)

    assert list_days(*choices) == [MAY, SEPTEMBER]


def test_a_later_report_of_another_year_than_asked_stays_behind() -> None:
    choices = make_choice(MAY, 10), make_choice(NEXT_YEAR, 10)

    assert list_days(*choices, years=frozenset({2024})) == [MAY, NEXT_YEAR]
    assert list_days(*choices) == [NEXT_YEAR, MAY]


def test_without_passages_none_goes_first() -> None:
    assert list_days() == []


@pytest.mark.parametrize(
    "question",
    [
        "gmn sih sirekap tuh dipake lg ga pas pilkada",
        "apakah sirekap jadi dipakai di pilkada 2024",
        "Is Sirekap used again in the 2024 regional elections?",
    ],
)
def test_a_decision_leads_over_the_reports_before_it(shipped: Answerer, question: str) -> None:
    assert shipped.answer(question).quotations[0].article.citation.published == SEPTEMBER
