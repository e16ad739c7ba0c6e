"""Whether the corpus answers: what speaks for it, and what against."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Answerer
from bot.answers.confidence import FOUND, NEAR, UNSURE, Evidence, confidence, weigh_evidence
from tests.answers.made_up import CHART, COST, SERVER, make_answerer, make_article
from tests.answers.shipped import open_shipped


def judge(answerer: Answerer, question: str) -> float:
    query = answerer.engine.read(question)
    return confidence(query, answerer.engine.rank(query), answerer.engine)


def weigh(answerer: Answerer, question: str) -> Evidence:
    query = answerer.engine.read(question)
    return weigh_evidence(query, answerer.engine.rank(query), answerer.engine)


def test_nothing_found_is_no_answer() -> None:
    answerer = make_answerer(SERVER, CHART)

    assert judge(answerer, "rendang") == judge(answerer, "") == 0


@pytest.mark.parametrize("question", ["apa itu Sirekap?", "apa itu KPU?", "sirekap"])
def test_a_passage_with_all_of_a_general_question_answers_it(
    shipped: Answerer, question: str
) -> None:
    assert judge(shipped, question) >= FOUND


@pytest.mark.parametrize(
    ("sure", "unsure"),
    [
        ("server sirekap di singapura", "server sirekap di kolombia"),
        ("kenapa grafik sirekap dihapus", "kenapa lagu sirekap dihapus"),
        ("apa kata Hasto soal audit forensik", "apa kata Zulfikri soal audit forensik"),
        ("putusan MK tentang Sirekap", "putusan MK tentang rendang"),
    ],
)
def test_a_word_that_no_source_has_makes_an_answer_less_likely(
    shipped: Answerer, sure: str, unsure: str
) -> None:
    assert judge(shipped, unsure) < min(judge(shipped, sure), FOUND)


def test_an_unknown_indonesian_word_and_an_unknown_name_are_told_apart(shipped: Answerer) -> None:
    name = weigh(shipped, "server zulfikri")
    word = weigh(shipped, "server rendang")

    assert (name.unknown_names, name.unknown_words) == (0.5, 0)
    assert (word.unknown_names, word.unknown_words) == (0, 0.5)


def test_in_an_english_question_only_capitals_make_a_name(shipped: Answerer) -> None:
    question = "what did the {} say about the server"

    assert weigh(shipped, question.format("sourdough")).unknown_names == 0
    assert weigh(shipped, question.format("Sourdough")).unknown_names > 0
    assert weigh(shipped, question.format("court")).english


def test_a_question_that_rests_on_one_mended_word_is_never_sure(shipped: Answerer) -> None:
    assert judge(shipped, "siapa Gibran?") >= FOUND
    assert NEAR <= judge(shipped, "siapa Gibron?") <= UNSURE < FOUND


def test_a_slip_among_other_words_does_no_harm(shipped: Answerer) -> None:
    assert judge(shipped, "kenapa garfik perolehan suara sirekap dihilangkan kpu") >= FOUND


def test_a_question_that_an_article_lists_is_found(shipped: Answerer) -> None:
    question = "boleh ga pake tipex di formulir C hasil?"

    assert any(question in article.questions for article in shipped.corpus.articles)
    assert judge(shipped, question) >= FOUND


def test_the_words_of_somebody_who_is_silent_are_never_found(shipped: Answerer) -> None:
    assert NEAR <= judge(shipped, "apa kata Anies soal hak angket") <= UNSURE
    assert judge(shipped, "apa kata Ganjar soal hak angket") >= FOUND
    assert judge(shipped, "Anies hak angket") >= FOUND
    assert not weigh(shipped, "apa kata KPU soal hak angket").silent


def test_the_lead_over_another_article_counts() -> None:
    rival = make_article("lain", "Letak server lain", "Server Sirekap lain berada di Singapura.")
    question = "server sirekap singapura"

    alone, rivalled = (
        weigh(make_answerer(*articles), question)
        for articles in ((SERVER, COST), (SERVER, COST, rival))
    )
    assert alone.ahead > rivalled.ahead >= 0


def test_a_second_passage_of_the_same_article_is_no_rival() -> None:
    passage = "Server Sirekap berada di Singapura. " * 12
    twice = replace(SERVER, body=f"{passage.strip()}\n\n{passage.strip()}")

    assert weigh(make_answerer(twice, COST), "server sirekap singapura").ahead > 0.5


@given(st.lists(st.sampled_from("siapa server zulfikri rendang putusan mk 17 gibron".split())))
def test_confidence_is_a_share(words: list[str]) -> None:
    assert 0 <= judge(open_shipped(), " ".join(words)) <= 1
