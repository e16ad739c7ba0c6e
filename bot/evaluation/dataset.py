"""A data set of questions and passages in four files, read and checked.

`corpus.jsonl`, `queries.jsonl`, `qrels.jsonl` and `unanswerable.jsonl` hold one JSON object a
line. Measuring fits nothing to a data set: it is searched as the bot searches its own corpus.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.search import Passage
from bot.texts import evaluation as texts

FORMS = ("text", "typo", "slang")
"""How each question is written: as it was asked, with typing slips, in chat spelling."""


class DatasetError(Exception):
    """A data set that cannot be used; the message is Indonesian and names file and line."""


@dataclass(frozen=True, slots=True)
class AnswerableQuestion:
    """A question in each of `FORMS` and the ids of the passages that answer it, at least one."""

    source: str
    forms: Mapping[str, str]
    relevant: frozenset[str]


@dataclass(frozen=True, slots=True)
class UnanswerableQuestion:
    """A question that no passage answers."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """Passages, the questions that they answer and the questions that they do not answer."""

    passages: tuple[Passage, ...]
    answerable: tuple[AnswerableQuestion, ...]
    unanswerable: tuple[UnanswerableQuestion, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    place: str
    texts: Mapping[str, str]


def read_dataset(folder: Path) -> Dataset:
    """Read the data set in `folder`.

    Raises:
        DatasetError: a file is missing, unreadable or empty, a line is no object with the
            expected texts, an id comes twice, or a question and its passages do not fit together.
    """
    passages = _read_by_id(folder / "corpus.jsonl", "text")
    questions = _read_by_id(folder / "queries.jsonl", "source", *FORMS)
    relevant = _read_relevant(folder / "qrels.jsonl", passages, questions)
    unanswerable = _read_rows(folder / "unanswerable.jsonl", "kind", "text")
    return Dataset(
        tuple(Passage(id_, id_, 0, row.texts["text"]) for id_, row in passages.items()),
        tuple(_pair(id_, row, relevant) for id_, row in questions.items()),
        tuple(UnanswerableQuestion(row.texts["kind"], row.texts["text"]) for row in unanswerable),
    )


def _pair(id_: str, row: _Row, relevant: Mapping[str, set[str]]) -> AnswerableQuestion:
    if id_ not in relevant:
        raise DatasetError(texts.describe_unanswered(row.place, id_))
    forms = {form: row.texts[form] for form in FORMS}
    return AnswerableQuestion(row.texts["source"], forms, frozenset(relevant[id_]))


def _read_relevant(
    path: Path, passages: Mapping[str, _Row], questions: Mapping[str, _Row]
) -> Mapping[str, set[str]]:
    relevant: dict[str, set[str]] = defaultdict(set)
    for row in _read_rows(path, "query", "passage"):
        for name, known in (("query", questions), ("passage", passages)):
            if row.texts[name] not in known:
                raise DatasetError(texts.describe_unknown_id(row.place, name, row.texts[name]))
        relevant[row.texts["query"]].add(row.texts["passage"])
    return relevant


def _read_by_id(path: Path, *names: str) -> Mapping[str, _Row]:
    rows: dict[str, _Row] = {}
    for row in _read_rows(path, "id", *names):
        id_ = row.texts["id"]
        if id_ in rows:
            raise DatasetError(texts.describe_repeated_id(row.place, id_, rows[id_].place))
        rows[id_] = row
    return rows


def _read_rows(path: Path, *names: str) -> list[_Row]:
    try:
        with path.open("rb") as file:
            rows = [
                _Row(f"{path}:{number}", dict(_pick(line, f"{path}:{number}", names)))
                for number, line in enumerate(file, start=1)
                if line.strip()
            ]
    except OSError as error:
        raise DatasetError(texts.describe_unreadable(path, error.strerror or str(error))) from error
    if not rows:
        raise DatasetError(texts.describe_empty(path))
    return rows


def _pick(line: bytes, place: str, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    try:
        row: object = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise DatasetError(texts.describe_bad_json(place)) from error
    for name in names:
        value = row.get(name) if isinstance(row, dict) else None
        if not isinstance(value, str):
            raise DatasetError(texts.describe_missing_text(place, name))
        yield name, value
