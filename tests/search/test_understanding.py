"""Reading a question: what is dropped, kept and added before the search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.phrase_reading import SYNONYM_WEIGHT
from tests.search.corpora import glossary_of
from tests.search.few_words import (
    FREQUENCIES,
    read,
    read_of,
    searched,
    weights,
)


def test_the_years_and_the_places_of_elections_are_kept() -> None:
    assert read("suara pemilu 17 hilang").years == {2017}
    assert read("hasil pemilu amerika 2024").venues == {"amerika"}
    assert read("suara hilang").years | read("suara hilang").venues == set()


def test_fillers_are_dropped_and_words_kept_in_order() -> None:
    assert searched("Apakah suara yang hilang itu?") == [["suara"], ["hilang"]]


def test_a_phrase_of_fillers_is_dropped_as_a_whole() -> None:
    assert searched("ada apa dengan server?") == [["server"]]


@pytest.mark.parametrize("word", ["tidak", "bukan"])
def test_negations_are_kept(word: str) -> None:
    assert [word] in searched(f"apakah server {word} hilang")


def test_a_question_of_nothing_but_fillers_finds_what_it_can() -> None:
    assert searched("apa itu?") == []
    assert searched("") == searched("?! 😀") == []


@pytest.mark.parametrize("question", ["apakah server?", "apanya server", "kenapakah server"])
def test_fillers_with_a_clitic_are_fillers(question: str) -> None:
    assert searched(question) == [["server"]]


@pytest.mark.parametrize(
    ("word", "stem"), [("suaranya", "suara"), ("ditolak", "tolak"), ("Laporannya", "lapor")]
)
def test_a_form_that_no_article_has_is_known_by_its_stem(word: str, stem: str) -> None:
    [concept] = read(word).concepts

    assert [term.stem for term in concept.terms] == [stem]
    assert read(word).corrections == {}


def test_a_synonym_stands_beside_the_word_and_weighs_less() -> None:
    assert searched("grafik") == [["grafik", "diagram"]]
    assert weights("grafik") == {"grafik": 1, "diagram": SYNONYM_WEIGHT}


def test_a_word_that_no_article_has_is_read_as_its_meaning_at_full_weight() -> None:
    assert weights("pulisi") == {"polisi": 1}
    assert weights("mk") == {"mahkamah": 1}


def test_of_a_longer_meaning_the_rarest_word_is_looked_for_beside_single_words() -> None:
    frequencies = FREQUENCIES | {"suara": 900}
    [concept] = read_of(frequencies, "pbb").concepts

    assert [term.surface for term in concept.terms] == ["konstitusi", "kpu"]


def test_the_longest_phrase_of_the_glossary_is_read_first() -> None:
    assert searched("rumah hantu") == [["server"], ["rumah"]]
    assert searched("rumah") == [["rumah"]]


def test_a_phrase_that_no_passage_has_is_read_as_its_meaning_and_its_words_are_not_missed() -> None:
    query = read("rumah hantu")

    assert [concept.implied for concept in query.concepts] == [False, True]
    assert query.missing == ()
    assert weights("rumah hantu") == {"server": 1, "rumah": 1}


def test_one_word_that_means_a_phrase_stands_for_each_of_its_words() -> None:
    assert searched("laporan polisi") == [["laporan", "bareskrim"], ["polisi", "bareskrim"]]


def test_a_longer_meaning_of_a_phrase_is_searched_for_but_not_missed() -> None:
    query = read("suara siluman")

    assert [[t.surface for t in concept.terms] for concept in query.concepts] == [
        ["mahkamah"],
        ["suara"],
    ]
    assert query.concepts[1].implied


def test_all_words_of_a_known_phrase_keep_their_own_weight() -> None:
    glossary = glossary_of(expand={"suara hilang": ("laporan polisi",), "hasil": ("suara",)})
    query = read("suara hilang", glossary)

    assert [(concept.written, concept.implied) for concept in query.concepts] == [
        *(("suara", False), ("hilang", False), ("suara hilang", True))
    ]
    assert {term.weight for term in query.concepts[2].terms} == {SYNONYM_WEIGHT}


@pytest.mark.parametrize("name", ["sirecap", "SIRECAP", "𝐒𝐢𝐫𝐞𝐜𝐚𝐩", "sirekap"])
def test_other_spellings_of_a_name_are_read_as_the_name(name: str) -> None:
    assert searched(name) == [["sirekap"]]
    assert read(name).corrections == {}


def test_spoken_verbs_are_read_as_the_words_that_they_stand_for() -> None:
    assert searched("ngelaporin") == [["lapor"]]


def test_words_that_no_article_has_are_named() -> None:
    query = read("resep rendang server")

    assert query.missing == ("resep", "rendang")
    assert [concept.written_or_read for concept in query.concepts] == ["resep", "rendang", "server"]


def test_a_repeated_word_is_asked_for_once() -> None:
    assert searched("server server servernya") == [["server"]]


@pytest.mark.parametrize(
    ("written", "word"), [("teman2", "teman"), ("suara2nya", "suara"), ("server2", "server")]
)
def test_a_word_doubled_by_a_figure_is_read_as_the_word(written: str, word: str) -> None:
    assert searched(written) == [[word]]


def test_a_doubled_word_that_the_glossary_lists_is_read_as_listed() -> None:
    assert searched("mendadak2") == [["mendadak"]]
    assert read("mendadak2").concepts[0].written == "mendadak2"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("tujuh belas persen", [["17"], ["persen"]]),
        ("13/3/2024", [["13"], ["maret"], ["2024"]]),
        ("13-03-24", [["13"], ["maret"], ["2024"]]),
        ("13 Maret", [["13"], ["maret"]]),
    ],
)
def test_numerals_and_dates_are_read_as_articles_write_them(
    written: str, words: list[list[str]]
) -> None:
    assert searched(written) == words


def test_an_address_is_read_by_the_words_of_its_headline() -> None:
    address = "https://contoh.id/2024/03/server-kpu-hilang-123.html"

    assert searched(f"benar {address}?")[-3:] == [["server"], ["kpu"], ["hilang"]]
    assert read("https://contoh.id/?p=5").concepts == ()


def test_words_that_ask_are_kept_as_such() -> None:
    assert read("Kenapa server hilang, apa itu?").asking == ("kenapa", "apa", "itu")


@given(st.lists(st.sampled_from([*FREQUENCIES, "apa", "mk", "sirecap", "xyzzy", "!", "\n"])))
def test_no_question_looks_for_a_word_of_no_article(words: list[str]) -> None:
    query = read(" ".join(words))

    assert {t.surface for concept in query.concepts for t in concept.terms} <= FREQUENCIES.keys()
    assert all(0 < t.weight <= 1 for concept in query.concepts for t in concept.terms)
    assert set(query.missing) <= {"xyzzy"}


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    query = read(text)

    assert query.text == text
    assert all(word in FREQUENCIES for word in query.corrections.values())
