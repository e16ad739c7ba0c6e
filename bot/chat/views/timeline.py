"""A time line as a reply: day, sentence, source, one event below the other."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bot.answers.periods import list_months
from bot.chat.callbacks import AskAgain, TurnPage
from bot.chat.layout import MUST, Block, assemble, fit
from bot.chat.markup import (
    MAX_UNITS,
    Markup,
    bold,
    count_units,
    italic,
    join,
    lines,
    quote,
    shorten,
    text,
)
from bot.chat.reply import Button, Reply, Row, arrange, make_button
from bot.chat.views.quotation import LONGEST_QUOTE, render_also, render_headline, render_outlet
from bot.search.sources import list_quotable
from bot.texts.spoken import answers as wording
from bot.texts.spoken import browsing as texts
from bot.texts.spoken import chat as chat_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.answers.values import Quotation, Timeline
    from bot.articles.values import Article, Corpus

EVENTS = 6
"""Events on a page, where they fit."""

_TITLE_UNITS = 200
_CORRECTION_UNITS = 250
_ALSO_RANK = EVENTS
_COUNT_SPARE = 20
"""What the line that counts the events may grow by when fewer than wanted fit."""


def render_timeline(
    timeline: Timeline,
    *,
    token: str,
    top: Markup,
    bottom: Markup,
    make_rows: Callable[[int], tuple[Row, ...]],
) -> tuple[Reply, int]:
    """Return the reply, and how many events it shows (the rest goes to the next page).

    Args:
        timeline: a page of events.
        token: that of the question.
        top: what stands before the title.
        bottom: what stands after the events.
        make_rows: makes the buttons below those that turn pages, for the number of events shown.
    """
    events = timeline.events[:EVENTS]
    laid_out = _lay_out(events)
    title = lines(
        bold(shorten(texts.describe_timeline(timeline), _TITLE_UNITS)),
        italic(texts.DAYS_OF_PUBLICATION),
    )
    reserved = Block(join("\n", _count(timeline, events), bottom))
    blocks = [Block(join("\n\n", top, title)), *(block for pair in laid_out for block in pair)]
    kept = fit([*blocks, reserved], MAX_UNITS - _COUNT_SPARE)
    shown = sum(event in kept for event, _ in laid_out)
    last = Block(join("\n", _count(timeline, events[:shown]), bottom))
    turns = _turn(timeline, events[:shown], token)
    content = assemble([*(block for block in kept if block is not reserved), last])
    return Reply(content, tuple(filter(None, (turns, *make_rows(shown))))), shown


def render_timelines(corpus: Corpus, tokens: Mapping[str, str]) -> Reply:
    """Return the months and topics that have a time line; `tokens` are those of their questions."""
    months = list_months(article.citation.published for article in list_quotable(corpus))
    by_year = [
        text(f"{year}: {texts.list_months(month.month for month in of_year if month.month)}")
        for year, of_year in groupby(months, key=lambda month: month.year)
    ]
    return Reply(
        join(
            "\n\n",
            bold(texts.NO_TIMELINE),
            lines(text(texts.TIMELINE_MONTHS), *by_year),
            text(texts.TIMELINE_HINT),
        ),
        arrange(make_button(name, AskAgain(token)) for name, token in tokens.items()),
    )


def _lay_out(events: tuple[Quotation, ...]) -> list[tuple[Block, Block]]:
    """Return each event with the line of others that report it; the first must be shown."""
    laid_out: list[tuple[Block, Block]] = []
    former: Block | None = None
    for rank, event in enumerate(events, start=MUST):
        former = Block(_render_event(event), rank, former)
        laid_out.append((former, Block(render_also(event.also), _ALSO_RANK, former, "\n")))
    return laid_out


def _render_event(event: Quotation) -> Markup:
    citation = event.article.citation
    told = quote(text(event.sentence))
    if count_units(event.sentence) > LONGEST_QUOTE:
        told = italic(chat_texts.TOO_LONG_TO_QUOTE)
    return lines(
        text(f"{event.rank}. ") + bold(wording.format_date(citation.published)),
        told,
        _render_source(event.article),
        *(
            italic(shorten(wording.describe_correction(correction), _CORRECTION_UNITS))
            for correction in event.article.corrections[-1:]
        ),
    )


def _render_source(article: Article) -> Markup:
    cited = article.citation
    return render_headline(cited) + text(" (") + render_outlet(cited) + text(")")


def _count(timeline: Timeline, events: tuple[Quotation, ...]) -> Markup:
    if not events:
        return Markup()
    return text(texts.describe_events(events[0].rank, events[-1].rank, timeline.total))


def _turn(timeline: Timeline, shown: tuple[Quotation, ...], token: str) -> Row:
    row: list[Button | None] = []
    if shown and shown[0].rank > 1:
        row.append(
            make_button(chat_texts.PREVIOUS, TurnPage(token, max(0, shown[0].rank - 1 - EVENTS)))
        )
    if shown and shown[-1].rank < timeline.total:
        row.append(make_button(chat_texts.NEXT, TurnPage(token, shown[-1].rank)))
    return tuple(filter(None, row))
