"""What waits for moderators: the screen, and its lists of reports, problems and headlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from bot.chat.callbacks import ReadArticle
from bot.chat.desk.actions import AskReason, EditArticle, ListDrafts, OpenEditing
from bot.chat.desk.queue_actions import (
    CloseReport,
    ConfirmHeadline,
    ListHeadlines,
    ListProblems,
    ListQueue,
    ListReports,
    OpenReport,
    OpenScreen,
)
from bot.chat.layout import Block, assemble, fit
from bot.chat.markup import Markup, bold, is_web_address, join, lines, quote, shorten, text
from bot.chat.reply import Button, Reply, Row, arrange, make_button, stack
from bot.chat.views.desk_queue import CODE, make_turn
from bot.store import find_day
from bot.texts import moderation_screen as texts
from bot.texts.answers import cite

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.articles.values import Article, Problem
    from bot.desk import OpenArticle
    from bot.search.passages import Passage
    from bot.store import Report

REPORTS, PROBLEMS, HEADLINES = 5, 6, 5
"""Entries on a page."""

_ENTRY_UNITS = 500
_PASSAGE_UNITS = 1_500
_NOTE_UNITS = 150
_PLACE_UNITS = 120

T = TypeVar("T")


def render_screen(counts: Mapping[str, int]) -> Reply:
    """Return what waits, by the names of `moderation_screen.describe_waiting`, and ways there."""
    waiting = texts.describe_waiting(counts) or [texts.ALL_DONE]
    content = join(
        "\n\n", lines(bold(texts.SCREEN_TITLE), *map(text, waiting)), text(texts.SCREEN_HINT)
    )
    buttons = [
        make_button(texts.DRAFTS, ListDrafts(0)),
        make_button(texts.QUEUE, ListQueue(0)),
        make_button(texts.REPORTS, ListReports(0)),
        make_button(texts.PROBLEMS, ListProblems(0)),
        make_button(texts.HEADLINES, ListHeadlines(0)),
    ]
    return Reply(content, arrange(buttons, columns=3))


def render_reports(reports: Sequence[Report], start: int = 0) -> Reply:
    """Return a page of the reports, the oldest first."""
    start, page = _cut(reports, start, REPORTS)
    if not page:
        return Reply(text(texts.NO_REPORTS), _make_way_back())
    numbered = list(enumerate(page, start=start + 1))
    listed = [Block(_list_report(number, report), rank=1) for number, report in numbered]
    example = bold(texts.give_report_example(page[0].id[:CODE]))
    hint = Block(join(" ", text(texts.REPORT_HINT), example))
    buttons = [make_button(str(number), OpenReport(report.id)) for number, report in numbered]
    turn = make_turn(start, REPORTS, len(reports), ListReports)
    rows = (*arrange(buttons, REPORTS), turn, *_make_way_back())
    blocks = [Block(bold(texts.REPORTS_TITLE)), *listed, hint]
    return Reply(assemble(fit(blocks)), tuple(filter(None, rows)))


def render_report(report: Report, article: Article | None, passage: Passage | None) -> Reply:
    """Return a report with the passage that it is about, and what can be done."""
    quoted = quote(text(shorten(passage.text, _PASSAGE_UNITS))) if passage else Markup()
    source = f"{report.passage} · {cite(article.citation)}" if article else texts.PASSAGE_GONE
    said = texts.describe_report(find_day(report.at), report.note)
    content = lines(bold(texts.REPORTS_TITLE), text(said), quoted, text(source))
    key = article.key if article else ""
    buttons = [
        make_button(texts.OPEN_ARTICLE, ReadArticle(key)),
        make_button(texts.CORRECT, OpenEditing(key)),
        make_button(texts.RETRACT, AskReason(key)),
        make_button(texts.CLOSE, CloseReport(report.id)),
    ]
    return Reply(content, arrange(buttons))


def render_problems(problems: Sequence[Problem], start: int = 0) -> Reply:
    """Return a page of what is wrong with the corpus."""
    start, page = _cut(problems, start, PROBLEMS)
    if not page:
        return Reply(text(texts.NO_PROBLEMS), _make_way_back())
    listed = [Block(_list_problem(problem), rank=1) for problem in page]
    turn = make_turn(start, PROBLEMS, len(problems), ListProblems)
    title = Block(bold(f"{texts.PROBLEMS_TITLE} ({len(problems)})"))
    rows = tuple(filter(None, (turn, *_make_way_back())))
    return Reply(assemble(fit([title, *listed])), rows)


def render_headlines(waiting: Sequence[OpenArticle], start: int, total: int) -> Reply:
    """Return a page of headlines that wait for a look.

    Args:
        waiting: the articles of this page, as their files are now.
        start: the number of the first, from 0.
        total: how many wait over all.
    """
    if not waiting:
        return Reply(text(texts.NO_HEADLINES), _make_way_back())
    numbered = list(enumerate(waiting, start=start + 1))
    listed = [
        Block(text(shorten(texts.describe_headline(number, each.article), _ENTRY_UNITS)), rank=1)
        for number, each in numbered
    ]
    example = bold(texts.give_headline_example(waiting[0].article.key))
    blocks = [
        Block(bold(f"{texts.HEADLINES_TITLE} ({total})")),
        Block(text(texts.HEADLINES_EXPLAINED)),
        *listed,
        Block(join(" ", text(texts.HEADLINE_HINT), example)),
    ]
    rows = [_make_headline_row(number, each, start) for number, each in numbered]
    turn = make_turn(start, HEADLINES, total, ListHeadlines)
    shown = tuple(filter(None, (*rows, turn, *_make_way_back())))
    return Reply(assemble(fit(blocks)), shown)


def _make_headline_row(number: int, waiting: OpenArticle, start: int) -> Row:
    article, seen = waiting.article, waiting.revision
    url = article.citation.url
    row = (
        Button(texts.open_source(number), url=url) if is_web_address(url) else None,
        make_button(texts.confirm_headline(number), ConfirmHeadline(article.key, seen, start)),
        make_button(texts.replace_headline(number), EditArticle(article.key, "title", seen)),
    )
    return tuple(button for button in row if button)


def _list_report(number: int, report: Report) -> Markup:
    head = texts.describe_listed_report(number, find_day(report.at), report.id[:CODE])
    return lines(bold(head), text(shorten(report.note or texts.NO_NOTE, _NOTE_UNITS)))


def _list_problem(problem: Problem) -> Markup:
    place = shorten(f"{problem.file}:{problem.line}", _PLACE_UNITS)
    return lines(bold(place), text(shorten(texts.describe_problem(problem), _ENTRY_UNITS)))


def _make_way_back() -> tuple[Row, ...]:
    return stack([make_button(texts.BACK, OpenScreen())])


def _cut(entries: Sequence[T], start: int, page: int) -> tuple[int, Sequence[T]]:
    """Return the start of a page and its entries: the last page where there is none so far."""
    start = min(start, max(0, (len(entries) - 1) // page * page))
    return start, entries[start : start + page]
