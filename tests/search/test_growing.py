"""An index that follows its corpus is the one that would be built from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.articles import Article, Corpus, Glossary
from bot.search import Query, SearchEngine, grow_engine
from bot.search.sources import list_sources
from bot.search.splicing import Splice
from tests.search.corpora import CHART, CORPUS, COUNT, SERVER, article_of, corpus_of, glossary_of

WORDS = "server sirekap suara menyuarakan grafik kpu hasil rekap Bekasi 2024 C.Hasil".split()
GLOSSARY = glossary_of(
    stop=["apa", "siapa itu"], names=["Bekasi"], expand={"grafik": ("diagram", "hasil suara")}
)
QUESTIONS = [
    "apa hasil suara di server sirekap",
    "grafik bekasi 2024",
    "menyuarakan diagram",
    "sevrer kpu",
    "siapa itu rekap",
    "rendang",
]

sentences = st.lists(st.sampled_from(WORDS), max_size=7).map(lambda words: " ".join(words) + ".")
paragraphs = st.lists(sentences, max_size=12).map(" ".join)
bodies = st.lists(paragraphs, max_size=3).map("\n\n".join)
articles = st.builds(
    article_of,
    st.sampled_from("abcdefg"),
    sentences,
    bodies,
    st.lists(sentences, max_size=2),
    retracted=st.sampled_from([False, False, False, True]),
)
states = st.lists(articles, max_size=7, unique_by=lambda article: article.key)
corpora = states.map(
    lambda state: corpus_of(*sorted(state, key=lambda article: article.key), glossary=GLOSSARY)
)


def build(corpus: Corpus) -> SearchEngine:
    return SearchEngine.build(list_sources(corpus), corpus.glossary)


def find(engine: SearchEngine, question: str) -> tuple[Query, list[tuple[str, float, float]]]:
    query = engine.read(question)
    ranking = engine.rank(query)
    keys = [engine.index.passages[position].key for position in ranking.positions]
    return query, list(zip(keys, ranking.scores.tolist(), ranking.alike.tolist(), strict=True))


def assert_equal(grown: SearchEngine, built: SearchEngine) -> None:
    assert grown.index.passages == built.index.passages
    assert grown.words == built.words
    for name in ("passage_counts", "question_counts"):
        assert (
            getattr(grown.index.tables, name).tolist() == getattr(built.index.tables, name).tolist()
        )
    for table in ("texts", "titles", "questions"):
        assert list_words(grown, table) == list_words(built, table)
    assert count_sentences(grown) == count_sentences(built)
    for question in QUESTIONS:
        (query, found), (expected, ranked) = find(grown, question), find(built, question)
        assert query == expected
        assert [key for key, _, _ in found] == [key for key, _, _ in ranked]
        # Sums are made in the order of word numbers, which differ.
        assert np.allclose(np.array([f[1:] for f in found]), [r[1:] for r in ranked], 0, 1e-12)
    for word in WORDS:
        assert (
            grown.index.text.get_scores([word]).tolist()
            == built.index.text.get_scores([word]).tolist()
        )
        assert grown.index.text.idf_of(word) == built.index.text.idf_of(word)


def list_words(engine: SearchEngine, table: str) -> list[list[str]]:
    surfaces = engine.index.vocabulary.surfaces
    return [
        [surfaces[n] for n in row.tolist()] for row in getattr(engine.index.tables, table).rows()
    ]


def count_sentences(engine: SearchEngine) -> list[int]:
    _, counts = np.unique(engine.index.tables.sentences, return_counts=True)
    return sorted(counts.tolist())


@settings(max_examples=50, deadline=None)
@given(st.lists(corpora, min_size=2, max_size=5))
def test_after_any_edits_everything_is_as_if_built_anew(history: list[Corpus]) -> None:
    engine = build(history[0])
    for former, corpus in pairwise(history):
        engine = grow_engine(engine, former, corpus)
        assert_equal(engine, build(corpus))


@settings(max_examples=30, deadline=None)
@given(corpora, st.data())
def test_single_edits_one_after_another_add_up(corpus: Corpus, data: st.DataObject) -> None:
    engine = build(corpus)
    for _ in range(5):
        edit = data.draw(articles)
        rest = [article for article in corpus.articles if article.key != edit.key]
        state = rest if data.draw(st.booleans()) else [*rest, edit]
        edited = replace(corpus, articles=tuple(sorted(state, key=lambda article: article.key)))
        engine, corpus = grow_engine(engine, corpus, edited), edited
    assert_equal(engine, build(corpus))


@given(st.permutations([SERVER, CHART, COUNT]))
def test_articles_in_another_order_are_found_in_that_order(moved: list[Article]) -> None:
    corpus = corpus_of(*moved, glossary=CORPUS.glossary)

    assert_equal(grow_engine(build(CORPUS), CORPUS, corpus), build(corpus))


def test_an_article_that_is_dated_anew_is_of_another_year() -> None:
    citation = replace(SERVER.citation, published=date(2020, 12, 9))
    corpus = replace(CORPUS, articles=(replace(SERVER, citation=citation), CHART, COUNT))

    assert_equal(grow_engine(build(CORPUS), CORPUS, corpus), build(corpus))


def test_the_former_search_is_left_as_it_was() -> None:
    former = build(CORPUS)
    before = [find(former, question) for question in QUESTIONS]
    added = article_of("baru", "Rendang", "Rendang dimasak lama sekali. Zzyx sirekap.")
    grown = grow_engine(former, CORPUS, replace(CORPUS, articles=(*CORPUS.articles, added)))

    assert find(grown, "rendang")[1][0][0] == "baru.1"
    assert [find(former, question) for question in QUESTIONS] == before
    assert former.read("zzyx").missing == ("zzyx",)


def test_words_that_only_a_removed_article_had_are_unknown_again() -> None:
    smaller = replace(CORPUS, articles=(SERVER, COUNT))
    grown = grow_engine(build(CORPUS), CORPUS, smaller)

    assert grown.read("diagram").missing == ("diagram",)
    assert grown.read("grafikk").corrections == {}


@pytest.mark.parametrize(
    "glossary", [glossary_of(names=["Penghitungan"]), glossary_of(stop=["server"]), glossary_of()]
)
def test_another_glossary_is_taken_up(glossary: Glossary) -> None:
    changed = replace(CORPUS, articles=(SERVER, COUNT), glossary=glossary)
    grown, built = grow_engine(build(CORPUS), CORPUS, changed), build(changed)

    assert_equal(grown, built)
    for word in ("penghitungan", "servernya", "sirekapnya"):
        assert grown.stem(word) == built.stem(word)


def test_nothing_is_done_when_nothing_changed_that_is_searched() -> None:
    engine = build(CORPUS)

    assert grow_engine(engine, CORPUS, replace(CORPUS, revision="dua")) is engine


@given(st.lists(st.integers(0, 12), unique=True), st.lists(st.integers(0, 12), unique=True))
def test_a_splice_makes_the_new_list_of_the_former_one(one: list[int], other: list[int]) -> None:
    splice, fresh = Splice.find(one, other, int, int.__eq__)
    former, current = np.array(one, np.int64), np.array(other, np.int64)
    renumbered = splice.renumber()

    assert splice.size == len(other)
    assert splice.join(former, np.array(fresh, np.int64)).tolist() == other
    assert splice.join_items(tuple(one), tuple(fresh)) == tuple(other)
    assert current[renumbered[renumbered >= 0]].tolist() == former[renumbered >= 0].tolist()
    assert current[splice.find_fresh()].tolist() == fresh
    assert splice.take_gone(former).tolist() == former[renumbered < 0].tolist()
