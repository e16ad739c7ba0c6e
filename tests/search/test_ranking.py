"""Which passages come first, and why."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search import Ranking, SearchEngine, Weights
from bot.search.sources import list_sources
from tests.search.corpora import CHART, CORPUS, COUNT, SERVER, article_of, corpus_of, glossary_of

FILLERS = ["apa", "benarkah", "di", "yang", "itu"]
PADDING = "Rapat berlangsung lancar hingga sore dan dihadiri banyak tamu undangan dari daerah. " * 3


def build(**texts: str) -> SearchEngine:
    articles = [article_of(key, f"Berita {key}", text) for key, text in texts.items()]
    return SearchEngine.build(list_sources(corpus_of(*articles)), glossary_of(stop=FILLERS))


def rank_keys(engine: SearchEngine, question: str) -> list[str]:
    ranking = engine.rank(engine.read(question))
    keys = [engine.index.passages[position].article for position in ranking.positions]
    return list(dict.fromkeys(keys))


ENGINE = SearchEngine.build(list_sources(CORPUS), glossary_of(stop=FILLERS))


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("server Singapura", SERVER.key),
        ("grafik hilang", CHART.key),
        ("rekapitulasi manual", COUNT.key),
        ("letak komputer", SERVER.key),
        ("benarkah data pemilu disimpan di luar negeri", SERVER.key),
        ("srever singapura", SERVER.key),
    ],
)
def test_what_holds_the_words_comes_first(question: str, first: str) -> None:
    assert rank_keys(ENGINE, question)[0] == first


def test_only_passages_with_a_word_of_the_question_are_ranked() -> None:
    assert rank_keys(ENGINE, "singapura") == [SERVER.key]
    assert rank_keys(ENGINE, "rendang") == []


@pytest.mark.parametrize("question", ["", "apa itu", "benarkah di"])
def test_words_that_ask_find_nothing_by_themselves(question: str) -> None:
    engine = SearchEngine.build(list_sources(CORPUS), glossary_of(stop=FILLERS))

    assert rank_keys(engine, question) == []


def test_all_words_in_one_passage_outdo_one_word_many_times() -> None:
    engine = build(
        both="Saksi menolak hasil rekapitulasi.",
        many="Saksi hadir. Saksi pulang. Saksi datang. Saksi pergi. Saksi duduk.",
    )

    assert rank_keys(engine, "saksi rekapitulasi")[0] == "both"


def test_words_in_one_sentence_outdo_words_far_apart() -> None:
    engine = build(
        apart=f"Saksi datang pagi hari. {PADDING} Formulir dibuka.",
        near=f"Saksi membuka formulir. {PADDING} Rapat selesai.",
    )

    assert rank_keys(engine, "saksi formulir")[0] == "near"


def test_words_early_in_a_passage_outdo_the_same_words_late() -> None:
    engine = build(late=f"{PADDING} Saksi menolak.", early=f"Saksi menolak. {PADDING}")

    assert rank_keys(engine, "saksi menolak")[0] == "early"


def test_ties_are_settled_by_position() -> None:
    engine = build(satu="Saksi menolak.", dua="Saksi menolak.")

    assert rank_keys(engine, "saksi menolak") == ["satu", "dua"]


def test_a_question_that_an_article_lists_brings_it_though_its_text_lacks_the_words() -> None:
    listed = article_of("a", "Kabar", "Saksi menolak.", ["Siapa pemilik gedung itu?"])
    engine = SearchEngine.build(list_sources(corpus_of(CHART, listed)), glossary_of(stop=FILLERS))
    query = engine.read("siapa pemilik gedung")

    assert rank_keys(engine, query.text) == ["a"]
    assert len(engine.rank(query, Weights(questions=0)).positions) == 0


questions = st.lists(
    st.sampled_from("server sirekap grafik suara hasil manual apa rendang laman resmi".split()),
    max_size=8,
).map(" ".join)


@given(questions)
def test_a_ranking_is_in_order_and_of_one_shape(question: str) -> None:
    query = ENGINE.read(question)
    ranking: Ranking = ENGINE.rank(query)
    count = len(ranking.positions)
    asked = [c for c in query.concepts if c.terms and not c.implied]

    assert len(set(ranking.positions.tolist())) == count
    assert np.all(np.diff(ranking.scores) <= 0)
    assert ranking.scores.shape == ranking.alike.shape == (count,)
    assert ranking.present.shape == (count, len(ranking.idf)) == (count, len(asked))
    assert np.all((ranking.present >= 0) & (ranking.present <= 1))
    assert np.all((ranking.alike >= 0) & (ranking.alike <= 1))
    assert np.all(ranking.present.max(axis=1, initial=0.0) > 0) or not asked


def test_an_empty_index_ranks_nothing() -> None:
    engine = SearchEngine.build([], glossary_of())

    assert rank_keys(engine, "server") == []
