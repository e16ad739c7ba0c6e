"""Two questions in one: what answers either is among the first three quotations."""

from __future__ import annotations

import pytest

from bot.answers import Answerer
from bot.answers.double_questions import split_question


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("siapa yg bikin sirekap dan dibayar brp", ("siapa yg bikin sirekap ", " dibayar brp")),
        ("Who built it, and how much was it?", ("Who built it, ", " how much was it?")),
        ("apa itu sirekap trus kenapa salah", ("apa itu sirekap ", " kenapa salah")),
    ],
)
def test_each_part_has_a_word_that_asks(text: str, parts: tuple[str, str]) -> None:
    assert split_question(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "",
        "dan",
        "berapa tps untuk pilpres dan dpr",
        "siapa yang bikin sirekap",
        f"apa {'kata ' * 20} dan kapan",
    ],
)
def test_one_question_is_left_whole(text: str) -> None:
    assert split_question(text) is None


def test_what_the_weightier_question_hides_is_shown_as_well(shipped: Answerer) -> None:
    first = shipped.answer("apa itu sirekap")
    both = shipped.answer("apa itu sirekap dan kenapa bermasalah")

    assert first.quotations[0].article in [quotation.article for quotation in both.quotations]


def test_no_article_is_shown_twice(shipped: Answerer) -> None:
    answer = shipped.answer("siapa yg bikin sirekap itu dan dibayar brp", limit=10)
    articles = [quotation.article.key for quotation in answer.quotations]

    assert len(articles) == len(set(articles))
