"""The whole corpus: when it can be read, and what its revision means."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path

import pytest

from bot.articles import (
    CorpusError,
    CorpusFolderError,
    EmptyCorpusError,
    fingerprint,
    load_corpus,
)
from tests.articles.samples import GOOD, SHIPPED, other_article, read, write_corpus


def test_the_shipped_corpus_has_no_problem() -> None:
    corpus = load_corpus(SHIPPED)
    assert corpus.problems == ()
    assert len(corpus.articles) == len(list((SHIPPED / "articles").glob("*.md")))
    assert len(corpus.claims) == len(list((SHIPPED / "claims").glob("*.md")))
    assert len(corpus.by_key) == len(corpus.articles)


def test_every_body_of_the_shipped_corpus_is_a_literal_part_of_its_file() -> None:
    for article in load_corpus(SHIPPED).articles:
        assert article.body in (SHIPPED / "articles" / article.file).read_text("utf-8")


def test_the_shipped_corpus_is_read_within_a_second_and_a_half() -> None:
    start = time.process_time()
    load_corpus(SHIPPED)
    assert time.process_time() - start < 1.5


def test_articles_are_in_the_order_of_their_names(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"articles/a.md": other_article()}
    files["articles/z.md"] = other_article("/dua", "/tiga")
    assert list(read(write_corpus(tmp_path, files)).by_file) == ["a.md", "good.md", "z.md"]


@pytest.mark.parametrize("load", [load_corpus, fingerprint])
def test_a_missing_folder_is_a_clear_error(tmp_path: Path, load: object) -> None:
    assert callable(load)
    with pytest.raises(CorpusFolderError, match=r"tidak ada.*CORPUS_DIR") as caught:
        load(tmp_path / "nowhere")
    assert str(tmp_path / "nowhere") in str(caught.value)


def test_a_file_in_place_of_the_folder_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "corpus").write_text("x")
    with pytest.raises(CorpusFolderError):
        load_corpus(tmp_path / "corpus")


@pytest.mark.parametrize("inside", [[], ["articles"], ["claims"]])
def test_a_folder_without_articles_is_a_clear_error(tmp_path: Path, inside: list[str]) -> None:
    for name in inside:
        (tmp_path / name).mkdir()
    with pytest.raises(EmptyCorpusError, match="satu artikel pun") as caught:
        load_corpus(tmp_path)
    assert str(tmp_path) in str(caught.value)
    assert isinstance(caught.value, CorpusError)


def test_a_corpus_of_mistakes_is_read_without_articles(tmp_path: Path) -> None:
    corpus = read(write_corpus(tmp_path, {"articles/good.md": "x"}))
    assert corpus.articles == ()
    assert corpus.newest is None


def test_the_fingerprint_is_the_revision_and_the_same_anywhere(tmp_path: Path) -> None:
    one, other = write_corpus(tmp_path / "one"), write_corpus(tmp_path / "other")
    os.utime(other / "topics.yaml", (1, 1))
    assert fingerprint(one) == read(one).revision == fingerprint(other)


@pytest.mark.parametrize("name", GOOD)
def test_every_byte_of_every_file_counts(tmp_path: Path, name: str) -> None:
    folder = write_corpus(tmp_path)
    before = fingerprint(folder)
    with (folder / name).open("a") as file:
        file.write("#")
    assert fingerprint(folder) != before


def test_names_new_files_and_unreadable_files_count(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path)
    seen = {fingerprint(folder)}
    (folder / "claims/good-claim.md").rename(folder / "claims/other-claim.md")
    seen.add(fingerprint(folder))
    (folder / "articles/new.md").write_text("")
    seen.add(fingerprint(folder))
    (folder / "articles/new.md").write_text("x" * 300_000)
    seen.add(fingerprint(folder))
    assert len(seen) == 4


def test_a_day_is_not_in_the_future_once_it_has_come(tmp_path: Path) -> None:
    text = other_article("2024-03-13\n", "2030-05-01\n")
    folder = write_corpus(tmp_path, {"articles/later.md": text})
    assert len(load_corpus(folder, today=date(2030, 4, 30)).articles) == 1
    assert len(load_corpus(folder, today=date(2030, 5, 1)).articles) == 2


def test_the_present_day_is_taken_when_none_is_given(tmp_path: Path) -> None:
    folder = write_corpus(
        tmp_path, {"articles/b.md": other_article("2024-03-13\n", "9999-01-01\n")}
    )
    assert [problem.line for problem in load_corpus(folder).problems] == [5]
