"""Asks the golden set: which place the right article takes, and what is declined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers import Answerer, Status
from bot.evaluation.golden import AnswerableQuestion, GoldenSet, UnanswerableQuestion
from bot.evaluation.watching import Watch, unwatched
from bot.search import Ranking, Weights
from bot.search.tokens import tokenize

_WITHOUT = Weights(questions=0)


@dataclass(frozen=True, slots=True)
class Placing:
    """Where the first right article stands, from 1, or None; `best` is the first article's file."""

    place: int | None
    best: str | None


@dataclass(frozen=True, slots=True)
class Placings:
    """How a question fares when the articles' own questions are not searched, and when they are."""

    without_questions: Placing
    with_questions: Placing


@dataclass(frozen=True, slots=True)
class AnswerableOutcome:
    """What became of a question that the corpus answers."""

    question: AnswerableQuestion
    placings: Placings
    status: Status
    confidence: float


@dataclass(frozen=True, slots=True)
class UnanswerableOutcome:
    """What became of a question that the corpus does not answer.

    `named` tells whether something that it lacks was named; None when nothing is expected.
    """

    question: UnanswerableQuestion
    status: Status
    confidence: float
    named: bool | None


@dataclass(frozen=True, slots=True)
class GoldenRun:
    """What became of every question; `own` are those that the articles ask themselves."""

    answerable: Sequence[AnswerableOutcome]
    unanswerable: Sequence[UnanswerableOutcome]
    own: Sequence[Placings]


def run_golden_set(golden: GoldenSet, answerer: Answerer, watch: Watch = unwatched) -> GoldenRun:
    """Ask every question of `golden`, and every article its own questions.

    Args:
        golden: the questions.
        answerer: answers from the corpus whose articles `golden` names.
        watch: is told how far the run has come.
    """
    ranker = _Ranker(answerer)
    own = [
        (question, frozenset({article.file}))
        for article in answerer.corpus.articles
        if article.retracted is None
        for question in article.questions
    ]
    return GoldenRun(
        [_ask(q, ranker, answerer) for q in watch(golden.answerable, "questions.yaml")],
        [_tempt(q, answerer) for q in watch(golden.unanswerable, "unanswerable.yaml")],
        [ranker.place(text, None, right) for text, right in watch(own, "corpus")],
    )


class _Ranker:
    def __init__(self, answerer: Answerer) -> None:
        self._engine = answerer.engine
        articles = answerer.corpus.by_key
        self._files = [articles[p.article].file for p in self._engine.index.passages]

    def place(self, text: str, previous: str | None, right: frozenset[str]) -> Placings:
        query = self._engine.read(text, previous)
        return Placings(
            self._place(self._engine.rank(query, _WITHOUT), right),
            self._place(self._engine.rank(query), right),
        )

    def _place(self, ranking: Ranking, right: frozenset[str]) -> Placing:
        files = list(
            dict.fromkeys(self._files[position] for position in ranking.positions.tolist())
        )
        place = next((n for n, file in enumerate(files, start=1) if file in right), None)
        return Placing(place, files[0] if files else None)


def _ask(question: AnswerableQuestion, ranker: _Ranker, answerer: Answerer) -> AnswerableOutcome:
    placings = ranker.place(question.text, question.previous, question.files)
    answer = answerer.answer(question.text, previous=question.previous)
    return AnswerableOutcome(question, placings, answer.status, answer.confidence)


def _tempt(question: UnanswerableQuestion, answerer: Answerer) -> UnanswerableOutcome:
    answer = answerer.answer(question.text)
    named = _share_word(question.missing, answer.understanding.missing)
    return UnanswerableOutcome(
        question, answer.status, answer.confidence, named if question.missing else None
    )


def _share_word(expected: Sequence[str], named: Sequence[str]) -> bool:
    return not _words(expected).isdisjoint(_words(named))


def _words(texts: Sequence[str]) -> set[str]:
    return {token.text for text in texts for token in tokenize(text)}
