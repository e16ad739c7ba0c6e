"""`corpus list` and `corpus stats`, run as people run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.articles import article_key
from tests.articles.samples import SHIPPED, other_article, write_corpus
from tests.cli.forking import run_command

OPINION = other_article("kind: berita", "kind: opini").replace("[server]", "[algoritma, server]")
OLD = (
    OPINION.replace("/dua", "/tiga")
    .replace("published: 2024", "published: 2020")
    .replace("Harian Contoh", "Koran Lain")
    .replace("questions:", 'retracted: {date: 2024-05-01, reason: "Keliru."}\nquestions:')
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus", {"articles/new.md": OPINION, "articles/old.md": OLD})


def run(
    *words: str, corpus: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, "CORPUS_DIR": str(corpus), **(env or {})}
    return run_command(["corpus", *words], settings, corpus.parent)


@pytest.mark.parametrize(
    ("options", "files"),
    [
        ([], ["good.md", "new.md", "old.md"]),
        (["--topic", "algoritma"], ["new.md", "old.md"]),
        (["--topic", "server"], ["good.md", "new.md", "old.md"]),
        (["--outlet", "koran"], ["old.md"]),
        (["--year", "2024"], ["good.md", "new.md"]),
        (["--kind", "opini", "--year", "2024"], ["new.md"]),
        (["--year", "1999"], []),
    ],
)
def test_the_list_holds_what_matches_every_option(
    corpus: Path, options: list[str], files: list[str]
) -> None:
    result = run("list", "--json", *options, corpus=corpus)
    assert result.returncode == 0
    assert [article["file"] for article in json.loads(result.stdout)] == files


def test_json_of_an_article_is_complete(corpus: Path) -> None:
    (article,) = json.loads(run("list", "--json", "--year", "2020", corpus=corpus).stdout)
    assert article == {
        "key": article_key("https://contoh.id/berita/tiga"),
        "file": "old.md",
        "title": "KPU menjelaskan letak server",
        "outlet": "Koran Lain",
        "url": "https://contoh.id/berita/tiga",
        "published": "2020-03-13",
        "kind": "opini",
        "perspectives": ["kpu"],
        "topics": ["algoritma", "server"],
        "retracted": True,
    }


@pytest.mark.parametrize("width", ["20", "40", "80", "200"])
def test_the_list_fits_any_width_and_shows_every_article(corpus: Path, width: str) -> None:
    result = run("list", corpus=corpus, env={"COLUMNS": width, "TERM": "dumb"})
    assert result.returncode == 0
    assert "\x1b" not in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= int(width)
    for part in ("2020-03-13", article_key("https://contoh.id/berita/tiga"), "(ditarik)", "Opini"):
        assert part in result.stdout
    assert result.stdout.splitlines()[-1] == "3 artikel"


def test_the_list_says_how_many_of_all_it_shows(corpus: Path) -> None:
    assert "1 dari 3 artikel" in run("list", "--outlet", "lain", corpus=corpus).stdout
    assert "Tidak ada artikel" in run("list", "--outlet", "xyz", corpus=corpus).stdout


@pytest.mark.parametrize(
    ("options", "suggestion"),
    [(["--topic", "algoritme"], "algoritma"), (["--kind", "opinion"], "opini")],
)
def test_an_unknown_topic_or_kind_is_answered_with_the_nearest(
    corpus: Path, options: list[str], suggestion: str
) -> None:
    result = run("list", *options, corpus=corpus)
    assert result.returncode == 2
    assert f"Mungkin maksudnya: {suggestion}?" in result.stderr


def test_json_of_the_counts_is_complete(corpus: Path) -> None:
    result = json.loads(run("stats", "--json", corpus=corpus).stdout)
    assert len(result.pop("revision")) == 32
    assert result == {
        "articles": 3,
        "retracted": 1,
        "claims": 1,
        "questions": 3,
        "since": "2020-03-13",
        "until": "2024-03-13",
        "topics": {"server": 3, "algoritma": 2},
        "outlets": {"Harian Contoh": 2, "Koran Lain": 1},
        "years": {"2020": 1, "2024": 2},
        "kinds": {"berita": 1, "opini": 2},
        "perspectives": {"kpu": 3, "bawaslu": 0},
    }


@pytest.mark.parametrize("width", ["30", "80"])
def test_the_counts_are_readable_tables(corpus: Path, width: str) -> None:
    result = run("stats", corpus=corpus, env={"COLUMNS": width, "TERM": "dumb"})
    assert result.returncode == 0
    text = " ".join(result.stdout.split())
    assert "3 artikel terbit 13 Maret 2020 sampai 13 Maret 2024" in text
    for row in ("Algoritma 2", "Harian Contoh 2", "2020 1", "Opini 2", "Bawaslu 0"):
        assert row in text


def test_many_outlets_are_summed_up_but_counted_in_full_as_json() -> None:
    assert "media lain" in run("stats", corpus=SHIPPED).stdout
    counts = json.loads(run("stats", "--json", corpus=SHIPPED).stdout)
    assert sum(counts["outlets"].values()) == counts["articles"] == sum(counts["years"].values())


def test_tables_survive_a_terminal_that_only_knows_ascii(corpus: Path) -> None:
    for command in ("list", "stats"):
        result = run(command, corpus=corpus, env={"PYTHONIOENCODING": "ascii", "TERM": "dumb"})
        assert result.returncode == 0
        assert result.stdout.isascii()


def test_a_corpus_whose_every_article_is_wrong_says_so(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "corpus", {"articles/good.md": "x"})
    result = run("stats", corpus=folder)
    assert result.returncode == 0
    assert "corpus check" in result.stdout
    assert json.loads(run("stats", "--json", corpus=folder).stdout)["since"] is None


def test_a_reader_that_goes_away_is_no_crash() -> None:
    command = f"{sys.executable} -m bot corpus list --json | head -1"
    result = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "CORPUS_DIR": str(SHIPPED)},
    )  # fmt: skip
    assert result.stdout == "[\n"
    assert "Traceback" not in result.stderr
