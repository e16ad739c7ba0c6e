"""Files that must not be read are reported, and the rest is still served."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.articles import Severity
from tests.articles.samples import errors, other_article, places, read, write_corpus


@pytest.mark.parametrize(
    "name",
    ["Besar.md", "dua kata.md", "titik.dua.md", "garis_bawah.md", "-awal.md", "é.md", "x.MD"],
)
def test_a_file_name_that_is_no_plain_slug_is_refused(tmp_path: Path, name: str) -> None:
    corpus = read(write_corpus(tmp_path, {f"articles/{name}": other_article()}))
    (problem,) = errors(corpus)
    assert (problem.file, problem.line) == (f"articles/{name}", 1)
    assert "nama berkas" in problem.text
    assert len(corpus.articles) == 1


def test_a_file_name_with_control_characters_is_shown_harmlessly(tmp_path: Path) -> None:
    corpus = read(write_corpus(tmp_path, {"articles/a\x1b[31m.md": other_article()}))
    assert places(corpus) == [("articles/a\\x1b[31m.md", 1)]


def test_a_file_name_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path)
    (folder / "articles" / os.fsdecode(b"a\xff.md")).write_text(other_article())
    assert [problem.line for problem in errors(read(folder))] == [1]


def test_a_file_over_256_kib_is_refused_and_one_of_that_size_is_read(tmp_path: Path) -> None:
    text = other_article()
    padding = "\n" * (256 * 1024 - len(text.encode()))
    folder = write_corpus(tmp_path, {"articles/full.md": text + padding})
    assert read(folder).problems == ()
    (folder / "articles/full.md").write_text(text + padding + "\n")
    corpus = read(folder)
    assert places(corpus) == [("articles/full.md", 1)]
    assert "256 KiB" in corpus.problems[0].text


def test_a_huge_sparse_file_is_refused_without_being_read(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path)
    with (folder / "articles/sparse.md").open("wb") as file:
        file.truncate(1 << 40)
    assert places(read(folder)) == [("articles/sparse.md", 1)]


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "corpus")
    (tmp_path / "secret.md").write_text(other_article())
    (folder / "articles/secret.md").symlink_to(tmp_path / "secret.md")
    corpus = read(folder)
    assert places(corpus) == [("articles/secret.md", 1)]
    assert "keluar" in corpus.problems[0].text
    assert len(corpus.articles) == 1


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, {".data/linked.md": other_article()})
    (folder / "articles/linked.md").symlink_to(folder / ".data/linked.md")
    corpus = read(folder)
    assert corpus.problems == ()
    assert len(corpus.articles) == 2


@pytest.mark.parametrize("target", ["nowhere.md", "loop.md"])
def test_a_link_that_leads_nowhere_is_reported(tmp_path: Path, target: str) -> None:
    folder = write_corpus(tmp_path)
    (folder / "articles/loop.md").symlink_to(folder / "articles" / target)
    assert places(read(folder)) == [("articles/loop.md", 1)]


def test_an_articles_folder_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "corpus")
    outside = write_corpus(tmp_path / "other", {"claims/stranger.md": "x"})
    for file in (folder / "claims").iterdir():
        file.unlink()
    (folder / "claims").rmdir()
    (folder / "claims").symlink_to(outside / "claims")
    corpus = read(folder)
    assert places(corpus) == [("claims", 1)]
    assert corpus.claims == ()


def test_a_named_pipe_is_refused_at_once(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path)
    os.mkfifo(folder / "articles/pipe.md")
    corpus = read(folder)
    assert places(corpus) == [("articles/pipe.md", 1)]
    assert "bukan berkas biasa" in corpus.problems[0].text


def test_what_is_refused_is_closed_again(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path)
    (folder / "articles/folder.md").mkdir()
    read(folder)
    before = os.dup(0)
    os.close(before)
    read(folder)
    after = os.dup(0)
    os.close(after)
    assert after == before


def test_a_folder_named_like_an_article_is_refused(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path)
    (folder / "articles/folder.md").mkdir()
    corpus = read(folder)
    assert places(corpus) == [("articles/folder.md", 1)]
    assert corpus.problems[0].severity is Severity.ERROR


@pytest.mark.parametrize("name", ["articles/notes.txt", "articles/good.md~", "topics.yml"])
def test_an_unexpected_file_is_pointed_out(tmp_path: Path, name: str) -> None:
    corpus = read(write_corpus(tmp_path, {name: "x"}))
    assert places(corpus) == [(name, 1)]
    assert corpus.problems[0].severity is Severity.WARNING


@pytest.mark.parametrize("name", ["README.md", ".gitkeep", "articles/.good.md.swp"])
def test_files_of_people_and_tools_are_left_alone(tmp_path: Path, name: str) -> None:
    assert read(write_corpus(tmp_path, {name: "x"})).problems == ()
