"""A prepared draft as paragraphs for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.articles import Corpus
from bot.console.screen import Part, address, indent, plain
from bot.desk import Prepared
from bot.texts import corpus as corpus_texts
from bot.texts import desk as texts
from bot.texts.answers import format_date

_MOST_SHOWN = 100
_LONGEST_SHOWN = 90


def render_draft(prepared: Prepared, corpus: Corpus) -> Iterator[Part]:
    """Yield what was understood, dropped and asked, and what is near or wrong."""
    yield from _render_fields(prepared, corpus)
    intake, near = prepared.intake, prepared.neighbours
    dropped = (
        f"{_shorten(each.text)} ({texts.name_clutter(each.clutter.value)})"
        for each in intake.dropped
    )
    yield from _render_list(texts.DROPPED, dropped)
    asked = (texts.describe_doubt(each.doubt.value, _shorten(each.about)) for each in intake.asked)
    yield from _render_list(texts.ASKED, asked)
    others = [article for article in near.same_event if article is not near.same_address]
    yield from _render_list(texts.NEIGHBOURS, map(texts.describe_neighbour, others))
    yield from _render_list(texts.PROBLEMS, prepared.obstacles)
    if intake.verbatim:
        yield plain()
        yield plain(texts.VERBATIM, "bold")
    yield plain()


def _render_fields(prepared: Prepared, corpus: Corpus) -> Iterator[Part]:
    draft, taxonomy = prepared.intake.draft, corpus.taxonomy
    topics = {topic.id: topic.name for topic in taxonomy.topics}
    fields = (
        ("title", corpus_texts.TITLE, draft.title),
        ("outlet", corpus_texts.OUTLET, draft.outlet),
        ("url", texts.URL, draft.url),
        ("published", texts.PUBLISHED, format_date(draft.published) if draft.published else ""),
        ("kind", corpus_texts.KIND, taxonomy.kinds.get(draft.kind, draft.kind)),
        (
            "perspectives",
            texts.PERSPECTIVES,
            texts.name_labels(draft.perspectives, taxonomy.perspectives),
        ),
        ("topics", corpus_texts.TOPIC, texts.name_labels(draft.topics, topics)),
    )
    for name, label, value in fields:
        mark = f" {texts.SUGGESTED}" if name in prepared.suggested else ""
        if name == "url" and value:
            yield address(value, f"{label}: ")
        else:
            yield plain(f"{label}: {value or texts.UNKNOWN}{mark}")
    for question in draft.questions:
        yield plain(f"{texts.QUESTION}: {question}")
    if prepared.intake.author:
        yield plain(f"{texts.AUTHOR}: {prepared.intake.author}")
    paragraphs = draft.body.split("\n\n") if draft.body else []
    yield plain(f"{texts.BODY}: {texts.describe_body(len(paragraphs), len(draft.body.split()))}")
    yield from (indent(paragraph, "italic") for paragraph in paragraphs[:1])


def _render_list(heading: str, lines: Iterable[str]) -> Iterator[Part]:
    listed = list(lines)
    if listed:
        yield plain()
        yield plain(heading, "bold")
    for line in listed[:_MOST_SHOWN]:
        yield indent(line, lead=" - ")
    if len(listed) > _MOST_SHOWN:
        yield indent(texts.describe_rest(len(listed) - _MOST_SHOWN), lead=" - ")


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
