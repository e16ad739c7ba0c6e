"""The golden set: questions with the articles that answer them, and questions without any.

The files and their fields are described in `tests/golden/README.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot.articles import Corpus, Problem
from bot.articles.marked_yaml import Node
from bot.evaluation.golden_file import Entry, FaultError, list_nodes
from bot.texts import evaluation as texts

GOLDEN_FOLDER = Path(__file__).resolve().parents[2] / "tests" / "golden"
FOLLOWUP = "followup"
REGISTERS = ("formal", "colloquial", "typos", "keywords", "english", "rumour", FOLLOWUP)
KINDS = ("off-topic", "small-talk", "nonsense", "near-topic", "sirekap")
_NEW = "new"


class GoldenSetError(Exception):
    """A golden set that cannot be used; one Indonesian line for each fault, with file and line."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems; they are the message, one a line."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class AnswerableQuestion:
    """A question that each of the articles in `files` answers.

    A follow-up has the question before it in `previous`, on which it leans unless it is `new`.
    """

    text: str
    register: str
    files: frozenset[str]
    previous: str | None = None
    new: bool = False


@dataclass(frozen=True, slots=True)
class UnanswerableQuestion:
    """A question that no article answers; `missing` is what it names and no article has."""

    text: str
    kind: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldenSet:
    """Every question, in the order of the files."""

    answerable: tuple[AnswerableQuestion, ...]
    unanswerable: tuple[UnanswerableQuestion, ...]


_Question = TypeVar("_Question", AnswerableQuestion, UnanswerableQuestion)


def read_golden_set(folder: Path, corpus: Corpus) -> GoldenSet:
    """Read `questions.yaml` and `unanswerable.yaml` in `folder`.

    Args:
        folder: where the two files are.
        corpus: the articles that may be named as an answer, unless they are retracted.

    Raises:
        GoldenSetError: a file is missing or no YAML list, a field is missing, unknown or of the
            wrong kind, a question comes twice, or an article does not exist.
    """
    reader = _Reader({a.file for a in corpus.articles if a.retracted is None})
    golden = GoldenSet(
        tuple(reader.read(folder / "questions.yaml", reader.answerable)),
        tuple(reader.read(folder / "unanswerable.yaml", reader.unanswerable)),
    )
    if reader.problems:
        raise GoldenSetError(*reader.problems)
    return golden


class _Reader:
    def __init__(self, articles: Collection[str]) -> None:
        self.problems: list[Problem] = []
        self._articles = articles
        self._places: dict[tuple[str, str], str] = {}

    def read(
        self, path: Path, read: Callable[[Node], tuple[_Question, int]]
    ) -> Iterator[_Question]:
        for node in self._list_nodes(path):
            try:
                question, line = read(node)
                self._refuse_repeated(question, f"{path.name}:{line}", line)
            except FaultError as fault:
                self._report(path, fault)
            else:
                yield question

    def answerable(self, node: Node) -> tuple[AnswerableQuestion, int]:
        entry = Entry(node, ("q", "register", "files", "previous", "kind"))
        register = entry.choice("register", REGISTERS)
        kind = entry.choice("kind", (_NEW,)) if entry.optional("kind") else None
        previous = entry.optional("previous")
        if (previous is not None) != (register == FOLLOWUP):
            raise FaultError(entry.line, texts.FOLLOWUP_ALONE)
        files = entry.texts("files")
        if not files:
            raise FaultError(entry.line, texts.NO_FILES)
        for file, line in files:
            if file not in self._articles:
                raise FaultError(line, texts.describe_unknown_article(file))
        named = frozenset(file for file, _ in files)
        question = AnswerableQuestion(
            entry.text("q"), register, named, previous, new=kind is not None
        )
        return question, entry.line

    def unanswerable(self, node: Node) -> tuple[UnanswerableQuestion, int]:
        entry = Entry(node, ("q", "kind", "missing"))
        missing = tuple(word for word, _ in entry.texts("missing"))
        question = UnanswerableQuestion(entry.text("q"), entry.choice("kind", KINDS), missing)
        return question, entry.line

    def _list_nodes(self, path: Path) -> tuple[Node, ...]:
        try:
            return list_nodes(path)
        except FaultError as fault:
            self._report(path, fault)
            return ()

    def _refuse_repeated(
        self, question: AnswerableQuestion | UnanswerableQuestion, place: str, line: int
    ) -> None:
        previous = question.previous if isinstance(question, AnswerableQuestion) else None
        key = (_fold(previous or ""), _fold(question.text))
        first = self._places.setdefault(key, place)
        if first != place:
            raise FaultError(line, texts.describe_repeated_question(question.text, first))

    def _report(self, path: Path, fault: FaultError) -> None:
        self.problems.append(Problem(path.name, fault.line, *fault.wording))


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
