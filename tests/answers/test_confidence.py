"""Whether the corpus answers: what speaks for it, and what against."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

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


def test_a_year_counts_by_the_text_the_headline_or_the_day_of_the_article() -> None:
    body = "Pakar siber menyebut server Sirekap berada di Singapura."
    question = "server sirekap singapura 2021"

    def judge_one(title: str, text: str, published: date) -> tuple[bool, bool]:
        answerer = make_answerer(make_article("satu", title, text, published=published), COST)
        return weigh(answerer, question).astray, judge(answerer, question) >= FOUND

    assert judge_one("Letak server", body, date(2024, 3, 1)) == (True, False)
    assert judge_one("Letak server", body, date(2021, 3, 1)) == (False, True)
    assert not judge_one("Letak server pada 2021", body, date(2024, 3, 1))[0]
    assert judge_one("Letak server", f"Pada 2021 itu {body}", date(2024, 3, 1)) == (False, True)
    assert judge_one("Letak server", f"2.021 TPS. {body}", date(2024, 3, 1)) == (True, False)
    assert judge_one("Letak server", f"UU 5/2021. {body}", date(2024, 3, 1)) == (True, False)


def test_one_fact_of_a_year_is_not_told_by_words_that_are_far_apart() -> None:
    between = "Pakar siber meminta laporan tahunan dibuka untuk umum segera. " * 3
    far = f"Tata cara pemilu diatur. {between}Pemenang ditetapkan. {between}Pada 2019 begitu pula."
    answerer = make_answerer(make_article("jauh", "Tata cara", far), SERVER, CHART, COST)
    who = weigh(answerer, "siapa pemenang pemilu 2019")

    assert who.whole
    assert who.together <= 0
    assert not who.astray
    assert NEAR <= judge(answerer, "siapa pemenang pemilu 2019") < FOUND
    assert judge(answerer, "pemenang pemilu 2019") >= FOUND


def test_a_fact_asked_with_a_word_that_no_source_has_is_not_found(shipped: Answerer) -> None:
    assert judge(shipped, "suara prabowo di sirekap TPS naik jadi berapa?") >= FOUND
    assert judge(shipped, "suara prabowo di sirekap TPS Garut naik jadi berapa?") <= UNSURE


def test_how_long_something_takes_is_not_found_without_a_span_of_time() -> None:
    when = make_article("kapan", "Situs mati", "Situs Sirekap mati pada jam sibuk hari itu.")
    lasting = make_article("lama", "Situs mati", "Situs Sirekap mati lima jam sehari itu.")
    question = "berapa jam situs Sirekap mati"

    assert NEAR <= judge(make_answerer(when, CHART, COST), question) <= UNSURE
    assert judge(make_answerer(lasting, CHART, COST), question) >= FOUND


def test_a_rare_thing_is_found_where_it_is_defined() -> None:
    body = "Aplikasi JagaTPS adalah alat pemantau warga."
    mention = body.replace("adalah alat", "bersama alat")

    def judge_one(text: str) -> float:
        others = (make_article(f"lain{n}", "Kabar", f"Sirekap hari {n}.") for n in range(80))
        return judge(make_answerer(make_article("a", "Alat", text), *others), "apa itu JagaTPS")

    assert judge_one(mention) < FOUND <= judge_one(body)


def test_one_of_the_best_passages_may_have_every_word_unless_a_fact_is_asked_for(
    shipped: Answerer,
) -> None:
    assert judge(shipped, "link sirekap") >= FOUND
    assert judge(shipped, "siapa link sirekap") < FOUND


@pytest.mark.parametrize("question", ["tanggapan ITB", "komentar Perludem", "respons ITB"])
def test_whatever_somebody_says_is_a_response(shipped: Answerer, question: str) -> None:
    assert judge(shipped, question) >= FOUND


@pytest.mark.parametrize(
    "question",
    [
        "cara mencoblos yang benar",
        "partai apa saja yang lolos ke senayan",
        "siapa cawapres ganjar",
        "kapan pelantikan presiden",
        "warna aplikasi sirekap apa",
        "cara pindah tps",
    ],
)
def test_a_blank_is_not_filled_by_a_passage_that_has_the_words_of_the_question(
    shipped: Answerer, question: str
) -> None:
    assert weigh(shipped, question).whole
    assert NEAR <= judge(shipped, question) < FOUND


@pytest.mark.parametrize(
    "question", ["siapa saksi anies di mk", "siapa yang menggugat kpu soal alibaba"]
)
def test_who_did_it_is_told_where_the_words_stand_together(
    shipped: Answerer, question: str
) -> None:
    assert judge(shipped, question) >= FOUND


@pytest.mark.parametrize(
    "question",
    [
        "Who audited Sirekap's security?",
        "Who designed the Sirekap logo?",
        "siapa calon gubernur jawa timur",
        "berapa ukuran file apk sirekap",
        "jumlah dpt luar negeri",
    ],
)
def test_of_few_words_that_ask_for_one_fact_each_must_be_told(
    shipped: Answerer, question: str
) -> None:
    assert weigh(shipped, question).partial
    assert judge(shipped, question) < FOUND


@pytest.mark.parametrize(
    "question", ["When was Sirekap launched?", "How many people downloaded Sirekap?"]
)
def test_of_few_words_a_name_must_be_in_the_very_best_passage(
    shipped: Answerer, question: str
) -> None:
    assert weigh(shipped, question).unnamed
    assert judge(shipped, question) < FOUND


def test_a_name_and_something_far_from_it_are_no_answer(shipped: Answerer) -> None:
    assert judge(shipped, "sirekap kuala lumpur") < FOUND
    assert judge(shipped, "sirekap lampung") >= FOUND


def test_an_english_question_must_be_matched_to_be_trusted(shipped: Answerer) -> None:
    assert judge(shipped, "Did Alibaba have a contract with the KPU?") >= FOUND
    assert judge(shipped, "Did ITB sell Sirekap to another country?") < FOUND
    assert judge(shipped, "Did the police arrest the Sirekap hacker?") < FOUND


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
