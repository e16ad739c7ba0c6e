"""`ask` answers one question, for people or for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from bot.articles import load_corpus
from tests.console.running import ROOT, run

if TYPE_CHECKING:
    from pathlib import Path

ALIBABA = "Apakah Sirekap pakai Alibaba Cloud?"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ask")


def ask_json(folder: Path, *words: str) -> dict[str, Any]:
    done = run(folder, "ask", "--json", *words)
    assert (done.returncode, done.stderr) == (0, "")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_a_question_is_answered_with_cited_passages_in_plain_text(folder: Path) -> None:
    done = run(folder, "ask", ALIBABA)

    assert (done.returncode, done.stderr) == (0, "")
    assert "Alibaba" in done.stdout
    assert "https://" in done.stdout
    assert "Sumber sampai" in done.stdout
    assert "\x1b" not in done.stdout
    assert all(len(line) <= 80 or "https://" in line for line in done.stdout.splitlines())


def test_the_question_needs_no_quotation_marks(folder: Path) -> None:
    words = ALIBABA.split()

    assert run(folder, "ask", *words).stdout == run(folder, "ask", ALIBABA).stdout


def test_the_object_has_exactly_the_promised_keys(folder: Path) -> None:
    answer = ask_json(folder, ALIBABA)

    assert list(answer) == [
        *("question", "status", "found", "confidence", "understood", "missing", "claim"),
        *("passages", "near", "timeline", "alternatives", "related", "sources_until"),
    ]
    assert answer["question"] == ALIBABA
    assert (answer["status"], answer["found"]) == ("found", True)
    assert 0 <= answer["confidence"] <= 1
    assert list(answer["understood"]) == ["terms", "corrections"]
    assert answer["near"] == []
    assert answer["timeline"] is None
    for passage in answer["passages"]:
        assert {"rank", "score", "key", "file", "text", "kind", "perspectives", "topics"} < {
            *passage
        }
        assert list(passage["citation"]) == ["title", "outlet", "url", "published"]


def test_a_broad_question_is_printed_with_its_numbered_choice(folder: Path) -> None:
    offered = ask_json(folder, "putusan MK")["alternatives"]
    shown = " ".join(run(folder, "ask", "putusan MK").stdout.split())

    assert len(offered) >= 2
    listed = " ".join(f"{number}. {each}" for number, each in enumerate(offered, start=1))
    assert f"Yang mana yang Anda maksud? {listed}" in shown
    assert ask_json(folder, ALIBABA)["alternatives"] == []


def test_every_passage_is_a_literal_part_of_the_file_that_it_names(folder: Path) -> None:
    articles = load_corpus(ROOT / "corpus").by_file
    passages = ask_json(folder, ALIBABA)["passages"]

    assert passages
    for number, passage in enumerate(passages, start=1):
        article = articles[passage["file"]]
        assert passage["rank"] == number
        assert passage["text"] in article.body
        assert passage["citation"]["url"] == article.citation.url
        assert passage["key"].startswith(f"{article.key}.")


@pytest.mark.parametrize("limit", [1, 5])
def test_there_are_at_most_as_many_passages_as_asked_for(folder: Path, limit: int) -> None:
    assert 1 <= len(ask_json(folder, "--limit", str(limit), ALIBABA)["passages"]) <= limit


@pytest.mark.parametrize("limit", ["0", "-1", "51", "tiga", "²"])
def test_a_limit_that_makes_no_sense_is_refused(folder: Path, limit: str) -> None:
    done = run(folder, "ask", f"--limit={limit}", ALIBABA)

    assert (done.returncode, done.stdout) == (2, "")
    assert "1 sampai 50" in done.stderr


@pytest.mark.parametrize("question", ["siapa juara piala dunia 2022?", "resep rendang", "asdfgh"])
def test_what_no_source_tells_is_not_found_and_no_failure(folder: Path, question: str) -> None:
    answer = ask_json(folder, question)
    shown = run(folder, "ask", question)

    assert answer["found"] is False
    assert answer["passages"] == []
    assert shown.returncode == 0
    assert "tidak ditemukan di sumber kami" in " ".join(shown.stdout.split())


def test_a_greeting_is_returned_without_passages(folder: Path) -> None:
    answer = ask_json(folder, "halo, selamat pagi")

    assert (answer["status"], answer["found"]) == ("small_talk", False)
    assert (answer["passages"], answer["near"]) == ([], [])
    assert "Silakan" in run(folder, "ask", "halo, selamat pagi").stdout


def test_a_claim_brings_its_card(folder: Path) -> None:
    answer = ask_json(folder, "Benarkah suara Ganjar-Mahfud dikunci 17 persen?")

    claim = answer["claim"]
    assert claim["key"] == "dikunci-17-persen"
    assert claim["outcome"]["date"] == "2024-04-22"
    assert claim["sections"][0]["heading"] == "Klaim"
    assert claim["sections"][0]["lines"][0]["articles"]


@pytest.mark.parametrize("question", ["", "   ", "🙂", "?!"])
def test_a_question_without_words_is_asked_for_some(folder: Path, question: str) -> None:
    assert ask_json(folder, question)["found"] is False


def test_of_a_very_long_question_the_beginning_is_read_and_that_is_said(folder: Path) -> None:
    question = f"{ALIBABA} " + "tolong dijawab ya " * 400
    done = run(folder, "ask", question)

    assert "4.096 huruf pertama" in done.stdout
    assert "Alibaba" in done.stdout
    assert ask_json(folder, question)["question"] == question


def test_what_the_question_smuggles_in_does_not_reach_the_terminal(folder: Path) -> None:
    done = run(folder, "ask", "apa itu \x1b[31m\x1b]0;judul\x07sirekapp \x9b2J?")

    assert not {"\x1b", "\x07", "\x9b"} & {*done.stdout}


def test_a_damaged_cache_is_rebuilt_and_never_trusted(tmp_path: Path) -> None:
    first = run(tmp_path, "ask", ALIBABA)
    files = [path for path in (tmp_path / "data" / "cache").rglob("*") if path.is_file()]
    assert files
    for path in files:
        path.write_bytes(b"rusak")

    again = run(tmp_path, "ask", ALIBABA)
    assert again.stdout == first.stdout
    assert "Traceback" not in again.stderr
    assert all(path.read_bytes() != b"rusak" for path in files)
