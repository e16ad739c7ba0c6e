"""`corpus add`: from an address, an HTML page, a pasted text or an article file to an article."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.articles import Corpus
from bot.articles.reading import current_day
from bot.cli.draft_view import render_draft
from bot.cli.operator_desk import REFUSED, show_warnings, use_desk
from bot.console.screen import open_screen, plain, show
from bot.desk import (
    OPERATOR,
    DeskError,
    Draft,
    Fetcher,
    FetchRules,
    Intake,
    Prepared,
    Shelf,
    list_outlets,
    prepare,
    read_address,
    read_file,
    use_summary,
)
from bot.desk.intake.charsets import decode
from bot.search import open_engine
from bot.texts import desk as texts

if TYPE_CHECKING:
    import argparse

    from bot.settings import Settings

# One letter before the colon is a drive of Windows.
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)
_DRAFTS = "drafts"


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write a draft, or publish; return 1 when the source or the article is refused."""
    shelf = Shelf.read(settings.corpus_dir)
    corpus = shelf.find_corpus()
    drafts = settings.data_dir / _DRAFTS
    try:
        intake = _read(args, corpus, settings)
        if args.ringkasan:
            intake = use_summary(intake, decode(args.ringkasan.read_bytes()))
        prepared = prepare(
            intake,
            corpus,
            open_engine(corpus, settings.data_dir / "cache"),
            drafts,
            _find_draft(args.source, drafts),
        )
    except DeskError as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED
    screen = open_screen()
    show(screen, render_draft(prepared, corpus))
    if args.publish:
        return _publish(prepared, settings, shelf)
    screen.print(plain(texts.describe_saved_draft(str(prepared.path))), soft_wrap=True)
    return 0


def _read(args: argparse.Namespace, corpus: Corpus, settings: Settings) -> Intake:
    given = Draft(
        title=" ".join(args.title.split()),
        outlet=" ".join(args.outlet.split()),
        url=args.url.strip(),
        published=args.published,
        kind=args.kind,
        perspectives=args.perspectives,
        topics=args.topics,
        questions=tuple(dict.fromkeys(args.question)),
    )
    known = list_outlets(corpus)
    path = Path(args.source)
    address = f"https://{path}" if args.source.startswith("www.") else args.source
    if _ADDRESS.match(address) and not path.exists():
        fetcher = Fetcher(FetchRules(settings.intake_allow_hosts))
        return asyncio.run(read_address(address, fetcher, known, given))
    return read_file(path.name, path.read_bytes(), known, given, current_day())


def _publish(prepared: Prepared, settings: Settings, shelf: Shelf) -> int:
    if prepared.obstacles:
        # They were shown with the draft.
        sys.stderr.write(texts.describe_refusal(str(prepared.path)) + "\n")
        return REFUSED
    draft = prepared.intake.draft
    try:
        change = use_desk(settings, shelf, lambda desk: desk.publish_article(OPERATOR, draft))
    except DeskError as error:
        sys.stderr.write(f"{error}\n{texts.describe_refusal(str(prepared.path))}\n")
        return REFUSED
    prepared.path.unlink(missing_ok=True)
    path = settings.corpus_dir / "articles" / change.file
    sys.stdout.write(texts.describe_published(str(path), change.key) + "\n")
    show_warnings(change)
    return 0


def _find_draft(source: str, drafts: Path) -> Path | None:
    path = Path(source)
    return path if path.is_file() and path.resolve().parent == drafts.resolve() else None
