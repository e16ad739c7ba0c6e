"""How well the bot's search finds the passages of a data set, and tells when there is none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from bot.answers.confidence import confidence
from bot.answers.small_talk import recognise_small_talk
from bot.articles import Glossary
from bot.evaluation.dataset import FORMS, AnswerableQuestion, Dataset
from bot.evaluation.metrics import average, measure, roc_auc
from bot.evaluation.watching import Watch, unwatched
from bot.search import SearchEngine
from bot.search.sources import Source

MACRO = "macro"
_UNSEEN = "idk"
"""The source whose questions were written without sight of the passage, as a bot's are."""

_Measures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class DatasetFigures:
    """What was measured on a data set.

    `forms` maps each form of the questions to the measures of each source and of their mean,
    "macro". `found_auc` maps each kind of unanswerable question to the ROC-AUC of the confidence
    between it and the answerable questions.
    """

    forms: Mapping[str, Mapping[str, _Measures]]
    found_auc: Mapping[str, float]

    def as_json(self) -> dict[str, object]:
        """Return the object that `eval --dataset --json` prints."""
        return {**self.forms, "found_auc": self.found_auc}


@dataclass(frozen=True, slots=True)
class _Outcome:
    source: str
    measures: _Measures
    confidence: float


def evaluate_dataset(
    dataset: Dataset, glossary: Glossary, watch: Watch = unwatched
) -> DatasetFigures:
    """Search `dataset` as the bot searches its corpus, every passage an article without a title."""
    engine = SearchEngine.build([Source("", (p,)) for p in dataset.passages], glossary)
    outcomes = {
        form: [_ask(engine, question, form) for question in watch(dataset.answerable, form)]
        for form in FORMS
    }
    answerable = [o.confidence for o in outcomes["text"] if o.source == _UNSEEN]
    kinds: dict[str, list[float]] = defaultdict(list)
    for question in watch(dataset.unanswerable, "found_auc"):
        kinds[question.kind].append(_search(engine, question.text)[1])
    return DatasetFigures(
        {form: _summarise(of_form) for form, of_form in outcomes.items()},
        {
            kind: roc_auc(answerable or [o.confidence for o in outcomes["text"]], scores)
            for kind, scores in sorted(kinds.items())
        },
    )


def _ask(engine: SearchEngine, question: AnswerableQuestion, form: str) -> _Outcome:
    keys, sure = _search(engine, question.forms[form])
    hits = [key in question.relevant for key in keys]
    return _Outcome(question.source, measure(hits, len(question.relevant)), sure)


def _search(engine: SearchEngine, text: str) -> tuple[list[str], float]:
    """Return the keys of the passages found, best first, and how sure the bot is of them."""
    query = engine.read(text)
    ranking = engine.rank(query)
    passages = engine.index.passages
    keys = [passages[place].key for place in ranking.positions.tolist()]
    if recognise_small_talk(text):
        return keys, 0.0
    return keys, confidence(query, ranking, engine)


def _summarise(outcomes: list[_Outcome]) -> dict[str, _Measures]:
    by_source: dict[str, list[_Measures]] = defaultdict(list)
    for outcome in outcomes:
        by_source[outcome.source].append(outcome.measures)
    sources = {source: average(rows) for source, rows in sorted(by_source.items())}
    return {MACRO: average(sources.values()), **sources}
