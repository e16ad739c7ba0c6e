"""Reading a question: what is dropped, kept, mended and added before the search."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles import Glossary
from bot.search import Query
from bot.search.phrase_reading import SYNONYM_WEIGHT
from bot.search.stemming import Stemmer
from bot.search.understanding import QueryReader
from tests.search.corpora import glossary_of

WORDS = """
    sirekap kpu server suara grafik diagram tidak bukan hilang menolak laporan lapor polisi
    bareskrim mahkamah konstitusi aplikasi komisi pemilihan umum rumah teman maret 13 17
    2024 persen mendadak hp makam makan pengiriman kerja sekitar kita
"""
FREQUENCIES = dict.fromkeys(WORDS.split(), 20)
TITLES_ONLY = {"rumah"}
GLOSSARY = glossary_of(
    stop=["apa", "apakah", "yang", "itu", "kenapa", "ada apa dengan", "dengan"],
    names=["Sirekap", "Server"],
    expand={
        "pulisi": ("polisi",),
        "mk": ("mahkamah konstitusi",),
        "grafik": ("diagram",),
        "rumah hantu": ("server",),
        "laporan polisi": ("bareskrim",),
        "suara siluman": ("mahkamah konstitusi",),
        "mendadak2": ("mendadak",),
        "ngilang": ("hilang",),
        "peretasan": ("hilang",),
        "pbb": ("konstitusi", "suara kpu"),
    },
    variants={"sirecap": "sirekap"},
)


def read(question: str, glossary: Glossary = GLOSSARY) -> Query:
    return read_of(FREQUENCIES, question, glossary)


def read_of(frequencies: Mapping[str, int], question: str, glossary: Glossary = GLOSSARY) -> Query:
    stemmer = Stemmer(added=(name.lower() for name in glossary.names))
    stems = {stemmer.stem(word) for word in frequencies}
    told = stems - TITLES_ONLY
    return QueryReader(frequencies, stems, told, glossary, stemmer).read(question)


def searched(question: str) -> list[list[str]]:
    """Return the words that are looked for, concept by concept."""
    return [[term.surface for term in concept.terms] for concept in read(question).concepts]


def weights(question: str) -> Mapping[str, float]:
    return {term.surface: term.weight for c in read(question).concepts for term in c.terms}


def test_the_years_and_the_places_of_elections_are_kept() -> None:
    assert read("suara pemilu 17 hilang").years == {2017}
    assert read("hasil pemilu amerika 2024").venues == {"amerika"}
    assert read("suara hilang").years | read("suara hilang").venues == set()


def test_a_word_of_the_glossary_alone_is_read_only_where_the_slip_is_certain() -> None:
    assert read("suara pertasan").corrections == {"pertasan": "peretasan"}
    assert read("suara peretaxan").missing == ("peretaxan",)


def test_a_country_is_no_slip_of_another_word() -> None:
    assert read("suara rumahh").missing == ()
    assert read("suara taiwan").missing == ("taiwan",)


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


def test_words_of_an_english_question_are_mended_only_where_the_slip_is_certain() -> None:
    assert read("was the hilarg server in the").corrections == {}
    assert read("was the seerver in the").corrections == {"seerver": "server"}
    assert read("hilarg seerver").corrections == {"hilarg": "hilang", "seerver": "server"}


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
