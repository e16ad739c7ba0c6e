"""Whether somebody did something, or will: told where a source tells it, and else only near."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answers import Answerer, Status
from tests.answers.made_up import CHART, COST, GLOSSARY, make_answerer, make_article, make_claim


@pytest.mark.parametrize(
    "question",
    [
        "Did the Court order an audit of Sirekap?",
        "apakah MK memerintahkan audit sirekap?",
        "apakah jokowi mengakui sirekap curang",
        "Did Bawaslu admit that Sirekap was hacked?",
        "[Diteruskan] MK sudah MEMERINTAHKAN audit forensik sirekap!! bener ga nih?",
        "Apakah ITB membantah terlibat Sirekap?",
        "Did the Constitutional Court order a recount?",
    ],
)
def test_an_act_that_nobody_tells_of_is_not_found(shipped: Answerer, question: str) -> None:
    assert shipped.answer(question).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "speaker", "verb"),
    [
        ("Did KPU admit that Sirekap made mistakes?", "kpu", "pengakuan KPU"),
        ("apkah kpu mengkui sirekap salah?", "kpu", "mengakui"),
        ("Has BRIN admitted that Sirekap can misread numbers?", "akademisi", "mengakui"),
        ("kpu bantah suara psi digelembungkan?", "kpu", "membantah"),
    ],
)
def test_ones_own_words_are_first(
    shipped: Answerer, question: str, speaker: str, verb: str
) -> None:
    answer = shipped.answer(question)

    assert answer.status is Status.FOUND
    assert speaker in answer.quotations[0].article.perspectives
    assert verb in answer.quotations[0].passage.text


@pytest.mark.parametrize(
    "question", ["sirekap dipakai di pemilu 2029?", "Will Sirekap be used in the 2029 election?"]
)
def test_what_will_be_is_not_told_by_advice_for_that_year(shipped: Answerer, question: str) -> None:
    assert shipped.answer(question).status is Status.NEAR
    assert shipped.answer("apa saran ahli untuk sirekap pemilu 2029").status is Status.FOUND


def test_what_will_be_is_found_where_one_sentence_says_it() -> None:
    plan = make_article(
        "rencana", "Rencana aplikasi", "Komisi memastikan Sirekap dipakai pada pemilu 2029."
    )
    advice = make_article(
        "saran", "Saran ahli", "Sirekap dipakai luas. Saran untuk pemilu 2029 adalah verifikasi."
    )
    question = "Sirekap dipakai pada pemilu 2029"

    assert make_answerer(plan, CHART, COST).answer(question).status is Status.FOUND
    assert make_answerer(advice, CHART, COST).answer(question).status is not Status.FOUND


def test_a_card_does_not_answer_how_long() -> None:
    card = make_claim("hilang", "Grafik suara sengaja dibuang", cited=["grafik.md"])
    glossary = replace(GLOSSARY, stop=GLOSSARY.stop | {"lama"})
    answerer = make_answerer(CHART, COST, claims=[card], glossary=glossary)

    assert answerer.answer("grafik suara sengaja dibuang").status is Status.FOUND
    assert answerer.answer("berapa lama grafik suara dibuang").status is not Status.FOUND
