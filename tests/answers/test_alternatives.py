"""A question that may mean many things, or none exactly, comes with a choice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.answers import Answerer, Status
from bot.evaluation import GOLDEN_FOLDER, read_golden_set
from tests.answers.made_up import CHART, COST, DAY, make_answerer, make_article

DEEDS = {
    "Medan": "menyewa generator",
    "Palembang": "mengganti kabel",
    "Makassar": "memanggil teknisi",
    "Denpasar": "menunda rapat",
    "Manado": "menyalin berkas",
}
REPORTS = tuple(
    make_article(
        place.lower(),
        f"Kabar {place}",
        f"Petugas {place} {deed} untuk server cadangan.",
        questions=[f"Mengapa {place} {deed} server cadangan?"],
        published=DAY + timedelta(days=10 * number),
    )
    for number, (place, deed) in enumerate(DEEDS.items())
)
ANSWERER = make_answerer(*REPORTS, CHART, COST)


def list_questions(answerer: Answerer) -> set[str]:
    return {q for article in answerer.corpus.articles for q in article.questions}


def test_a_question_that_several_articles_hold_whole_comes_with_a_choice() -> None:
    answer = ANSWERER.answer("server cadangan")

    assert answer.status is Status.FOUND
    assert len(answer.alternatives) == 4
    assert set(answer.alternatives) <= list_questions(ANSWERER)


@pytest.mark.parametrize(
    "question",
    [
        "Medan menyewa server cadangan",
        "Mengapa Medan menyewa generator server cadangan?",
        "anggaran aplikasi rekapitulasi",
        "siapa server cadangan",
        "kapan server cadangan",
    ],
)
def test_a_question_for_one_thing_does_not(question: str) -> None:
    assert ANSWERER.answer(question).alternatives == ()


def test_what_is_defined_needs_no_choice() -> None:
    defined = make_article("cadangan", "Istilah teknis", "Server cadangan adalah server kedua.")
    answerer = make_answerer(*REPORTS, defined)

    assert answerer.answer("apa itu server cadangan?").alternatives == ()
    assert answerer.answer("server cadangan").alternatives != ()


def test_reports_of_one_subject_are_offered_once() -> None:
    same = [replace(article, questions=REPORTS[0].questions) for article in REPORTS]

    assert make_answerer(*same, CHART, COST).answer("server cadangan").alternatives == ()


def test_a_third_of_one_topic_waits_for_other_topics() -> None:
    topics = ("utama", "utama", "utama", "lain", "lain")
    sorted_in = [
        replace(article, topics=(topic,)) for article, topic in zip(REPORTS, topics, strict=True)
    ]
    offered = make_answerer(*sorted_in, CHART, COST).answer("server cadangan").alternatives

    assert [place for place in DEEDS if any(place in question for question in offered)] == [
        *("Medan", "Palembang", "Denpasar", "Manado")
    ]


def test_an_article_without_questions_is_offered_by_its_headline() -> None:
    bare = [replace(article, questions=()) for article in REPORTS]
    offered = make_answerer(*bare, CHART, COST).answer("server cadangan").alternatives

    assert set(offered) <= {article.citation.title for article in REPORTS}


def test_a_choice_stands_with_the_first_page_only() -> None:
    assert ANSWERER.answer("server cadangan", offset=3).alternatives == ()


@pytest.mark.parametrize("question", ["putusan MK", "server", "hak angket", "apa kata bawaslu?"])
def test_broad_questions_about_sirekap_come_with_a_choice(shipped: Answerer, question: str) -> None:
    answer = shipped.answer(question)

    assert answer.status is Status.FOUND
    assert 2 <= len(answer.alternatives) <= 4


@pytest.mark.parametrize("question", ["grafik", "singapura"])
def test_a_near_miss_comes_with_what_may_be_meant(shipped: Answerer, question: str) -> None:
    answer = shipped.answer(question)

    assert answer.status is Status.NEAR
    assert answer.alternatives


@pytest.mark.parametrize("question", ["resep rendang", "halo", ""])
def test_what_finds_nothing_offers_no_choice(shipped: Answerer, question: str) -> None:
    assert shipped.answer(question).alternatives == ()


@pytest.mark.parametrize("question", ["putusan MK", "server", "grafik", "laporan polisi"])
def test_what_is_picked_is_answered_by_its_own_article(shipped: Answerer, question: str) -> None:
    for picked in shipped.answer(question).alternatives:
        own = {article.file for article in shipped.corpus.articles if picked in article.questions}
        answer = shipped.answer(picked)
        shown = [a.file for quoted in answer.quotations for a in (quoted.article, *quoted.also)]

        assert answer.status is Status.FOUND
        assert own & set(shown)


def test_people_who_ask_plainly_are_not_bothered(shipped: Answerer) -> None:
    asked = read_golden_set(GOLDEN_FOLDER, shipped.corpus).answerable
    answers = [shipped.answer(question.text, previous=question.previous) for question in asked]
    bothered = sum(a.status is Status.FOUND and bool(a.alternatives) for a in answers)

    assert bothered / len(asked) < 0.05
