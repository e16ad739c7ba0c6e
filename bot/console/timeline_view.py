"""A time line as it looks in a terminal: day, sentence, source, one event below the other."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bot.answers.periods import list_months
from bot.answers.timeline_requests import ask_for_timeline
from bot.console.listing import Listing
from bot.console.screen import address, indent, plain
from bot.search.sources import list_quotable
from bot.texts import answers as answer_texts
from bot.texts import browsing as texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.values import Quotation, Timeline
    from bot.articles.values import Corpus
    from bot.console.screen import Part


def render_timeline(timeline: Timeline) -> Iterator[Part]:
    """Yield the title and the events of a page."""
    yield plain(texts.describe_timeline(timeline), "bold")
    yield plain(texts.DAYS_OF_PUBLICATION, "dim")
    yield plain()
    for event in timeline.events:
        yield from _render_event(event)
        yield plain()
    if timeline.events:
        first, last = timeline.events[0].rank, timeline.events[-1].rank
        yield plain(texts.describe_events(first, last, timeline.total), "dim")


def list_timelines(corpus: Corpus) -> Listing:
    """Return the topics and months that have a time line, the topics to be picked by number."""
    topics = dict(enumerate(corpus.taxonomy.topics, start=1))
    parts: list[Part] = [plain(texts.NO_TIMELINE, "bold"), plain(texts.TIMELINE_TOPICS)]
    parts += [indent(topic.name, lead=f"{number:>3}. ") for number, topic in topics.items()]
    parts.append(plain(texts.TIMELINE_MONTHS))
    months = list_months(article.citation.published for article in list_quotable(corpus))
    for year, of_year in groupby(months, key=lambda month: month.year):
        named = texts.list_months(month.month for month in of_year if month.month)
        parts.append(indent(named, lead=f"  {year}: "))
    commands = {str(n): f"/{ask_for_timeline(topic.id)}" for n, topic in topics.items()}
    return Listing(tuple(parts), commands)


def _render_event(event: Quotation) -> Iterator[Part]:
    citation = event.article.citation
    day = answer_texts.format_date(citation.published)
    yield indent(day, "bold", lead=f"{event.rank}. ")
    yield indent(event.sentence)
    for correction in event.article.corrections:
        yield indent(answer_texts.describe_correction(correction), "yellow")
    yield indent(answer_texts.cite(citation), "dim")
    yield address(citation.url)
    if event.also:
        yield indent(answer_texts.ALSO_REPORTED)
        for other in event.also:
            yield indent(answer_texts.cite(other.citation))
            yield address(other.citation.url)
