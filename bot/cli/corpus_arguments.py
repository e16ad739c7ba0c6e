"""The commands of `corpus` that change or export articles; what they need is imported as they run.

To look at the corpus takes neither the desk nor its database.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from bot.texts import desk as texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.settings import Settings

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001

_SHOWN = 10


def add_commands(commands: _Commands) -> None:
    """Add `add`, `retract`, `correct`, `undo`, `history` and `export`."""
    _add_adding(commands)
    _add_changing(commands)
    exporting = commands.add_parser("export", help=texts.EXPORT, description=texts.EXPORT)
    exporting.add_argument(
        "--format", required=True, choices=("jsonl", "claimreview"), help=texts.EXPORT_FORMAT
    )
    exporting.set_defaults(run=_import_later("corpus_export", "run"))


def _add_adding(commands: _Commands) -> None:
    adding = commands.add_parser("add", help=texts.ADD, description=texts.ADD)
    adding.add_argument("source", metavar="SOURCE", help=texts.ADD_SOURCE)
    adding.add_argument("--url", default="", help=texts.ADD_URL)
    adding.add_argument("--outlet", default="", help=texts.ADD_OUTLET)
    adding.add_argument("--published", type=_parse_day, metavar="DATE", help=texts.ADD_PUBLISHED)
    adding.add_argument("--title", default="", help=texts.ADD_TITLE)
    adding.add_argument("--kind", default="", help=texts.ADD_KIND)
    for name, text in (("perspectives", texts.ADD_PERSPECTIVES), ("topics", texts.ADD_TOPICS)):
        adding.add_argument(f"--{name}", type=_parse_ids, default=(), metavar="IDS", help=text)
    adding.add_argument("--question", action="append", default=[], help=texts.ADD_QUESTION)
    adding.add_argument("--ringkasan", type=Path, metavar="FILE", help=texts.ADD_SUMMARY)
    adding.add_argument("--publish", action="store_true", help=texts.ADD_PUBLISH)
    adding.set_defaults(run=_import_later("corpus_add", "run"))


def _add_changing(commands: _Commands) -> None:
    retracting = commands.add_parser("retract", help=texts.RETRACT, description=texts.RETRACT)
    retracting.add_argument("key", metavar="KEY", help=texts.KEY)
    retracting.add_argument("--reason", required=True, help=texts.REASON)
    retracting.set_defaults(run=_import_later("corpus_changes", "run_retract"))
    correcting = commands.add_parser("correct", help=texts.CORRECT, description=texts.CORRECT)
    correcting.add_argument("key", metavar="KEY", help=texts.KEY)
    correcting.add_argument("--text", required=True, help=texts.CORRECTION)
    correcting.set_defaults(run=_import_later("corpus_changes", "run_correct"))
    undoing = commands.add_parser("undo", help=texts.UNDO, description=texts.UNDO)
    undoing.add_argument("number", nargs="?", type=int, metavar="NUMBER", help=texts.NUMBER)
    undoing.set_defaults(run=_import_later("corpus_changes", "run_undo"))
    history = commands.add_parser("history", help=texts.HISTORY, description=texts.HISTORY)
    history.add_argument("key", nargs="?", metavar="KEY", help=texts.HISTORY_KEY)
    history.add_argument("--limit", type=int, default=_SHOWN, help=texts.HISTORY_LIMIT)
    history.set_defaults(run=_import_later("corpus_changes", "run_history"))


def _import_later(module: str, name: str) -> Callable[[argparse.Namespace, Settings], int]:
    def run(args: argparse.Namespace, settings: Settings) -> int:
        return int(getattr(import_module(f"bot.cli.{module}"), name)(args, settings))

    return run


def _parse_day(text: str) -> date:
    # Only who names a day needs to read one.
    from bot.desk.intake.dates import read_day  # noqa: PLC0415

    mention = read_day(text)
    if mention is None:
        raise argparse.ArgumentTypeError(texts.BAD_DAY)
    return mention.day


def _parse_ids(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
