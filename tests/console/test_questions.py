"""Lines of input become questions, whatever is in them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console.questions import Line, read_lines


def test_a_plain_line_is_a_question() -> None:
    assert list(read_lines(["apa itu sirekap?\n"])) == [Line(1, "apa itu sirekap?")]


def test_an_object_gives_the_question_and_the_one_before_it() -> None:
    line = '{"question": "kalau kata MK?", "previous": "apa kata KPU?"}\n'

    assert list(read_lines([line])) == [Line(1, "kalau kata MK?", "apa kata KPU?")]


def test_an_empty_line_asks_nothing_and_keeps_its_place() -> None:
    assert list(read_lines(["a\n", "\n", "b"])) == [Line(1, "a"), Line(2, ""), Line(3, "b")]


def test_a_mark_at_the_start_of_the_file_is_not_part_of_the_question() -> None:
    assert list(read_lines(["\ufeffapa?\n"])) == [Line(1, "apa?")]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        '{"query": "apa?"}',
        '{"question": 5}',
        '{"question": "apa?", "previous": 5}',
        '{"a":' * 100_000,
    ],
)
def test_what_looks_like_json_and_asks_nothing_is_marked(line: str) -> None:
    (read,) = read_lines([line])

    assert read.broken
    assert read.question == line


@given(st.text(), st.none() | st.text())
def test_every_object_comes_through(question: str, previous: str | None) -> None:
    line = json.dumps({"question": question, "previous": previous})

    assert list(read_lines([line])) == [Line(1, question, previous)]


def test_half_a_surrogate_pair_is_replaced() -> None:
    (read,) = read_lines([r'{"question": "apa \ud83d?"}'])

    assert read.question == "apa ??"


def test_lines_are_read_one_by_one() -> None:
    taken = []

    def lines() -> object:
        for text in ("satu", "dua"):
            taken.append(text)
            yield text

    next(read_lines(lines()))  # type: ignore[arg-type]
    assert taken == ["satu"]
