"""`corpus retract | correct | undo | history`: change articles, and see who changed what."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bot.answers.claims import list_citations
from bot.cli.history_view import render_change
from bot.cli.operator_desk import REFUSED, show_warnings, use_desk
from bot.console.screen import open_screen, show
from bot.desk import OPERATOR, DeskError, Shelf
from bot.texts import desk as texts

if TYPE_CHECKING:
    import argparse

    from bot.articles import Corpus
    from bot.desk import Change, ChangeDesk
    from bot.settings import Settings


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
