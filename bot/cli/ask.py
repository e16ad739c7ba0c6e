"""`ask`: one answer to one question, or an answer for each line of standard input."""

from __future__ import annotations

import argparse
import json
import os
import sys
from typing import TYPE_CHECKING

from bot.answers import open_answerer
from bot.cli.answer_json import describe_answer
from bot.console.answer_view import render_answer
from bot.console.questions import LONGEST, Line, read_lines
from bot.console.screen import open_screen, plain, show
from bot.texts import console as texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.answers import Answerer
    from bot.answers.values import Answer
    from bot.settings import Settings

_DEFAULT_LIMIT = 3
_HIGHEST_LIMIT = 50
_BAD_INPUT = 2


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the program's parser."""
    parser = subparsers.add_parser("ask", help=texts.ASK, description=texts.ASK)
    parser.add_argument("question", nargs="+", metavar="QUESTION", help=texts.ASK_QUESTION)
    parser.add_argument("--json", action="store_true", help=texts.ASK_JSON)
    parser.add_argument(
        "--limit", type=_parse_limit, default=_DEFAULT_LIMIT, metavar="N", help=texts.ASK_LIMIT
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Answer and return 0 whether found or not, or 2 when an input line was no question."""
    answerer = open_answerer(settings.corpus_dir, settings.data_dir / "cache")
    write = _write_json if args.json else _choose_screen(answerer)
    if args.question != ["-"]:
        question = os.fsencode(" ".join(args.question)).decode("utf-8", "replace")
        _answer([Line(1, question)], answerer, args.limit, write)
        return 0
    return _answer(read_lines(sys.stdin), answerer, args.limit, write)


def _answer(
    lines: Iterable[Line],
    answerer: Answerer,
    limit: int,
    write: Callable[[Answer, str], None],
) -> int:
    code = 0
    for line in lines:
        if line.broken:
            sys.stderr.write(texts.describe_bad_line(line.number) + "\n")
            code = _BAD_INPUT
        answer = answerer.answer(line.question[:LONGEST], previous=line.previous, limit=limit)
        write(answer, line.question)
        sys.stdout.flush()
    return code


def _write_json(answer: Answer, question: str) -> None:
    sys.stdout.write(json.dumps(describe_answer(answer, question), ensure_ascii=False) + "\n")


def _choose_screen(answerer: Answerer) -> Callable[[Answer, str], None]:
    screen = open_screen()

    def write(answer: Answer, question: str) -> None:
        if len(question) > LONGEST:
            screen.print(plain(texts.describe_cut(LONGEST), "italic"))
        show(screen, render_answer(answer, answerer.corpus))
        screen.print()

    return write


def _parse_limit(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= _HIGHEST_LIMIT:
        raise argparse.ArgumentTypeError(texts.LIMIT_RANGE)
    return int(text)
