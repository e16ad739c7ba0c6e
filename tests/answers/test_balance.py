"""Who replies to a claim is heard beside those who make it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.answers import Answerer
from bot.answers.balance import hear_reply
from bot.answers.selection import Choice
from bot.articles import Claim
from bot.search.passages import Passage
from tests.answers.made_up import CHART, SERVER, make_answerer, make_article, make_claim

ENGINE = make_answerer(SERVER, CHART).engine
CLAIM = make_claim("kunci", "Suara dikunci", cited=["a.md"], replies=["d.md", "e.md"])


def choose(scores: dict[str, float]) -> list[Choice]:
    return [
        Choice(Passage(f"{key}.1", key, 0, key), make_article(key, key, key), score, place)
        for place, (key, score) in enumerate(scores.items())
    ]


def hear(
    choices: Sequence[Choice], claim: Claim | None = CLAIM, question: str = "suara dikunci"
) -> str:
    query = ENGINE.read(question)
    return "".join(choice.article.key for choice in hear_reply(choices, claim, query))


def test_a_reply_beyond_view_takes_the_third_place() -> None:
    assert hear(choose({"a": 10, "b": 9, "c": 8, "f": 7.5, "d": 7, "e": 6})) == "abdcfe"


@pytest.mark.parametrize("question", ["siapa mengunci suara", "apa kata pakar soal suara"])
def test_who_wants_one_thing_or_one_speaker_gets_what_fits_best(question: str) -> None:
    assert hear(choose({"a": 10, "b": 9, "c": 8, "d": 7}), question=question) == "abcd"


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_reply_in_view_is_left_where_it_is(place: int) -> None:
    order = [*"abc"]
    order.insert(place, "d")

    assert hear(choose(dict.fromkeys(order, 9.0))) == "".join(order)


def test_a_reply_that_is_folded_into_another_report_is_heard() -> None:
    choices = choose({"a": 10, "b": 9, "c": 8, "d": 7})
    choices[1].also.append(make_article("e", "e", "e"))

    assert hear(choices) == "abcd"


def test_a_reply_that_hardly_fits_is_not_brought_up() -> None:
    assert hear(choose({"a": 10, "b": 9, "c": 8, "d": 5.9})) == "abcd"


@pytest.mark.parametrize("claim", [None, make_claim("kunci", "Suara dikunci", cited=["d.md"])])
def test_without_a_reply_on_the_card_the_order_stays(claim: Claim | None) -> None:
    assert hear(choose({"a": 10, "b": 9, "c": 8, "d": 7}), claim) == "abcd"
    assert hear([], claim) == ""


def test_why_the_chart_is_gone_is_told_by_critics_and_by_kpu(shipped: Answerer) -> None:
    answer = shipped.answer("kenapa grafik sirekap dihilangkan?")
    heard = [quoted.article.perspectives for quoted in answer.quotations]

    assert any("kpu" not in voices for voices in heard)
    assert "kpu" in heard[0]
    assert any("prasangka publik" in quoted.passage.text for quoted in answer.quotations)


def test_every_page_keeps_the_order(shipped: Answerer) -> None:
    question = "kenapa grafik sirekap dihilangkan?"
    whole = shipped.answer(question, limit=6).quotations
    pages = [shipped.answer(question, offset=start).quotations for start in (0, 3)]

    assert [q.passage.key for q in whole] == [q.passage.key for page in pages for q in page]
