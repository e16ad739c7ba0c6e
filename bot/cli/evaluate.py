"""`eval`: figures of the golden set, or of a data set of questions and passages."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import track

from bot.answers import open_answerer
from bot.articles import load_corpus
from bot.cli.evaluation_tables import render_dataset, render_failures, render_golden
from bot.console.screen import open_screen
from bot.evaluation import (
    GOLDEN_FOLDER,
    DatasetError,
    GoldenSetError,
    evaluate_dataset,
    read_dataset,
    read_golden_set,
    run_golden_set,
    summarise,
    write_record,
)
from bot.texts import evaluation as texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import RenderableType

    from bot.evaluation import Item
    from bot.settings import Settings

_UNUSABLE = 2


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the program's parser."""
    parser = subparsers.add_parser("eval", help=texts.EVAL, description=texts.EVAL)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--dataset", type=Path, metavar="DIR", help=texts.EVAL_DATASET)
    what.add_argument("--update", action="store_true", help=texts.EVAL_UPDATE)
    what.add_argument("--failures", type=int, default=0, metavar="N", help=texts.EVAL_FAILURES)
    parser.add_argument("--json", action="store_true", help=texts.EVAL_JSON)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Print the figures and return 0, or 2 when what should be measured on cannot be used."""
    try:
        if args.dataset is None:
            _evaluate_golden(args, settings)
        else:
            _evaluate_dataset(args, settings)
    except (DatasetError, GoldenSetError) as error:
        sys.stderr.write(f"{error}\n")
        return _UNUSABLE
    return 0


def _evaluate_dataset(args: argparse.Namespace, settings: Settings) -> None:
    dataset = read_dataset(args.dataset)
    figures = evaluate_dataset(dataset, load_corpus(settings.corpus_dir).glossary, _watch)
    _write(figures.as_json(), render_dataset(figures), as_json=args.json)


def _evaluate_golden(args: argparse.Namespace, settings: Settings) -> None:
    answerer = open_answerer(settings.corpus_dir, settings.data_dir / "cache")
    golden = read_golden_set(GOLDEN_FOLDER, answerer.corpus)
    outcome = run_golden_set(golden, answerer, _watch)
    figures = summarise(outcome)
    if args.update:
        write_record(GOLDEN_FOLDER, figures)
    tables = [*render_golden(figures), *render_failures(outcome, args.failures)]
    _write(figures, tables, as_json=args.json)


def _write(figures: object, tables: Iterable[RenderableType], *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(figures, ensure_ascii=False) + "\n")
        return
    screen = open_screen()
    for table in tables:
        screen.print(table)


def _watch(items: Sequence[Item], label: str) -> Iterable[Item]:
    screen = Console(file=sys.stderr)
    return track(items, label, console=screen, transient=True, disable=not screen.is_terminal)
