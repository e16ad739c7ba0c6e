"""Slips in a question are mended, and what is no slip is left as it is written."""

from __future__ import annotations

import pytest

from bot.search.cues import Kind
from tests.search.few_words import (
    FREQUENCIES,
    read,
    read_of,
    searched,
)


def test_a_word_of_the_glossary_alone_is_read_only_where_the_slip_is_certain() -> None:
    assert read("suara pertasan").corrections == {"pertasan": "peretasan"}
    assert read("suara peretaxan").missing == ("peretaxan",)


def test_a_headlines_misprint_of_a_common_word_is_that_word() -> None:
    words = {**FREQUENCIES, "bawaslu": 60, "bawalu": 1, "kabalu": 1}
    titles = {"bawalu", "kabalu"}

    for slip in ("bawalu", "baswalu"):
        query = read_of(words, f"suara {slip}", titles_only=titles)
        assert query.corrections == {slip: "bawaslu"}
    assert read_of(words, "suara bawalu").corrections == {}
    assert read_of(words, "suara kabalu", titles_only=titles).corrections == {}


def test_a_country_is_no_slip_of_another_word() -> None:
    assert read("suara rumahh").missing == ()
    assert read("suara taiwan").missing == ("taiwan",)


def test_words_of_an_english_question_are_mended_only_where_the_slip_is_certain() -> None:
    assert read("was the hilarg server in the").corrections == {}
    assert read("was the seerver in the").corrections == {"seerver": "server"}
    assert read("hilarg seerver").corrections == {"hilarg": "hilang", "seerver": "server"}


@pytest.mark.parametrize(
    ("slip", "word"), [("sirkeap", "sirekap"), ("servrr", "server"), ("garfik", "grafik")]
)
def test_slips_are_mended_and_the_mending_is_told(slip: str, word: str) -> None:
    query = read(f"apakah {slip}?")

    assert query.corrections == {slip: word}
    assert query.concepts[0].terms[0].surface == word
    assert query.missing == ()


def test_a_mistyped_filler_is_dropped_without_a_word() -> None:
    query = read("apakag server")

    assert [concept.written_or_read for concept in query.concepts] == ["server"]
    assert query.corrections == {}


def test_an_acronym_is_no_slip() -> None:
    assert read("SUARO").missing == ("suaro",)
    assert read("suaro").corrections == {"suaro": "suara"}
    assert read("SERVRR").corrections == {"servrr": "server"}


def test_other_words_that_a_slip_may_stand_for_are_searched_for_and_count_less() -> None:
    [concept] = read("makaj").concepts

    assert {term.surface for term in concept.terms} == {"makam", "makan"}
    assert concept.terms[0].weight == 1 > concept.terms[1].weight > 0
    assert read("makaj").corrections == {"makaj": concept.terms[0].surface}


@pytest.mark.parametrize("word", ["kepolisian", "menyuarakan"])
def test_indonesian_words_are_never_mended(word: str) -> None:
    assert read(word).corrections == {}


@pytest.mark.parametrize("word", ["semut", "sumur", "kursi", "gratis"])
def test_an_indonesian_word_near_a_known_one_is_missing_rather_than_mended(word: str) -> None:
    query = read(f"apakah {word} server")

    assert query.corrections == {}
    assert query.missing == (word,)


def test_a_slip_in_a_word_that_only_the_glossary_has_is_mended_and_expanded() -> None:
    query = read("peretasn")

    assert query.corrections == {"peretasn": "peretasan"}
    assert [term.surface for term in query.concepts[0].terms] == ["hilang"]


@pytest.mark.parametrize("slip", ["pengriman", "pengirmian"])
def test_a_slip_that_affixes_make_a_word_of_the_dictionary_is_mended(slip: str) -> None:
    assert read(slip).corrections == {slip: "pengiriman"}


def test_a_root_of_the_dictionary_that_no_text_has_is_left_as_it_is() -> None:
    assert read("lpaor kado").missing == ("kado",)


def test_a_slip_of_a_word_that_asks_is_no_word_that_is_missed() -> None:
    assert searched("kenaapkah server") == [["server"]]


def test_a_form_that_no_text_has_may_also_be_a_slip_of_a_common_word() -> None:
    assert searched("sekita") == [["sekita", "sekitar"]]
    assert searched("makamnya") == [["makamnya"]]


CHAT = {"baca": 12, "salah": 50, "angka": 50}


def test_a_short_word_lacks_a_vowel_where_others_of_its_message_do() -> None:
    hurried, calm = read_of(CHAT, "slah bca angka"), read_of(CHAT, "salah bca angka")

    assert hurried.corrections == {"slah": "salah", "bca": "baca"}
    assert calm.missing == ("bca",)


def test_an_acronym_is_none_that_lacks_a_vowel() -> None:
    assert read_of(CHAT, "slah BCA angka").missing == ("bca",)


def test_a_name_that_the_corpus_has_is_read_as_it_is_in_a_hurried_message() -> None:
    assert read_of(CHAT | {"bca": 1}, "slah bca angka").corrections == {"slah": "salah"}


def test_a_slip_of_a_word_that_asks_asks_all_the_same() -> None:
    query = read("kenpa grafik hilang")

    assert query.aim is not None
    assert query.aim.kind is Kind.REASON
    assert query.asking == read("kenapa grafik hilang").asking
    assert query.corrections == {}
