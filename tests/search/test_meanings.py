"""What the glossary says of a word is searched for beside it, and weighed with it."""

from __future__ import annotations

import pytest

from bot.search import SearchEngine
from bot.search.query import Concept
from bot.search.sources import list_sources
from tests.search.corpora import article_of, corpus_of, glossary_of

_OFTEN = 12
"""A word of so many occurrences is the articles' own."""


def build(*texts: str, **expand: str) -> SearchEngine:
    articles = [article_of(f"a{number}", "Berita", text) for number, text in enumerate(texts)]
    meanings = {said.replace("_", " "): tuple(meant.split(", ")) for said, meant in expand.items()}
    return SearchEngine.build(list_sources(corpus_of(*articles)), glossary_of(expand=meanings))


def read_one(engine: SearchEngine, word: str) -> Concept:
    return next(concept for concept in engine.read(word).concepts if not concept.implied)


def test_a_meaning_of_several_words_is_found_by_the_rarest_of_them() -> None:
    engine = build(
        "Suara sah, suara tidak sah, suara masuk.",
        "Pemungutan suara sudah selesai.",
        nyoblos="pemungutan suara",
    )

    concept = read_one(engine, "nyoblos")
    assert [term.surface for term in concept.terms] == ["pemungutan"]


def test_a_rare_word_of_another_language_is_read_as_what_it_means() -> None:
    engine = build("Chairman CISSREC bernama Pratama.", "Ketua KPU meminta maaf.", chairman="ketua")

    concept = read_one(engine, "chairman")
    assert [(term.surface, term.weight) for term in concept.terms] == [
        ("chairman", 1.0),
        ("ketua", 1.0),
    ]


@pytest.mark.parametrize("word", ["cloud", "keliru"])
def test_a_word_that_articles_use_themselves_counts_more_than_its_synonym(word: str) -> None:
    engine = build(f"{word} " * _OFTEN, "Awan di atas Jakarta.", cloud="awan", keliru="awan")

    concept = read_one(engine, word)
    assert [(term.surface, term.weight) for term in concept.terms] == [(word, 1.0), ("awan", 0.5)]


def test_a_common_synonym_takes_half_of_what_a_rare_word_tells() -> None:
    engine = build("Suara keliru.", "Suara salah.", "Suara salah lagi.", "Kabar.", keliru="salah")
    index = engine.index

    rare, common = index.text.idf_of("keliru"), index.text.idf_of("salah")
    assert rare > common
    assert index.weigh(read_one(engine, "keliru")) == pytest.approx((rare + common) / 2)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("what did KPU say about it", False),
        ("what did KPU say about its IT", True),
        ("it kpu diaudit", True),
    ],
)
def test_the_english_pronoun_is_not_information_technology(question: str, *, named: bool) -> None:
    engine = build("Sistem IT KPU diaudit. Teknologi KPU.", it="teknologi")

    assert ("it" in [concept.written for concept in engine.read(question).concepts]) is named


def test_a_phrase_that_means_one_of_its_own_words_is_that_word() -> None:
    engine = build("Dipakai pertama kali pada 2020.", "Dua kali rapat.", pertama_kali="pertama")

    concepts = engine.read("pertama kali").concepts
    assert [[term.surface for term in concept.terms] for concept in concepts] == [["pertama"]]


def test_a_foreign_word_keeps_its_meaning_with_a_possessive() -> None:
    engine = build("Tautan dibagikan.", "Masalah besar.", "Masa tenang.", link="tautan")

    assert [term.surface for term in read_one(engine, "linknya").terms] == ["tautan"]


def test_a_word_that_ends_like_a_clitic_keeps_its_own_meaning() -> None:
    engine = build("Masalah besar.", "Masa tenang.", masa="tenang")

    assert [term.surface for term in read_one(engine, "masalah").terms] == ["masalah"]
