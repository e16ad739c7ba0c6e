"""A question about a claim brings its card, and only such a question does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.answers import Answerer, Status
from bot.answers.claims import ClaimFinder, find_later_ruling, list_citations
from tests.answers.made_up import (
    CHART,
    COST,
    DAY,
    SERVER,
    make_answerer,
    make_article,
    make_claim,
    retract,
)

CLAIM = make_claim(
    "server-singapura",
    "Server Sirekap berada di Singapura",
    questions=["Benarkah server Sirekap berada di Singapura?"],
    cited=["server.md"],
    rulings=["putusan.md", "server.md"],
)
RULING = make_article(
    "putusan", "Hakim memutus", "Hakim menolak dalil itu.", published=DAY + timedelta(days=50)
)


def test_the_question_of_a_card_brings_it(shipped: Answerer) -> None:
    for claim in shipped.corpus.claims:
        for question in claim.questions:
            answer = shipped.answer(question)
            assert answer.status is Status.FOUND
            assert answer.claim is claim, question


def test_the_claim_itself_brings_its_card(shipped: Answerer) -> None:
    for claim in shipped.corpus.claims:
        assert shipped.answer(claim.claim).claim is claim


@pytest.mark.parametrize(
    "question", ["apa itu Sirekap?", "kapan Sirekap mulai dipakai?", "resep rendang", "halo"]
)
def test_a_question_about_no_claim_brings_no_card(shipped: Answerer, question: str) -> None:
    assert shipped.answer(question).claim is None


def test_no_line_of_a_card_that_is_shown_cites_what_may_not_be_quoted(shipped: Answerer) -> None:
    for claim in shipped.corpus.claims:
        for file in list_citations(claim):
            assert shipped.corpus.by_file[file].retracted is None


def finder(answerer: Answerer) -> ClaimFinder:
    return ClaimFinder(answerer.corpus.claims, answerer.engine)


def test_a_question_with_an_unknown_word_does_not_ask_for_a_card(shipped: Answerer) -> None:
    claims = finder(shipped)

    for claim in shipped.corpus.claims:
        question = claim.questions[0]
        assert claims.is_asked(shipped.engine.read(question)), question
        assert not claims.is_asked(shipped.engine.read(f"{question} zulfikri"))


def test_a_question_about_another_year_does_not_ask_for_a_card() -> None:
    years = make_article("tahun", "Dua pemilu", "Pemilu 2019 dan 2024 dibandingkan. " * 9)
    answerer = make_answerer(SERVER, CHART, COST, years, claims=[CLAIM])
    question = CLAIM.questions[0]

    def asks(text: str) -> bool:
        return finder(answerer).is_asked(answerer.engine.read(text))

    assert asks(question)
    assert asks(f"{question} {CLAIM.first_made.year}")
    assert not asks(f"{question} 2019")


def test_a_question_about_a_place_that_a_card_does_not_name_does_not_ask_for_it(
    shipped: Answerer,
) -> None:
    claims = finder(shipped)

    def asks(text: str) -> bool:
        return claims.is_asked(shipped.engine.read(text))

    assert asks("berapa TPS yang salah input")
    assert not asks("berapa TPS di Bandung yang salah input")


def test_what_is_found_settles_between_cards_that_are_equally_like() -> None:
    first, second = (
        replace(make_claim(key, "Server Singapura", cited=[file]), questions=())
        for key, file in (("satu", "server.md"), ("dua", "grafik.md"))
    )
    answerer = make_answerer(SERVER, CHART, COST, claims=[first, second])
    query = answerer.engine.read("apakah server ada di Singapura")

    assert finder(answerer).find(query, ["server.md", "biaya.md"]) is first
    assert finder(answerer).find(query, ["biaya.md", "grafik.md"]) is second


def test_articles_alone_do_not_make_a_card_fit() -> None:
    answerer = make_answerer(SERVER, CHART, COST, claims=[CLAIM])

    assert finder(answerer).find(answerer.engine.read("anggaran"), ["server.md"]) is None


def test_without_cards_none_is_found() -> None:
    answerer = make_answerer(SERVER)
    query = answerer.engine.read("server")

    assert finder(answerer).find(query, ["server.md"]) is None
    assert not finder(answerer).is_asked(query)


def test_a_card_answers_its_question_though_no_passage_fits_well() -> None:
    odd = replace(CLAIM, claim="Audit pakar komisioner", questions=("Audit pakar komisioner?",))
    answerer = make_answerer(SERVER, CHART, COST, claims=[odd])

    assert answerer.answer("audit pakar komisioner").claim is odd


def test_the_newest_ruling_that_is_newer_than_all_quotations_is_told() -> None:
    articles = {article.file: article for article in (SERVER, RULING)}

    assert find_later_ruling(CLAIM, [SERVER], articles) is RULING
    assert find_later_ruling(CLAIM, [SERVER, RULING], articles) is None
    assert find_later_ruling(make_claim("k", "x", cited=["putusan.md"]), [SERVER], articles) is None


def test_an_answer_names_the_later_ruling_of_its_claim() -> None:
    answerer = make_answerer(SERVER, CHART, RULING, claims=[CLAIM])
    answer = answerer.answer("Benarkah server Sirekap berada di Singapura?", limit=1)

    assert answer.claim is CLAIM
    assert answer.quotations[0].article is SERVER
    assert answer.later is RULING


def test_a_ruling_that_was_retracted_is_not_told() -> None:
    answerer = make_answerer(SERVER, CHART, retract(RULING), claims=[CLAIM])
    answer = answerer.answer("Benarkah server Sirekap berada di Singapura?", limit=1)

    assert answer.claim is CLAIM
    assert answer.later is None
