"""Topics and words that are read again: the articles follow them, and faults change nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.articles import CorpusReader, load_corpus
from tests.articles.rereading import bring, folder, reader
from tests.articles.samples import GLOSSARY, TODAY, TOPICS, errors, places

__all__ = ["folder", "reader"]


@pytest.mark.parametrize("name", ["topics.yaml", "glossary.yaml"])
def test_a_broken_list_of_words_leaves_the_last_good_one(
    folder: Path, reader: CorpusReader, name: str
) -> None:
    before = reader.read(TODAY)
    (folder / name).write_text("topics: [server\n")
    bring(folder, "ab", "of an unknown topic")
    corpus = reader.read(TODAY)

    assert (corpus.taxonomy, corpus.glossary) == (before.taxonomy, before.glossary)
    assert corpus.articles == before.articles
    assert {problem.file for problem in errors(corpus)} == {"articles/ab.md", name}


def test_a_missing_taxonomy_leaves_the_last_good_one(folder: Path, reader: CorpusReader) -> None:
    before = reader.read(TODAY)
    (folder / "topics.yaml").unlink()
    corpus = reader.read(TODAY)

    assert corpus.taxonomy == before.taxonomy
    assert places(corpus) == [("topics.yaml", 1)]


def test_a_deleted_glossary_is_gone(folder: Path, reader: CorpusReader) -> None:
    (folder / "glossary.yaml").unlink()
    assert reader.read(TODAY) == load_corpus(folder, today=TODAY)


@pytest.mark.parametrize(
    ("old", "new"), [("id: server", "id: peladen"), ("id: kpu", "id: kpud"), ("berita", "kabar")]
)
def test_articles_with_words_that_the_taxonomy_has_no_more_are_reported_and_stay(
    folder: Path, reader: CorpusReader, old: str, new: str
) -> None:
    before = reader.read(TODAY)
    (folder / "topics.yaml").write_text(TOPICS.replace(old, new))
    corpus = reader.read(TODAY)

    assert corpus.articles == before.articles
    assert corpus.problems[0] in load_corpus(folder, today=TODAY).problems
    assert corpus.problems[0].file == "articles/good.md"


def test_a_changed_glossary_is_read(folder: Path, reader: CorpusReader) -> None:
    (folder / "glossary.yaml").write_text(GLOSSARY.replace("memakai", "menggunakan"))
    assert reader.read(TODAY).glossary.expand == {"pake": ("menggunakan",)}
