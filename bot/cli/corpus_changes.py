"""`corpus retract | correct | undo | history`: change articles, and see who changed what."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from bot.answers.claims import list_citations
from bot.cli.history_view import render_change
from bot.cli.operator_desk import REFUSED, show_warnings, use_desk
from bot.console.screen import open_screen, show
from bot.desk import OPERATOR, DeskError, Shelf
from bot.texts import desk as texts

if TYPE_CHECKING:
    from bot.articles import Corpus
    from bot.desk import Change, ChangeDesk
    from bot.settings import Settings

_SHOWN = 10


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `retract`, `correct`, `undo` and `history` to the commands of `corpus`."""
    retracting = commands.add_parser("retract", help=texts.RETRACT, description=texts.RETRACT)
    retracting.add_argument("key", metavar="KEY", help=texts.KEY)
    retracting.add_argument("--reason", required=True, help=texts.REASON)
    retracting.set_defaults(run=run_retract)
    correcting = commands.add_parser("correct", help=texts.CORRECT, description=texts.CORRECT)
    correcting.add_argument("key", metavar="KEY", help=texts.KEY)
    correcting.add_argument("--text", required=True, help=texts.CORRECTION)
    correcting.set_defaults(run=run_correct)
    undoing = commands.add_parser("undo", help=texts.UNDO, description=texts.UNDO)
    undoing.add_argument("number", nargs="?", type=int, metavar="NUMBER", help=texts.NUMBER)
    undoing.set_defaults(run=run_undo)
    history = commands.add_parser("history", help=texts.HISTORY, description=texts.HISTORY)
    history.add_argument("key", nargs="?", metavar="KEY", help=texts.HISTORY_KEY)
    history.add_argument("--limit", type=int, default=_SHOWN, help=texts.HISTORY_LIMIT)
    history.set_defaults(run=run_history)


def run_retract(args: argparse.Namespace, settings: Settings) -> int:
    """Retract an article; return 1 when that cannot be done."""
    shelf = Shelf.read(settings.corpus_dir)
    try:
        change = use_desk(
            settings, shelf, lambda desk: desk.retract(OPERATOR, args.key, args.reason)
        )
    except DeskError as error:
        return _refuse(error)
    sys.stdout.write(texts.describe_retracted(change.file, args.reason) + "\n")
    citing = _list_citing(shelf.find_corpus(), change.file)
    if citing:
        sys.stdout.write(texts.describe_citing_claims(citing) + "\n")
    show_warnings(change)
    return 0


def run_correct(args: argparse.Namespace, settings: Settings) -> int:
    """Write a dated correction into an article; return 1 when that cannot be done."""
    shelf = Shelf.read(settings.corpus_dir)
    try:
        change = use_desk(settings, shelf, lambda desk: desk.correct(OPERATOR, args.key, args.text))
    except DeskError as error:
        return _refuse(error)
    sys.stdout.write(texts.describe_corrected(change.file, args.text) + "\n")
    show_warnings(change)
    return 0


def run_undo(args: argparse.Namespace, settings: Settings) -> int:
    """Undo a change; return 1 when that cannot be done."""
    shelf = Shelf.read(settings.corpus_dir)
    try:
        change = use_desk(settings, shelf, lambda desk: desk.undo(OPERATOR, args.number))
    except DeskError as error:
        return _refuse(error)
    show(open_screen(), render_change(change))
    show_warnings(change)
    return 0


def run_history(args: argparse.Namespace, settings: Settings) -> int:
    """Show the last changes, the newest first; return 1 for an unknown key."""
    shelf = Shelf.read(settings.corpus_dir)

    async def list_changes(desk: ChangeDesk) -> list[Change]:
        return await desk.list_history(args.key, limit=max(args.limit, 0))

    try:
        changes = use_desk(settings, shelf, list_changes)
    except DeskError as error:
        return _refuse(error)
    screen = open_screen()
    for change in changes:
        show(screen, render_change(change))
    if not changes:
        screen.print(texts.NO_CHANGES)
    return 0


def _refuse(error: DeskError) -> int:
    sys.stderr.write(f"{error}\n")
    return REFUSED


def _list_citing(corpus: Corpus, file: str) -> list[str]:
    return [claim.file for claim in corpus.claims if file in list_citations(claim)]
