"""The last figures of the golden set, kept beside it for programs and for readers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.articles import Problem
from bot.evaluation.figures import (
    AUC,
    COUNT,
    CURVE,
    DECLINED,
    DECLINING,
    FIRST,
    FIRST_THREE,
    MRR,
    NAMED,
    NEAR,
    RIGHT,
    WITH,
    WITHOUT,
    Figures,
    Row,
)
from bot.evaluation.golden import GoldenSetError
from bot.texts import evaluation as texts

_FILE = "figures.json"
_README = "README.md"
_START, _END = "<!-- figures -->\n", "<!-- /figures -->\n"
_RANKING = {FIRST: "First", FIRST_THREE: "First three", MRR: "MRR@5"}
_DECLINING = {DECLINED: "Declined", NEAR: "Shown as near", NAMED: "Missing named", AUC: "AUC"}


def read_record(folder: Path) -> Figures:
    """Return the figures that `write_record` last left in `folder`.

    Raises:
        OSError: there are none.
        ValueError: the file is damaged.
    """
    figures: Figures = json.loads((folder / _FILE).read_text("utf-8"))
    return figures


def write_record(folder: Path, figures: Figures) -> None:
    """Keep `figures` in `figures.json` and in the tables of `README.md` in `folder`.

    Raises:
        OSError: a file cannot be read or written.
        GoldenSetError: the README lacks the marks between which the tables stand.
    """
    readme = folder / _README
    text = readme.read_text("utf-8")
    before, start, rest = text.partition(_START)
    _, end, after = rest.partition(_END)
    if not (start and end):
        marks = f"{_START.strip()} {_END.strip()}"
        raise GoldenSetError(Problem(_README, 1, *texts.describe_missing_marks(marks)))
    readme.write_text(f"{before}{start}\n{render_markdown(figures)}\n{end}{after}", "utf-8")
    (folder / _FILE).write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


def render_markdown(figures: Figures) -> str:
    """Return the figures as three Markdown tables, shares in per cent."""
    ranked = ["Register", "Questions", *_RANKING.values()]
    ranked += [f"{name}, with `questions`" for name in _RANKING.values()]
    placings = [
        [name, str(row[COUNT]), *_cells(row, _RANKING), *_cells(figures[WITH][name], _RANKING)]
        for name, row in figures[WITHOUT].items()
    ]
    declined = [
        [name, str(row[COUNT]), *_cells(row, _DECLINING)]
        for name, row in figures[DECLINING].items()
    ]
    kinds = [*figures[DECLINING], RIGHT]
    curve = [[threshold, *_cells(row, kinds)] for threshold, row in figures[CURVE].items()]
    tables = [
        _table(ranked, placings),
        _table(["Kind", "Questions", *_DECLINING.values()], declined),
        _table(["Confidence at least", *kinds[:-1], "first article right"], curve),
    ]
    return "\n".join(line for table in tables for line in (*table, ""))


def _cells(row: Row, measures: Iterable[str]) -> list[str]:
    return [f"{100 * row[name]:.1f}" if name in row else "" for name in measures]


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    rule = ["---", *["--:"] * (len(heads) - 1)]
    return ["| " + " | ".join(cells) + " |" for cells in (heads, rule, *rows)]
