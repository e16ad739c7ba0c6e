"""A corpus that is read again is as if read for the first time, but faults change nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.articles import CorpusReader, load_corpus
from tests.articles.rereading import CHANGES, DELETED, bring, folder, reader
from tests.articles.samples import ARTICLE, TODAY, errors, places, write_corpus

__all__ = ["folder", "reader"]


_BAD = {"broken", "of an unknown topic", "of the future"}
_NAMES = ("ab", "cd", "ef", "xy")
Edit = tuple[str, str]
EDITS = st.tuples(st.sampled_from(_NAMES), st.sampled_from([*CHANGES, DELETED]))


@settings(deadline=None, max_examples=80)
@given(rounds=st.lists(st.lists(EDITS, max_size=3), min_size=1, max_size=6))
def test_after_any_edits_the_corpus_is_that_of_the_last_good_files(
    tmp_path_factory: pytest.TempPathFactory, rounds: Sequence[Sequence[Edit]]
) -> None:
    folder = write_corpus(tmp_path_factory.mktemp("edited"))
    good = write_corpus(tmp_path_factory.mktemp("good"))
    reader = CorpusReader(folder)
    reader.read(TODAY)
    for edits in rounds:
        for name, state in edits:
            bring(folder, name, state)
        for name, state in dict(edits).items():
            if state not in _BAD:
                bring(good, name, state)
        corpus, expected = reader.read(TODAY), load_corpus(good, today=TODAY)
        fresh = load_corpus(folder, today=TODAY)
        assert corpus.articles == expected.articles
        assert corpus.claims == expected.claims
        assert corpus.problems == fresh.problems
        assert (corpus.revision == fresh.revision) == (corpus.articles == fresh.articles)
        assert reader.read(TODAY) is corpus


def test_what_is_unchanged_is_the_same_object(folder: Path, reader: CorpusReader) -> None:
    before = reader.read(TODAY)
    bring(folder, "ab", "as ever")
    after = reader.read(TODAY)

    assert before is not after
    assert [article.file for article in after.articles] == ["ab.md", "good.md"]
    assert after.by_file["good.md"] is before.by_file["good.md"]
    assert after.taxonomy is before.taxonomy
    assert after.glossary is before.glossary


def test_the_corpus_in_the_cache_is_a_first_reading_like_any_other(
    folder: Path, tmp_path: Path
) -> None:
    bring(folder, "ab", "with a warning")
    bring(folder, "cd", "broken")
    for _ in range(2):
        reader = CorpusReader(folder)
        assert reader.open(tmp_path / "cache", TODAY) == load_corpus(folder, today=TODAY)
        assert reader.read(TODAY) is reader.read(TODAY)
    bring(folder, "ab", "broken")
    bring(folder, "cd", "as ever")
    corpus = reader.read(TODAY)

    assert list(corpus.by_file) == ["ab.md", "cd.md", "good.md"]
    assert places(corpus) == [("articles/ab.md", 1)]


def test_a_broken_file_is_reported_and_its_last_good_article_stays(
    folder: Path, reader: CorpusReader
) -> None:
    good = reader.read(TODAY)
    (folder / "articles/good.md").write_text(ARTICLE.replace("outlet: Harian Contoh\n", ""))
    broken = reader.read(TODAY)
    (folder / "articles/good.md").write_text(ARTICLE)
    mended = reader.read(TODAY)

    assert broken.articles == good.articles
    assert broken.claims == good.claims
    assert places(broken) == [("articles/good.md", 2)]
    assert len({good.revision, broken.revision, load_corpus(folder).revision}) == 2
    assert mended == good


def test_a_file_that_is_too_large_keeps_its_last_good_article(
    folder: Path, reader: CorpusReader
) -> None:
    (folder / "articles/good.md").write_text(ARTICLE + "x" * 300_000)
    corpus = reader.read(TODAY)

    assert list(corpus.by_file) == ["good.md"]
    assert [problem.file for problem in errors(corpus)] == ["articles/good.md"]


def test_a_file_that_was_never_good_is_not_served(folder: Path, reader: CorpusReader) -> None:
    bring(folder, "ab", "broken")
    assert list(reader.read(TODAY).by_file) == ["good.md"]


def test_an_article_whose_address_another_one_has_now_does_not_stay(
    folder: Path, reader: CorpusReader
) -> None:
    bring(folder, "xy", "as ever")
    reader.read(TODAY)
    (folder / "articles/ab.md").write_text(ARTICLE.replace("/satu", "/xy"))
    corpus = reader.read(TODAY)

    assert list(corpus.by_file) == ["ab.md", "good.md"]
    assert [problem.file for problem in errors(corpus)] == ["articles/xy.md"]
    assert len(corpus.by_key) == len(corpus.articles)
