"""`ask -` answers each line of standard input, in order, as soon as it is ready."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.console.running import PROGRAM, make_environment, run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lines")


def read_objects(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_each_line_gets_one_object_in_order(folder: Path) -> None:
    questions = ["apa itu sirekap?", "", "resep rendang", '{"question": "halo"}', "siapa Hasto?"]
    done = run(folder, "ask", "--json", "-", stdin="\n".join(questions))

    assert (done.returncode, done.stderr) == (0, "")
    answers = read_objects(done.stdout)
    assert [answer["question"] for answer in answers] == [
        *("apa itu sirekap?", "", "resep rendang", "halo", "siapa Hasto?"),
    ]
    assert [answer["found"] for answer in answers][:4] == [True, False, False, False]


def test_a_follow_up_is_understood_with_the_question_before_it(folder: Path) -> None:
    line = {"question": "kalau kata KPU?", "previous": "benarkah grafik sirekap dihilangkan?"}
    done = run(folder, "ask", "--json", "-", stdin=json.dumps(line))

    (answer,) = read_objects(done.stdout)
    assert answer["question"] == "kalau kata KPU?"
    assert any("grafik" in passage["text"].lower() for passage in answer["passages"])


def test_a_broken_line_is_named_and_the_others_are_answered(folder: Path) -> None:
    done = run(folder, "ask", "--json", "-", stdin='apa itu sirekap?\n{"q": 1}\nresep rendang\n')

    assert done.returncode == 2
    assert done.stderr.startswith("Baris 2: bukan objek JSON")
    assert len(read_objects(done.stdout)) == 3


def test_lines_can_be_read_as_text_as_well(folder: Path) -> None:
    done = run(folder, "ask", "-", stdin="apa itu sirekap?\nresep rendang\n")

    assert done.returncode == 0
    assert done.stdout.index("https://") < done.stdout.index("tidak ditemukan")


def test_no_input_gives_no_answer(folder: Path) -> None:
    done = run(folder, "ask", "--json", "-")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_an_answer_is_there_before_the_next_question_is_asked(folder: Path) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "ask", "--json", "-"],
        cwd=folder,
        env=make_environment(folder),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        for question in ("apa itu sirekap?", "resep rendang"):
            process.stdin.write(question + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["question"] == question
        process.stdin.close()
        assert process.wait(10) == 0


@pytest.mark.parametrize("words", [("ask", "-"), ("ask", "--json", "-"), ("chat",)])
def test_a_reader_that_goes_away_is_no_failure_to_speak_of(
    words: tuple[str, ...], folder: Path
) -> None:
    process = subprocess.Popen(
        [*PROGRAM, *words],
        cwd=folder,
        env=make_environment(folder),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout is not None
    process.stdout.close()
    _, errors = process.communicate("apa itu sirekap?\n" * 3, timeout=60)

    assert errors == ""
    assert process.returncode == 141
