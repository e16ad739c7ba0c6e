"""An answer as it looks in a terminal: numbered quotations, the claim card, and what goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from bot.answers.values import Status
from bot.console.claim_view import render_claim
from bot.console.screen import address, clean, indent, plain
from bot.console.timeline_view import render_timeline
from bot.texts import answers as texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers.values import Answer, Quotation, Timeline, Understanding
    from bot.articles.values import Article, Corpus
    from bot.console.screen import Part


def render_answer(answer: Answer, corpus: Corpus) -> Iterator[Part]:
    """Yield the parts of an answer in reading order.

    Args:
        answer: the answer to show.
        corpus: the snapshot that it was made from; gives labels and the articles of claim cards.
    """
    if answer.status is Status.SMALL_TALK:
        yield plain(texts.reply_to_small_talk(answer.small_talk))
        return
    if answer.status is Status.EMPTY:
        yield plain(texts.EMPTY)
        return
    yield from _render_opening(answer)
    if answer.timeline:
        yield from _render_timeline(answer, answer.timeline)
        return
    yield from render_quotations(answer.quotations, corpus)
    if answer.later:
        yield plain(texts.LATER, "bold")
        yield from _render_article(answer.later)
        yield plain()
    if answer.claim:
        yield from render_claim(answer.claim, corpus, answer.quotations)
    yield from _render_alternatives(answer)
    yield from _render_list(texts.NEAREST_TOPICS, (topic.name for topic in answer.topics))
    yield plain(texts.describe_sources_until(answer.sources_until), "dim")


def _render_timeline(answer: Answer, timeline: Timeline) -> Iterator[Part]:
    yield from render_timeline(timeline)
    yield plain()
    yield from _render_list(texts.RELATED, answer.related)
    yield plain(texts.describe_sources_until(answer.sources_until), "dim")


def render_quotations(quotations: Iterable[Quotation], corpus: Corpus) -> Iterator[Part]:
    """Yield the quotations, each with its citation, and an empty line after each."""
    for quotation in quotations:
        yield from _render_quotation(quotation, corpus)
        yield plain()


def _render_opening(answer: Answer) -> Iterator[Part]:
    notes = list(_render_understanding(answer.understanding))
    if answer.status is Status.NOT_FOUND:
        notes += [plain(texts.NOT_FOUND, "bold"), plain(texts.NO_JUDGEMENT)]
    elif answer.status is Status.NEAR:
        notes.append(plain(texts.NEAR, "bold"))
    if notes:
        yield from notes
        yield plain()


def _render_understanding(understanding: Understanding) -> Iterator[Part]:
    for line in (
        texts.describe_corrections(understanding.corrections),
        texts.describe_missing(understanding.missing),
        texts.describe_untold(understanding.untold),
        texts.describe_unheard(understanding.unheard),
        texts.describe_astray(understanding.astray),
    ):
        if line:
            yield plain(line, "italic")


def _render_quotation(quotation: Quotation, corpus: Corpus) -> Iterator[Part]:
    article = quotation.article
    citation = article.citation
    title = plain(citation.title)
    title.stylize(Style(color="cyan", bold=True, link=clean(citation.url)))
    yield indent(title, lead=f"{quotation.rank}. ")
    kind = corpus.taxonomy.kinds.get(article.kind, article.kind)
    source = texts.describe_source(citation.outlet, citation.published, kind, quotation.speakers)
    yield indent(source, "dim")
    passage = plain(quotation.passage.text)
    passage.stylize("bold", *quotation.best)
    for mark in quotation.marks:
        passage.stylize("underline", *mark)
    yield indent(passage)
    for correction in article.corrections:
        yield indent(texts.describe_correction(correction), "yellow")
    yield address(citation.url)
    if quotation.also:
        yield indent(texts.ALSO_REPORTED)
        for other in quotation.also:
            yield from _render_article(other)


def _render_article(article: Article) -> Iterator[Part]:
    yield indent(texts.cite(article.citation))
    yield address(article.citation.url)


def _render_alternatives(answer: Answer) -> Iterator[Part]:
    """Yield what to pick from by its number, or else questions that go on from the answer."""
    if not answer.alternatives:
        yield from _render_list(texts.RELATED, answer.related)
        return
    near = answer.status is Status.NEAR
    yield plain(texts.ALTERNATIVES_IF_NEAR if near else texts.ALTERNATIVES, "bold")
    for number, question in enumerate(answer.alternatives, start=1):
        yield indent(question, lead=f"{number}. ")
    yield plain()


def _render_list(heading: str, items: Iterable[str]) -> Iterator[Part]:
    lines = [indent(item, lead="- ") for item in items]
    if lines:
        yield plain(heading, "bold")
        yield from lines
        yield plain()
