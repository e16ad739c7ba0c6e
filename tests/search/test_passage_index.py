"""The index of a corpus: what brings a passage, and in which order."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bot.articles import Corpus
from bot.search import SearchEngine
from bot.search.sources import list_sources
from tests.search.corpora import CHART, CORPUS, COUNT, SERVER, article_of, corpus_of


def open_search(corpus: Corpus) -> SearchEngine:
    return SearchEngine.build(list_sources(corpus), corpus.glossary)


def find(question: str, corpus: Corpus = CORPUS) -> list[str]:
    """Return the articles of the passages that `question` finds, best first."""
    engine = open_search(corpus)
    positions = engine.rank(engine.read(question)).positions
    return [engine.index.passages[position].article for position in positions]


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("server di Singapura", "server"),
        ("komputer dipertanyakan", "server"),
        ("data disimpan di luar negeri", "server"),
        ("menampilkan grafik", "grafik"),
        ("diagram", "grafik"),
        ("rekapitulasinya manual", "hitung"),
    ],
)
def test_text_title_and_questions_bring_a_passage_whatever_the_form_of_the_word(
    question: str, article: str
) -> None:
    assert find(question)[0] == article


def test_a_word_at_the_head_of_a_passage_weighs_more_than_one_at_its_end() -> None:
    early = article_of("awal", "Berita", "Bareskrim menolak laporan warga tentang aplikasi itu.")
    late = article_of("akhir", "Berita", "Laporan warga tentang aplikasi itu ditolak Bareskrim.")

    assert find("bareskrim", corpus_of(late, early)) == ["awal", "akhir"]


def test_words_in_one_sentence_weigh_more_than_words_far_apart() -> None:
    filling = "Petugas bekerja sampai malam di kantor kecamatan bersama para saksi. "
    apart = f"{filling}Audit forensik diminta. {filling * 2}Sistem berjalan baik."
    together = f"{filling}Audit forensik sistem diminta. {filling * 2}Semua berjalan baik."
    corpus = corpus_of(
        article_of("jauh", "Berita", apart), article_of("dekat", "Berita", together), CHART
    )

    assert find("audit forensik sistem", corpus) == ["dekat", "jauh"]


def test_scores_fall_and_every_passage_is_there_once() -> None:
    engine = open_search(CORPUS)
    ranking = engine.rank(engine.read("perolehan suara pemilu di server resmi"))

    assert all(better >= worse for better, worse in pairwise(ranking.scores.tolist()))
    assert sorted(ranking.positions.tolist()) == [0, 1, 2]


def test_equal_passages_are_in_the_order_of_the_corpus() -> None:
    twins = [article_of(key, "Berita", COUNT.body) for key in ("satu", "dua", "tiga")]

    assert find("rekapitulasi manual", corpus_of(*twins)) == ["satu", "dua", "tiga"]


def test_a_retracted_article_is_never_found() -> None:
    wrong = article_of("salah", "Server Singapura", SERVER.body, SERVER.questions, retracted=True)

    assert find("server singapura", corpus_of(wrong, SERVER)) == ["server"]
    assert find("server singapura", corpus_of(wrong)) == []


def test_a_corpus_of_one_article_is_searched() -> None:
    assert find("grafik suara", corpus_of(CHART)) == ["grafik"]
    assert find("rendang", corpus_of(CHART)) == []


@pytest.mark.parametrize("question", ["", " ", "?!", "😀", "rendang ayam goreng"])
def test_a_question_without_a_known_word_finds_nothing(question: str) -> None:
    assert find(question) == []


def test_an_article_without_text_has_no_passage_and_moves_no_other() -> None:
    empty = article_of("kosong", "Grafik", "", ["Ke mana grafik?"])

    assert find("grafik", corpus_of(empty, CHART)) == ["grafik"]
    assert find("grafik", corpus_of(empty)) == []


def test_passages_are_those_of_the_articles_in_order() -> None:
    passages = open_search(CORPUS).index.passages

    assert [passage.key for passage in passages] == ["server.1", "grafik.1", "hitung.1"]
    assert [passage.text for passage in passages] == [SERVER.body, CHART.body, COUNT.body]
