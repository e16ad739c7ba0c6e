"""`corpus …`: what is wrong with the corpus, what is in it, and how it is changed."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import track

from bot.articles import Article, Corpus, Problem, Severity, load_corpus, nearest
from bot.cli import corpus_arguments
from bot.cli.corpus_check import check_corpus, check_path
from bot.cli.corpus_tables import (
    describe_article,
    describe_corpus,
    render_articles,
    render_counts,
)
from bot.console.screen import clean, open_screen
from bot.texts import corpus as texts
from bot.texts.answers import format_date

if TYPE_CHECKING:
    from bot.settings import Settings

_USAGE_ERROR = 2


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the program's parser."""
    parser = subparsers.add_parser("corpus", help=texts.CORPUS, description=texts.CORPUS)
    commands = parser.add_subparsers(metavar=texts.SUBCOMMANDS, required=True)
    check = commands.add_parser("check", help=texts.CHECK, description=texts.CHECK)
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=texts.CHECK_PATH)
    check.set_defaults(run=run_check)
    listing = commands.add_parser("list", help=texts.LIST, description=texts.LIST)
    listing.add_argument("--topic", help=texts.LIST_TOPIC)
    listing.add_argument("--outlet", help=texts.LIST_OUTLET)
    listing.add_argument("--year", type=int, help=texts.LIST_YEAR)
    listing.add_argument("--kind", help=texts.LIST_KIND)
    listing.set_defaults(run=run_list)
    stats = commands.add_parser("stats", help=texts.STATS, description=texts.STATS)
    stats.set_defaults(run=run_stats)
    for command in (check, listing, stats):
        command.add_argument("--json", action="store_true", help=texts.JSON)
    corpus_arguments.add_commands(commands)


def run_check(args: argparse.Namespace, settings: Settings) -> int:
    """Print every problem; return 1 if one is an error, else 0."""
    problems = list(dict.fromkeys(_find_problems(args.paths, settings.corpus_dir)))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if args.json:
        _write_json([_describe_problem(problem) for problem in problems])
    else:
        for problem in problems:
            sys.stdout.write(clean(_render_problem(problem)) + "\n")
        sys.stdout.write(texts.summarise_check(errors, len(problems) - errors) + "\n")
    return 1 if errors else 0


def run_list(args: argparse.Namespace, settings: Settings) -> int:
    """Print the articles that match every given option; return 2 for an unknown topic or kind."""
    corpus = load_corpus(settings.corpus_dir)
    complaint = _find_unknown(args, corpus)
    if complaint:
        sys.stderr.write(complaint + "\n")
        return _USAGE_ERROR
    chosen = [article for article in corpus.articles if _matches(article, args)]
    if args.json:
        _write_json([describe_article(article) for article in chosen])
        return 0
    screen = open_screen()
    if chosen:
        for part in render_articles(chosen, corpus, screen.width):
            screen.print(part)
        screen.print(texts.summarise_list(len(chosen), len(corpus.articles)))
    else:
        screen.print(texts.NOTHING_LISTED)
    return 0


def run_stats(args: argparse.Namespace, settings: Settings) -> int:
    """Print how many articles there are by topic, outlet, year, kind and perspective."""
    corpus = load_corpus(settings.corpus_dir)
    if args.json:
        _write_json(describe_corpus(corpus))
        return 0
    screen = open_screen()
    screen.print(_summarise(corpus))
    for table in render_counts(corpus):
        screen.print(table)
    return 0


def show_progress(articles: Sequence[Article]) -> Iterable[Article]:
    """Pass the articles on, with a progress bar on standard error if that is a terminal."""
    screen = Console(stderr=True)
    return track(
        articles,
        description=texts.CHECKING,
        console=screen,
        transient=True,
        disable=not screen.is_terminal,
    )


def _find_problems(paths: Sequence[Path], home: Path) -> Iterator[Problem]:
    # Only this command searches.
    from bot.answers.self_check import check_questions  # noqa: PLC0415

    sources = (check_questions,)
    if not paths:
        yield from check_corpus(home, Path(home.resolve().name), sources, show_progress)
    for path in paths:
        yield from check_path(path, home, sources, show_progress)


def _render_problem(problem: Problem) -> str:
    if problem.severity is Severity.ERROR:
        return str(problem)
    place, text = f"{problem.file}:{problem.line}: ", f"{problem.text}; {problem.mend}"
    return place + texts.WARNING_MARK + text


def _describe_problem(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.file,
        "line": problem.line,
        "problem": problem.text,
        "mend": problem.mend,
        "severity": problem.severity.value,
    }


def _find_unknown(args: argparse.Namespace, corpus: Corpus) -> str | None:
    topics = [topic.id for topic in corpus.taxonomy.topics]
    for name, value, known in (
        (texts.TOPIC, args.topic, topics),
        (texts.KIND, args.kind, list(corpus.taxonomy.kinds)),
    ):
        if value is not None and known and value not in known:
            return texts.unknown_choice(name, value, nearest(value, known))
    return None


def _matches(article: Article, args: argparse.Namespace) -> bool:
    citation = article.citation
    return (
        (args.topic is None or args.topic in article.topics)
        and (args.kind is None or args.kind == article.kind)
        and (args.year is None or args.year == citation.published.year)
        and (args.outlet is None or args.outlet.casefold() in citation.outlet.casefold())
    )


def _summarise(corpus: Corpus) -> str:
    days = [article.citation.published for article in corpus.articles]
    if not days:
        return texts.NO_GOOD_ARTICLE
    questions = sum(len(article.questions) for article in corpus.articles)
    return texts.summarise_corpus(
        len(days), len(corpus.claims), questions, format_date(min(days)), format_date(max(days))
    )


def _write_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
