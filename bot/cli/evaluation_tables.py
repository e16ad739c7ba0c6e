"""The figures of `eval` as tables for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table

from bot.console.screen import plain
from bot.evaluation.figures import (
    AUC,
    COUNT,
    DECLINED,
    DECLINING,
    FIRST,
    FIRST_THREE,
    MRR,
    NAMED,
    NEAR,
    WITH,
    WITHOUT,
    Figures,
    Row,
    Rows,
)
from bot.texts import evaluation as texts

if TYPE_CHECKING:
    from bot.evaluation import DatasetFigures, GoldenRun

_NOWHERE = 1_000_000
"""Stands for a place behind every other."""


def render_golden(figures: Figures) -> Iterator[Table]:
    """Yield a table of the ranking without and with the articles' questions, and of declines."""
    names = {FIRST: texts.FIRST, FIRST_THREE: texts.FIRST_THREE, MRR: texts.MRR}
    yield _render(texts.WITHOUT_QUESTIONS, texts.REGISTER, figures[WITHOUT], names)
    yield _render(texts.WITH_QUESTIONS, texts.REGISTER, figures[WITH], names)
    declines = {
        DECLINED: texts.DECLINED,
        NEAR: texts.NEAR,
        NAMED: texts.NAMED,
        AUC: texts.AUC,
    }
    yield _render(texts.DECLINING, texts.KIND, figures[DECLINING], declines)


def render_dataset(figures: DatasetFigures) -> Iterator[Table]:
    """Yield a table for each form of the questions, and one of the areas under the curve."""
    for form, rows in figures.forms.items():
        measures = {name: name for row in rows.values() for name in row}
        yield _render(texts.FORMS[form], texts.SOURCE, rows, measures)
    auc = {kind: {texts.AUC: value} for kind, value in figures.found_auc.items()}
    yield _render(texts.FOUND, texts.KIND, auc, {texts.AUC: texts.AUC})


def render_failures(run: GoldenRun, limit: int) -> Iterator[Table]:
    """Yield a table of the `limit` answerable questions that miss by most, if any is wanted."""
    missed = [
        (outcome.placings.without_questions.place or _NOWHERE, outcome)
        for outcome in run.answerable
    ]
    worst = sorted(missed, key=lambda pair: -pair[0])[: max(limit, 0)]
    if worst:
        table = Table(
            title=texts.FAILURES, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False
        )
        for heading in (texts.PLACE, texts.QUESTION, texts.RIGHT_AND_BEST):
            table.add_column(heading, overflow="fold")
        for place, outcome in worst:
            best = outcome.placings.without_questions.best
            question = f"{outcome.question.previous or ''} {outcome.question.text}".strip()
            right = "\n".join(sorted(outcome.question.files))
            table.add_row(
                texts.NOWHERE if place == _NOWHERE else str(place),
                plain(question),
                plain(f"{right}\n{texts.describe_best(best)}"),
            )
        yield table


def _render(title: str, heading: str, rows: Rows, measures: Mapping[str, str]) -> Table:
    counted = any(COUNT in row for row in rows.values())
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(heading)
    for name in [*([texts.COUNT] if counted else []), *measures.values()]:
        table.add_column(name, justify="right")
    for name, row in rows.items():
        count = [f"{row[COUNT]:.0f}"] if counted else []
        table.add_row(plain(texts.name_row(name)), *count, *_cells(row, measures))
    return table


def _cells(row: Row, measures: Iterable[str]) -> list[str]:
    return [texts.format_share(row[name]) if name in row else "" for name in measures]
