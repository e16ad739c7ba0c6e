"""Data sets: what is read, and what is refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation import DatasetError, read_dataset
from tests.evaluation.small_dataset import CORPUS, FILES, QRELS, QUERIES, write_dataset


def refuse(folder: Path) -> str:
    with pytest.raises(DatasetError) as caught:
        read_dataset(folder)
    return str(caught.value)


def test_a_question_comes_with_its_forms_and_the_passages_that_answer_it(tmp_path: Path) -> None:
    dataset = read_dataset(
        write_dataset(tmp_path, qrels=[*QRELS, {"query": "q1", "passage": "p2"}])
    )

    first = dataset.answerable[0]
    assert first.source == "idk"
    assert first.forms == {form: QUERIES[0][form] for form in ("text", "typo", "slang")}
    assert first.relevant == {"p1", "p2"}
    assert [passage.key for passage in dataset.passages] == ["p1", "p2", "p3"]
    assert [question.kind for question in dataset.unanswerable] == ["chat", "absent"]


def test_blank_lines_are_passed_over(tmp_path: Path) -> None:
    path = write_dataset(tmp_path) / "corpus.jsonl"
    path.write_text(path.read_text("utf-8").replace("\n", "\n\n"), "utf-8")

    assert len(read_dataset(tmp_path).passages) == len(CORPUS)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    path = write_dataset(tmp_path) / name
    path.unlink()

    assert refuse(tmp_path).startswith(f"{path}: berkas tidak bisa dibuka")


@pytest.mark.parametrize("name", FILES)
def test_an_empty_file_is_named(tmp_path: Path, name: str) -> None:
    path = write_dataset(tmp_path) / name
    path.write_text("\n", "utf-8")

    assert refuse(tmp_path).startswith(f"{path}:1: berkas ini kosong")


@pytest.mark.parametrize(
    "line", [b'{"id": "p2"', b"\xff\xfe", b"[" * 100_000, b'{"id": "p2", "text": "x"} more']
)
def test_a_line_that_is_no_json_is_named(tmp_path: Path, line: bytes) -> None:
    path = write_dataset(tmp_path) / "corpus.jsonl"
    path.write_bytes(b'{"id": "p1", "text": "x"}\n' + line + b"\n")

    assert refuse(tmp_path).startswith(f"{path}:2: baris ini bukan JSON")


@pytest.mark.parametrize(
    "line", ['{"id": "p2"}', '{"id": "p2", "text": 7}', "[]", '"text"', "null"]
)
def test_a_line_without_the_expected_text_is_named(tmp_path: Path, line: str) -> None:
    path = write_dataset(tmp_path) / "corpus.jsonl"
    path.write_text('{"id": "p1", "text": "x"}\n' + line + "\n", "utf-8")

    assert refuse(tmp_path).startswith(f"{path}:2: isian “")


def test_an_id_that_comes_twice_is_named_with_both_lines(tmp_path: Path) -> None:
    write_dataset(tmp_path, corpus=[*CORPUS, CORPUS[0]])
    path = tmp_path / "corpus.jsonl"

    assert refuse(tmp_path).startswith(f"{path}:4: id “p1” sudah dipakai di {path}:1")


@pytest.mark.parametrize(
    ("row", "file"),
    [
        ({"query": "q9", "passage": "p1"}, "queries.jsonl"),
        ({"query": "q1", "passage": "p9"}, "corpus.jsonl"),
    ],
)
def test_an_answer_that_names_what_is_not_there_is_named(
    tmp_path: Path, row: dict[str, str], file: str
) -> None:
    write_dataset(tmp_path, qrels=[*QRELS, row])

    message = refuse(tmp_path)
    assert message.startswith(f"{tmp_path / 'qrels.jsonl'}:4: id “")
    assert f"tidak ada di {file}" in message


def test_a_question_without_an_answer_is_named(tmp_path: Path) -> None:
    write_dataset(tmp_path, qrels=QRELS[:2])

    assert refuse(tmp_path).startswith(f"{tmp_path / 'queries.jsonl'}:3: pertanyaan “q3”")


@given(st.binary(max_size=200))
def test_no_bytes_do_worse_than_a_named_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = write_dataset(tmp_path_factory.mktemp("dataset"))
    path = folder / "unanswerable.jsonl"
    path.write_bytes(b"?" + data)

    assert refuse(folder).startswith(f"{path}:")
