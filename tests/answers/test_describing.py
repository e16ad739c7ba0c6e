"""What a question asks for and the corpus lacks is named."""

from __future__ import annotations

from bot.answers import Answerer, Status
from bot.articles import Glossary
from tests.answers.made_up import CHART, COST, GLOSSARY, make_answerer, make_article


def test_a_name_that_only_a_headline_has_is_said_to_be_there_only(shipped: Answerer) -> None:
    answer = shipped.answer("siapa Megawati?")

    assert answer.status is not Status.FOUND
    assert answer.understanding.untold == ("megawati",)
    assert answer.understanding.missing == ()


def test_a_word_of_a_passage_is_told() -> None:
    answerer = make_answerer(CHART, COST)

    assert answerer.answer("grafik perolehan suara").understanding.untold == ()


def test_somebody_whose_words_no_source_has_is_named(shipped: Answerer) -> None:
    answer = shipped.answer("apa kata Anies soal hak angket")

    assert answer.status is Status.NEAR
    assert answer.understanding.unheard == ("anies",)
    assert answer.alternatives


def test_somebody_who_is_quoted_is_not_missed(shipped: Answerer) -> None:
    answer = shipped.answer("apa kata Ganjar soal hak angket")

    assert answer.status is Status.FOUND
    assert answer.understanding.unheard == ()


def test_an_office_whose_words_are_asked_for_is_never_unheard() -> None:
    glossary = Glossary({}, GLOSSARY.stop, frozenset({"KPU", "Budi"}), {})
    report = make_article("a", "Kabar", "Grafik KPU dihapus bersama Budi.")
    answerer = make_answerer(report, COST, glossary=glossary)

    assert answerer.answer("apa kata KPU soal grafik").understanding.unheard == ()
    assert answerer.answer("apa kata Budi soal grafik").understanding.unheard == ("budi",)


def test_a_plain_word_that_is_missing_throws_no_doubt_on_an_answer(shipped: Answerer) -> None:
    question = "KPU membantah server Sirekap generasi sekarang ada di Alibaba Singapura"
    answer = shipped.answer(question)

    assert answer.status is Status.FOUND
    assert answer.understanding.missing == ()


def test_a_plain_word_that_is_missing_is_told_where_little_else_is_asked(
    shipped: Answerer,
) -> None:
    assert "gaji" in shipped.answer("berapa gaji programmer sirekap").understanding.missing


def test_the_year_that_the_nearest_passages_are_not_about_is_named(shipped: Answerer) -> None:
    answer = shipped.answer("hasil pilkada jakarta 2017 putaran dua")

    assert answer.status is Status.NEAR
    assert answer.understanding.astray == ("2017",)


def test_the_place_of_an_election_that_no_passage_is_about_is_named(shipped: Answerer) -> None:
    answer = shipped.answer("hasil pilkada surabaya 2020")

    assert answer.status is not Status.FOUND
    assert answer.understanding.astray == ("surabaya",)


def test_a_year_that_the_answer_is_about_is_not_missed(shipped: Answerer) -> None:
    answer = shipped.answer("hasil uji coba sirekap pilkada 2024")

    assert answer.status is Status.FOUND
    assert answer.understanding.astray == ()


def test_the_year_after_which_something_is_asked_is_not_said_to_be_missed(
    shipped: Answerer,
) -> None:
    answer = shipped.answer("kapan sirekap dipakai lagi setelah 2024")

    assert answer.status is Status.NEAR
    assert answer.understanding.astray == ()


def test_the_year_of_what_is_missing_altogether_is_not_named(shipped: Answerer) -> None:
    answer = shipped.answer("siapa juara piala dunia 2022?")

    assert answer.understanding.missing
    assert answer.understanding.astray == ()
