"""What clocks and folders do to a corpus that is read again."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.articles import CorpusReader, EmptyCorpusError
from bot.texts import file_problems as texts
from tests.articles.rereading import bring, folder, reader
from tests.articles.samples import ARTICLE, TODAY, places

__all__ = ["folder", "reader"]


def test_an_article_of_tomorrow_is_served_tomorrow(folder: Path, reader: CorpusReader) -> None:
    bring(folder, "ab", "of the future")
    today = reader.read(TODAY)
    tomorrow = reader.read(date(2026, 1, 16))

    assert list(today.by_file) == ["good.md"]
    assert list(tomorrow.by_file) == ["ab.md", "good.md"]
    assert tomorrow.problems == ()
    assert tomorrow.by_file["good.md"] is today.by_file["good.md"]


def test_a_day_that_changes_nothing_leaves_the_corpus_the_same(reader: CorpusReader) -> None:
    assert reader.read(date(2026, 1, 16)) is reader.read(TODAY)


def test_a_clock_that_was_set_back_is_believed(reader: CorpusReader) -> None:
    corpus = reader.read(date(2024, 3, 12))

    assert ("articles/good.md", 5) in places(corpus)
    assert list(corpus.by_file) == ["good.md"]


@pytest.mark.parametrize("atomically", [False, True])
def test_a_change_that_leaves_size_and_time_of_a_file_is_seen(
    folder: Path, reader: CorpusReader, atomically: bool
) -> None:
    path = folder / "articles/good.md"
    before = path.stat()
    target = folder / "articles/.new" if atomically else path
    target.write_text(ARTICLE.replace("Jakarta", "Bandung"))
    os.utime(target, ns=(before.st_atime_ns, before.st_mtime_ns))
    target.replace(path)

    assert path.stat().st_size == before.st_size
    assert "Bandung" in reader.read(TODAY).articles[0].body


def test_two_changes_within_a_tick_of_the_clock_are_both_seen(
    folder: Path, reader: CorpusReader
) -> None:
    for city in ("Bandung", "Cirebon", "Padalarang"[:7]) * 20:
        (folder / "articles/good.md").write_text(ARTICLE.replace("Jakarta", city))
        assert city in reader.read(TODAY).articles[0].body


@pytest.mark.parametrize("gone", ["", "articles"])
def test_a_folder_that_is_gone_for_a_while_leaves_the_corpus_and_is_reported(
    folder: Path, reader: CorpusReader, tmp_path: Path, gone: str
) -> None:
    before = reader.read(TODAY)
    (folder / gone).rename(tmp_path / "away")
    while_gone = reader.read(TODAY)
    assert reader.read(TODAY) is while_gone
    (tmp_path / "away").rename(folder / gone)

    assert while_gone.articles == before.articles
    assert while_gone.revision == before.revision
    assert [problem.text for problem in while_gone.problems] == [texts.FOLDER_GONE.text]
    assert reader.read(TODAY) is before


def test_a_folder_that_was_emptied_leaves_the_corpus(folder: Path, reader: CorpusReader) -> None:
    before = reader.read(TODAY)
    for path in (folder / "articles").iterdir():
        path.unlink()

    assert reader.read(TODAY).articles == before.articles


def test_a_folder_that_is_empty_at_first_is_an_error(folder: Path) -> None:
    shutil.rmtree(folder / "articles")
    with pytest.raises(EmptyCorpusError):
        CorpusReader(folder).read(TODAY)
