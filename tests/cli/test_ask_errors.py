"""What cannot work ends with one clear line on standard error, never a traceback."""

from __future__ import annotations

import json
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.console.running import PROGRAM, make_environment, run

if TYPE_CHECKING:
    from pathlib import Path


def test_a_missing_corpus_is_named(tmp_path: Path) -> None:
    done = run(tmp_path, "ask", "apa?", CORPUS_DIR="hilang")

    assert (done.returncode, done.stdout) == (2, "")
    assert str(tmp_path / "hilang") in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_empty_corpus_is_named(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    done = run(tmp_path, "ask", "apa?", CORPUS_DIR="kosong")

    assert (done.returncode, done.stdout) == (2, "")
    assert "kosong" in done.stderr
    assert "Traceback" not in done.stderr


def test_bad_settings_are_all_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=keras\nLOG_FORMAT=xml\n", encoding="utf-8")
    done = run(tmp_path, "ask", "apa?")

    assert (done.returncode, done.stdout) == (2, "")
    assert [line.split()[1] for line in done.stderr.splitlines()] == ["LOG_LEVEL", "LOG_FORMAT"]


def test_an_unknown_command_is_refused(tmp_path: Path) -> None:
    done = run(tmp_path, "tanya", "apa?")

    assert (done.returncode, done.stdout) == (2, "")
    assert "tanya" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [("--help",), ("ask", "--help"), ("chat", "--help")])
def test_help_is_printed(words: tuple[str, ...], tmp_path: Path) -> None:
    done = run(tmp_path, *words, LOG_LEVEL="rusak")

    assert (done.returncode, done.stderr) == (0, "")
    assert "usage: tanya-sirekap" in done.stdout


def test_a_cache_folder_that_cannot_be_written_does_not_keep_from_answering(
    tmp_path: Path,
) -> None:
    (tmp_path / "berkas").write_text("bukan folder", encoding="utf-8")
    done = run(tmp_path, "ask", "apa itu sirekap?", DATA_DIR="berkas")

    assert done.returncode == 0
    assert "https://" in done.stdout
    assert "Traceback" not in done.stderr


def test_ctrl_c_ends_quietly(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "ask", "--json", "-"],
        cwd=tmp_path,
        env=make_environment(tmp_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("apa itu sirekap?\n")
    process.stdin.flush()
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=10)

    assert errors == ""
    assert process.returncode == 130


def test_bytes_that_are_no_text_are_read_as_far_as_they_can_be(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "ask", "--json", "-"],
        cwd=tmp_path,
        env=make_environment(tmp_path),
        input=b"apa itu sirekap \xff?\n",
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["question"] == "apa itu sirekap \ufffd?"


def test_an_output_without_the_letters_gets_marks_in_their_place(tmp_path: Path) -> None:
    done = run(tmp_path, "ask", "apa itu sirekap?", PYTHONIOENCODING="ascii")

    assert done.returncode == 0
    assert "https://" in done.stdout
