"""`corpus check`, run as people run it."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.articles import Article, Corpus, Problem, Severity
from bot.cli.corpus_check import Track, check_corpus
from tests.articles.samples import CLAIM, SHIPPED, other_article, write_corpus
from tests.cli.forking import run_command

BAD = other_article("[server]", "[sever]")


def run(
    *words: str | Path, corpus: Path, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, "CORPUS_DIR": str(corpus)}
    return run_command(["corpus", *map(str, words)], settings, cwd or corpus.parent)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


def test_a_clean_corpus_ends_with_zero(corpus: Path) -> None:
    result = run("check", corpus=corpus)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "Pemeriksaan selesai: tidak ada masalah.\n"


def test_the_shipped_corpus_is_clean() -> None:
    assert run("check", corpus=SHIPPED).returncode == 0


def test_an_error_is_a_line_with_file_line_problem_and_mend(corpus: Path) -> None:
    write_corpus(corpus, {"articles/bad.md": BAD, "glossary.yaml": "stop:\n  - apa\n  - apa\n"})
    result = run("check", corpus=corpus)
    assert result.returncode == 1
    topic, word, summary = result.stdout.splitlines()
    assert topic == (
        "corpus/articles/bad.md:8: “sever” tidak ada di daftar topics pada topics.yaml; "
        "mungkin maksudnya “server”?"
    )
    assert word == (
        "corpus/glossary.yaml:3: peringatan: “apa” ditulis dua kali di “stop”; hapus salah satunya"
    )
    assert summary.startswith("Pemeriksaan selesai: 1 kesalahan dan 1 peringatan. ")


def test_a_warning_alone_ends_with_zero(corpus: Path) -> None:
    write_corpus(corpus, {"articles/notes.txt": "x"})
    result = run("check", corpus=corpus)
    assert result.returncode == 0
    assert "corpus/articles/notes.txt:1: peringatan: " in result.stdout


def test_json_tells_the_same(corpus: Path) -> None:
    write_corpus(corpus, {"articles/bad.md": BAD})
    result = run("check", "--json", corpus=corpus)
    assert result.returncode == 1
    assert json.loads(result.stdout) == [
        {
            "file": "corpus/articles/bad.md",
            "line": 8,
            "problem": "“sever” tidak ada di daftar topics pada topics.yaml",
            "mend": "mungkin maksudnya “server”?",
            "severity": "error",
        }
    ]


@pytest.mark.parametrize(
    ("cwd", "path", "shown"),
    [
        (".", "corpus/articles/bad.md", "corpus/articles/bad.md"),
        (".", "corpus/articles", "corpus/articles/bad.md"),
        (".", "corpus", "corpus/articles/bad.md"),
        ("corpus", ".", "articles/bad.md"),
        ("corpus/articles", "bad.md", "bad.md"),
        ("corpus/articles", ".", "bad.md"),
        ("corpus/claims", "../articles/bad.md", "../articles/bad.md"),
    ],
)
def test_a_part_of_the_corpus_is_shown_as_it_was_named(
    corpus: Path, cwd: str, path: str, shown: str
) -> None:
    write_corpus(corpus, {"articles/bad.md": BAD})
    result = run("check", path, corpus=corpus, cwd=corpus.parent / cwd)
    assert result.returncode == 1
    assert result.stdout.startswith(f"{shown}:8: ")


def test_only_what_was_named_is_reported(corpus: Path) -> None:
    write_corpus(corpus, {"articles/bad.md": BAD})
    result = run("check", "corpus/articles/good.md", "corpus/claims", corpus=corpus)
    assert (result.returncode, len(result.stdout.splitlines())) == (0, 1)


def test_another_corpus_is_checked_by_its_own_topics(corpus: Path, tmp_path: Path) -> None:
    other = write_corpus(tmp_path / "other", {"articles/bad.md": BAD})
    (corpus / "topics.yaml").write_text("")
    result = run("check", other / "articles" / "bad.md", corpus=corpus)
    assert result.stdout.startswith(f"{other}/articles/bad.md:8: ")


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("draft.md", BAD, 8),
        ("copy.md", other_article("/dua", "/satu?utm_source=x"), 4),
        ("claims/draft.md", CLAIM.replace("Budi", "Rudi"), 11),
        ("glossary.yaml", "stop: apa\n", 1),
        ("topics.yaml", "topik: []\n", 1),
        ("empty.md", "", 1),
    ],
)
def test_a_file_outside_is_checked_as_if_it_were_to_join(
    corpus: Path, tmp_path: Path, name: str, text: str, line: int
) -> None:
    path = tmp_path / "drafts" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    result = run("check", path, corpus=corpus)
    assert result.returncode == 1
    assert f"{path}:{line}: " in result.stdout


def test_a_folder_of_drafts_is_checked_file_by_file(corpus: Path, tmp_path: Path) -> None:
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    (drafts / "a.md").write_text(BAD)
    (drafts / "good.md").write_text(other_article("/dua", "/satu"))
    result = run("check", drafts, corpus=corpus)
    assert [line.partition(": ")[0] for line in result.stdout.splitlines()[:-1]] == [
        f"{drafts}/a.md:8"
    ]


@pytest.mark.parametrize("path", ["nowhere.md", "drafts"])
def test_a_path_with_nothing_to_check_is_a_clear_error(
    corpus: Path, tmp_path: Path, path: str
) -> None:
    (tmp_path / "drafts").mkdir()
    result = run("check", path, corpus=corpus)
    assert result.returncode == 2
    assert path in result.stderr
    assert "Traceback" not in result.stderr


def test_a_missing_corpus_is_a_clear_error(tmp_path: Path) -> None:
    for words in (["check"], ["list"], ["stats"]):
        result = run(*words, corpus=tmp_path / "nowhere", cwd=tmp_path)
        assert result.returncode == 2
        assert str(tmp_path / "nowhere") in result.stderr
        assert "Traceback" not in result.stderr


def test_control_characters_of_a_file_do_not_reach_the_terminal(corpus: Path) -> None:
    text = other_article("kind:", '"\\u001b[31m": x\nkind:')
    write_corpus(corpus, {"articles/bad.md": text})
    result = run("check", corpus=corpus)
    assert result.returncode == 1
    assert "\x1b" not in result.stdout


def test_a_terminal_that_only_knows_ascii_is_no_obstacle(corpus: Path) -> None:
    write_corpus(corpus, {"articles/bad.md": BAD})
    env = {**os.environ, "CORPUS_DIR": str(corpus), "PYTHONIOENCODING": "ascii", "TERM": "dumb"}
    result = subprocess.run(
        [sys.executable, "-m", "bot", "corpus", "check"], capture_output=True, env=env, check=False
    )
    assert result.returncode == 1
    assert b"bad.md:8: " in result.stdout


def test_more_sources_of_problems_see_the_corpus_and_are_sorted_in(corpus: Path) -> None:
    write_corpus(corpus, {"articles/bad.md": BAD})
    seen: list[Article] = []

    def ask(corpus: Corpus, track: Track) -> list[Problem]:
        seen.extend(track(corpus.articles))
        return [Problem("articles/a.md", 3, "masalah", "perbaikan", Severity.WARNING)]

    found = list(check_corpus(corpus, Path("corpus"), [ask], lambda articles: articles))
    assert [str(problem).partition(": ")[0] for problem in found] == [
        "corpus/articles/a.md:3",
        "corpus/articles/bad.md:8",
    ]
    assert [article.file for article in seen] == ["good.md"]


def test_long_work_shows_a_progress_bar_on_a_terminal_and_only_there(corpus: Path) -> None:
    program = (
        "from pathlib import Path; from bot.articles import load_corpus;"
        "from bot.cli.corpus import show_progress;"
        f"print(len(list(show_progress(load_corpus(Path({str(corpus)!r})).articles))))"
    )
    command = [sys.executable, "-c", program]
    controller, terminal = pty.openpty()
    shown = subprocess.run(command, stdout=subprocess.PIPE, stderr=terminal, check=True)
    os.close(terminal)
    bar = os.read(controller, 10_000).decode()
    os.close(controller)
    piped = subprocess.run(command, capture_output=True, check=True)
    assert "Memeriksa korpus" in bar
    assert piped.stderr == b""
    assert shown.stdout == piped.stdout == b"1\n"


def test_checking_changes_nothing(corpus: Path) -> None:
    before = shutil.make_archive(str(corpus.parent / "before"), "tar", corpus)
    run("check", corpus=corpus)
    after = shutil.make_archive(str(corpus.parent / "after"), "tar", corpus)
    assert Path(before).read_bytes() == Path(after).read_bytes()
