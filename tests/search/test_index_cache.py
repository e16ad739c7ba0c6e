"""The index cache: it saves time, and never decides what is found."""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.articles import Corpus
from bot.search import SearchEngine, open_engine
from bot.search.sources import list_sources
from tests.search.corpora import CHART, CORPUS, COUNT, SERVER, article_of, corpus_of, glossary_of

ROOT = Path(__file__).parents[2]
OPEN = """
import sys
from pathlib import Path
from bot.search import open_engine
from tests.search.corpora import CORPUS
open_engine(CORPUS, Path(sys.argv[1]))
"""
QUESTION = "grafik perolehan suara di server Sirekap"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "data" / "cache"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that is kept for `CORPUS`, in a folder of its own."""
    folder = tmp_path_factory.mktemp("cache")
    open_engine(CORPUS, folder)
    return only_file(folder)


@pytest.fixture(autouse=True)
def log(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    caplog.set_level(logging.DEBUG)
    yield caplog
    assert "/" not in caplog.text


def only_file(folder: Path) -> Path:
    [path] = folder.iterdir()
    return path


def answer(engine: SearchEngine, question: str = QUESTION) -> list[tuple[str, str, float]]:
    ranking = engine.rank(engine.read(question))
    passages = [engine.index.passages[position] for position in ranking.positions]
    scores = ranking.scores.tolist()
    return [(p.key, p.text, score) for p, score in zip(passages, scores, strict=True)]


def build(corpus: Corpus) -> SearchEngine:
    return SearchEngine.build(list_sources(corpus), corpus.glossary)


def test_a_kept_index_gives_the_same_passages_and_scores(cache: Path) -> None:
    fresh = open_engine(CORPUS, cache)
    written = only_file(cache).read_bytes()
    kept = open_engine(CORPUS, cache)

    assert kept.index.passages == fresh.index.passages == build(CORPUS).index.passages
    assert answer(kept) == answer(fresh) == answer(build(CORPUS)) != []
    assert kept.read("apa grafiknya sirekpa?") == build(CORPUS).read("apa grafiknya sirekpa?")
    assert only_file(cache).read_bytes() == written


@pytest.mark.parametrize(
    "corpus",
    [
        corpus_of(),
        corpus_of(article_of("kosong", "", "")),
        corpus_of(article_of("emoji", "😀", "🙂 🙃.\n\n!!!")),
        corpus_of(article_of("kosong", "Judul", ""), CHART, article_of("ekor", "Judul", "")),
    ],
)
def test_a_corpus_with_little_or_nothing_in_it_is_kept_too(corpus: Corpus, cache: Path) -> None:
    assert open_engine(corpus, cache).index.passages == build(corpus).index.passages
    assert open_engine(corpus, cache).index.passages == build(corpus).index.passages
    assert answer(open_engine(corpus, cache)) == answer(build(corpus))


@pytest.mark.parametrize(
    "changed",
    [
        corpus_of(SERVER, CHART, glossary=CORPUS.glossary, revision="dua"),
        # An article dated tomorrow is served from tomorrow on: same files, another corpus.
        corpus_of(SERVER, CHART, glossary=CORPUS.glossary),
        corpus_of(CHART, SERVER, COUNT, glossary=CORPUS.glossary),
    ],
)
def test_what_was_kept_for_another_corpus_is_not_used(changed: Corpus, cache: Path) -> None:
    open_engine(CORPUS, cache)

    assert open_engine(changed, cache).index.passages == build(changed).index.passages


def test_another_spelling_of_names_is_another_corpus(cache: Path) -> None:
    names = corpus_of(*CORPUS.articles, glossary=glossary_of(names=["Penghitungan"]), revision="2")
    open_engine(CORPUS, cache)

    assert open_engine(names, cache).stem("penghitungan") == "penghitungan"
    assert open_engine(names, cache).index.vocabulary.known_stems["penghitungan"] == "penghitungan"


@pytest.mark.parametrize("content", [b"", b"rusak", b"PK\x05\x06" + bytes(18), bytes(100)])
def test_a_damaged_file_is_replaced_and_reported(
    content: bytes, cache: Path, log: pytest.LogCaptureFixture
) -> None:
    open_engine(CORPUS, cache)
    path = only_file(cache)
    good = path.read_bytes()
    path.write_bytes(content)
    log.clear()

    assert answer(open_engine(CORPUS, cache)) == answer(build(CORPUS))
    assert path.read_bytes() == good
    assert [record.levelname for record in log.records] == ["WARNING"]


@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_no_cut_or_changed_byte_is_ever_trusted(data: st.DataObject, kept: Path) -> None:
    good, passages = kept.read_bytes(), build(CORPUS).index.passages
    place = data.draw(st.integers(0, len(good) - 1))
    flipped = good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :]
    for bad in (good[:place], flipped, good + b"x"):
        kept.write_bytes(bad)
        try:
            assert open_engine(CORPUS, kept.parent).index.passages == passages
            assert kept.read_bytes() == good
        finally:
            kept.write_bytes(good)


def test_a_file_of_another_corpus_under_the_right_name_is_not_trusted(cache: Path) -> None:
    other = corpus_of(COUNT, CHART, SERVER, glossary=CORPUS.glossary, revision="dua")
    open_engine(other, cache)
    foreign = only_file(cache).read_bytes()
    only_file(cache).unlink()
    open_engine(CORPUS, cache)
    only_file(cache).write_bytes(foreign)

    assert open_engine(CORPUS, cache).index.passages == build(CORPUS).index.passages


def test_a_folder_or_pipe_in_place_of_the_file_does_no_harm(cache: Path) -> None:
    open_engine(CORPUS, cache)
    path = only_file(cache)
    path.unlink()
    path.mkdir()

    assert answer(open_engine(CORPUS, cache)) == answer(build(CORPUS))
    assert [entry.name for entry in cache.iterdir()] == [path.name]
    path.rmdir()
    os.mkfifo(path)
    assert answer(open_engine(CORPUS, cache)) == answer(build(CORPUS))
    assert path.is_file()


def test_a_file_in_place_of_the_folder_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("bukan folder", encoding="utf-8")

    assert answer(open_engine(CORPUS, tmp_path / "data")) == answer(build(CORPUS))
    assert answer(open_engine(CORPUS, tmp_path / "data" / "cache")) == answer(build(CORPUS))
    assert (tmp_path / "data").read_text(encoding="utf-8") == "bukan folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_folder_that_may_not_be_written_or_read_still_serves(mode: int, cache: Path) -> None:
    cache.mkdir(parents=True)
    cache.chmod(mode)
    try:
        assert answer(open_engine(CORPUS, cache)) == answer(build(CORPUS))
        assert answer(open_engine(CORPUS, cache / "dalam")) == answer(build(CORPUS))
    finally:
        cache.chmod(0o700)
    assert list(cache.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder in which nobody may write")
@pytest.mark.parametrize("folder", ["/proc/self", "/proc/self/cache"])
def test_a_folder_in_which_nobody_may_write_still_serves(
    folder: str, log: pytest.LogCaptureFixture
) -> None:
    assert answer(open_engine(CORPUS, Path(folder))) == answer(build(CORPUS))
    assert {record.levelname for record in log.records} == {"DEBUG"}


def test_only_the_owner_may_read_the_file_and_nothing_else_is_left_behind(cache: Path) -> None:
    open_engine(CORPUS, cache)

    assert only_file(cache).stat().st_mode & 0o777 == 0o600


def test_few_old_files_are_kept_and_strangers_are_left_alone(cache: Path) -> None:
    cache.mkdir(parents=True)
    (cache / "catatan.txt").write_text("punya orang lain", encoding="utf-8")
    for day in range(8):
        open_engine(corpus_of(CHART, revision=f"hari {day}"), cache)
        newest = max(cache.glob("index-*"), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (day, day))

    names = {path.name for path in cache.iterdir()}
    assert newest.name in names
    assert "catatan.txt" in names
    assert len(names) == 4


def test_another_library_or_another_line_of_code_makes_another_file(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_engine(CORPUS, cache)
    monkeypatch.setattr(np, "__version__", "0.1")
    open_engine(CORPUS, cache)
    assert len(list(cache.iterdir())) == 2

    shutil.copytree(ROOT / "bot", tmp_path / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "bot/search/stemming/rules.py").open("a", encoding="utf-8") as file:
        file.write("# Another line.\n")
    subprocess.run(
        [sys.executable, "-c", OPEN, str(cache)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(tmp_path), str(ROOT)))},
        cwd=tmp_path,
        check=True,
    )
    assert len(list(cache.iterdir())) == 3


def test_no_file_is_unpickled(cache: Path) -> None:
    open_engine(CORPUS, cache)

    content = only_file(cache).read_bytes()
    header = json.loads(content[: content.index(b"\n")])
    assert {kind for kind, _, _ in header.values()} <= {"|u1", "<u2", "<i4", "<i8"}
