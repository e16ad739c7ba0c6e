"""`corpus retract | correct`: take an article back, or write down what was wrong with it."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from bot.answers.claims import list_citations
from bot.articles import Article, Corpus, load_corpus
from bot.articles.reading import current_day
from bot.desk import DeskError, correct, find_article, retract
from bot.texts import desk as texts

if TYPE_CHECKING:
    from bot.settings import Settings

_REFUSED = 1


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `retract` and `correct` to the commands of `corpus`."""
    retracting = commands.add_parser("retract", help=texts.RETRACT, description=texts.RETRACT)
    retracting.add_argument("key", metavar="KEY", help=texts.KEY)
    retracting.add_argument("--reason", required=True, help=texts.REASON)
    retracting.set_defaults(run=run_retract)
    correcting = commands.add_parser("correct", help=texts.CORRECT, description=texts.CORRECT)
    correcting.add_argument("key", metavar="KEY", help=texts.KEY)
    correcting.add_argument("--text", required=True, help=texts.CORRECTION)
    correcting.set_defaults(run=run_correct)


def run_retract(args: argparse.Namespace, settings: Settings) -> int:
    """Retract an article; return 1 when that cannot be done."""
    corpus = load_corpus(settings.corpus_dir)
    try:
        article = find_article(corpus, args.key)
        retract(settings.corpus_dir, article, args.reason, current_day())
    except DeskError as error:
        sys.stderr.write(f"{error}\n")
        return _REFUSED
    sys.stdout.write(texts.describe_retracted(article.file, args.reason) + "\n")
    citing = _list_citing(corpus, article)
    if citing:
        sys.stdout.write(texts.describe_citing_claims(citing) + "\n")
    return 0


def run_correct(args: argparse.Namespace, settings: Settings) -> int:
    """Write a dated correction into an article; return 1 when that cannot be done."""
    corpus = load_corpus(settings.corpus_dir)
    try:
        article = find_article(corpus, args.key)
        correct(settings.corpus_dir, article, args.text, current_day())
    except DeskError as error:
        sys.stderr.write(f"{error}\n")
        return _REFUSED
    sys.stdout.write(texts.describe_corrected(article.file, args.text) + "\n")
    return 0


def _list_citing(corpus: Corpus, article: Article) -> list[str]:
    return [claim.file for claim in corpus.claims if article.file in list_citations(claim)]
