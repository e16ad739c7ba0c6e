"""The corpus in the cache: it saves time, and never decides what the corpus is."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles import Article, Claim, Corpus, Glossary, Problem, Taxonomy, load_corpus
from bot.articles.snapshots import open_corpus, pack_corpus, unpack_corpus

SHIPPED = Path(__file__).parents[2] / "corpus"
TODAY = date(2026, 11, 26)
DATED = """---
title: "Sirekap Dipakai Lagi"
outlet: Harian Contoh
url: https://contoh.id/{day}
published: {day}
kind: berita
perspectives: [kpu]
topics: [evaluasi]
---
KPU menyatakan Sirekap dipakai lagi.
"""


def make_corpus(folder: Path, *days: str) -> Path:
    """Write a corpus with an article of each day."""
    (folder / "articles").mkdir(parents=True)
    for day in days:
        (folder / "articles" / f"{day}-contoh.md").write_text(DATED.format(day=day))
    return folder


def only_file(folder: Path) -> Path:
    [path] = folder.iterdir()
    return path


def test_what_comes_from_the_cache_is_what_was_read(tmp_path: Path) -> None:
    read = open_corpus(SHIPPED, tmp_path, today=TODAY)
    assert only_file(tmp_path).is_file()
    assert open_corpus(SHIPPED, tmp_path, today=TODAY) == read == load_corpus(SHIPPED, today=TODAY)


def test_an_edited_file_is_read_again(tmp_path: Path) -> None:
    folder = make_corpus(tmp_path / "corpus", "2024-02-14")
    open_corpus(folder, tmp_path / "cache", today=TODAY)
    file = folder / "articles" / "2024-02-14-contoh.md"
    file.write_text(file.read_text().replace("dipakai lagi.", "tidak dipakai lagi."))
    assert "tidak" in open_corpus(folder, tmp_path / "cache", today=TODAY).articles[0].body


def test_an_article_of_tomorrow_is_served_tomorrow(tmp_path: Path) -> None:
    folder = make_corpus(tmp_path / "corpus", "2024-02-14", "2024-02-16")
    cache = tmp_path / "cache"
    assert len(open_corpus(folder, cache, today=date(2024, 2, 15)).articles) == 1
    assert len(open_corpus(folder, cache, today=date(2024, 2, 16)).articles) == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data[:0],
        lambda data: data.replace(b"Sirekap", b"Sirecap"),
    ],
    ids=["cut short", "empty", "changed"],
)
def test_a_damaged_cache_is_read_anew_and_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: object
) -> None:
    assert callable(damage)
    folder = make_corpus(tmp_path / "corpus", "2024-02-14")
    read = open_corpus(folder, tmp_path / "cache", today=TODAY)
    path = only_file(tmp_path / "cache")
    path.write_bytes(damage(path.read_bytes()))
    with caplog.at_level(logging.WARNING):
        assert open_corpus(folder, tmp_path / "cache", today=TODAY) == read
    assert "Tembolok rusak" in caplog.text


def test_a_cache_folder_that_cannot_be_made_still_serves(tmp_path: Path) -> None:
    folder = make_corpus(tmp_path / "corpus", "2024-02-14")
    (tmp_path / "file").write_text("")
    assert open_corpus(folder, tmp_path / "file" / "cache", today=TODAY).articles


@given(
    corpus=st.builds(
        Corpus,
        articles=st.lists(st.from_type(Article), max_size=3).map(tuple),
        claims=st.lists(st.from_type(Claim), max_size=3).map(tuple),
        taxonomy=st.from_type(Taxonomy),
        glossary=st.from_type(Glossary),
        problems=st.lists(st.from_type(Problem), max_size=3).map(tuple),
    )
)
def test_any_corpus_survives_packing(corpus: Corpus) -> None:
    assert unpack_corpus(pack_corpus(corpus)) == corpus
