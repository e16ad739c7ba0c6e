"""A corpus that is read while others write: what is half written never stays."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.articles import CorpusReader, load_corpus
from bot.texts import file_problems as texts
from tests.articles.rereading import folder, reader
from tests.articles.samples import ARTICLE, TODAY

__all__ = ["folder", "reader"]

GIT = shutil.which("git")
_SECONDS = 20
_TOUCHING = """
import os, sys
moment = 1
while True:
    moment += 1
    os.utime(sys.argv[1], ns=(moment, moment))
"""


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Write a file again and again, each time in two halves, and at last as it was."""
    done, original = threading.Event(), path.read_text()

    def write() -> None:
        for number in range(10_000):
            text = original if done.is_set() else f"{original}\nTambahan {number}.\n"
            with path.open("w") as file:
                file.write(text[:200])
                file.flush()
                file.write(text[200:])
            if done.is_set():
                return

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def test_a_file_that_is_written_again_and_again_ends_as_it_was_written_last(
    folder: Path, reader: CorpusReader
) -> None:
    with writing(folder / "articles/good.md"):
        for _ in range(100):
            assert list(reader.read(TODAY).by_file) == ["good.md"]

    assert reader.read(TODAY) == load_corpus(folder, today=TODAY)
    assert reader.read(TODAY).articles[0].body == load_corpus(folder).articles[0].body


def test_files_that_go_on_changing_leave_the_corpus_and_are_reported(
    folder: Path, reader: CorpusReader
) -> None:
    before = corpus = reader.read(TODAY)
    path = str(folder / "articles/good.md")
    with subprocess.Popen([sys.executable, "-c", _TOUCHING, path]) as touching:
        try:
            until = time.monotonic() + _SECONDS
            while not corpus.problems:
                assert time.monotonic() < until
                corpus = reader.read(TODAY)
        finally:
            touching.kill()

    assert [problem.text for problem in corpus.problems] == [texts.FOLDER_UNSETTLED.text]
    assert corpus.articles == before.articles
    assert reader.read(TODAY) is before


@pytest.mark.skipif(GIT is None, reason="git is not installed")
def test_version_control_that_goes_back_and_forth_ends_where_it_went_last(
    folder: Path, reader: CorpusReader
) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=Siti", "-c", "user.email=siti@contoh.id")
        subprocess.run([str(GIT), *who, *words], cwd=folder, check=True, capture_output=True)

    git("init", "-b", "sedikit")
    git("add", ".")
    git("commit", "-m", "Satu artikel")
    git("switch", "-c", "banyak")
    for number in range(300):
        text = ARTICLE.replace("/satu", f"/{number}")
        (folder / f"articles/artikel-{number}.md").write_text(text)
    (folder / "articles/good.md").write_text(ARTICLE.replace("Jakarta", "Bandung"))
    git("add", ".")
    git("commit", "-m", "Banyak artikel")

    def switch() -> None:
        for branch in ("sedikit", "banyak") * 4:
            git("switch", branch)

    switching = threading.Thread(target=switch)
    switching.start()
    while switching.is_alive():
        assert "good.md" in reader.read(TODAY).by_file
    switching.join()

    corpus = reader.read(TODAY)
    assert corpus == load_corpus(folder, today=TODAY)
    assert len(corpus.articles) == 301
