"""What moderators are told of files that keep the corpus from being up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.markup import bold, italic, join, lines, shorten, text
from bot.chat.reply import Reply
from bot.texts import watching as texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.values import Problem
    from bot.chat.markup import Markup

_PROBLEMS = 3
_FILES = 5
_FILE_UNITS = 100
_SENTENCE_UNITS = 300


def render_problems(problems: Sequence[Problem]) -> Reply:
    """Return the first few problems, and how many more there are."""
    more = len(problems) - _PROBLEMS
    return Reply(
        join(
            "\n\n",
            bold(texts.BROKEN),
            *map(_render_problem, problems[:_PROBLEMS]),
            text(texts.describe_more_problems(more) if more > 0 else ""),
            italic(texts.STILL_SERVING),
        )
    )


def render_mended(files: Sequence[str]) -> Reply:
    """Return the first few files that are in order again, and how many more there are."""
    names = [shorten(file, _FILE_UNITS) for file in files[:_FILES]]
    more = len(files) - _FILES
    if more > 0:
        names.append(texts.describe_more_files(more))
    return Reply(text(f"{texts.MENDED}: {', '.join(names)}."))


def _render_problem(problem: Problem) -> Markup:
    return lines(
        bold(shorten(texts.name_place(problem), _FILE_UNITS)),
        text(shorten(texts.describe_fault(problem), _SENTENCE_UNITS)),
        text(shorten(texts.describe_mend(problem), _SENTENCE_UNITS)),
    )
