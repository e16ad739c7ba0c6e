"""From one file of `articles/` to an `Article`, with everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.articles.addresses import AddressError, AddressFault, article_key
from bot.articles.fields import FieldReader, check_known, read_group
from bot.articles.front_matter import Document, read_document
from bot.articles.marked_yaml import Scalar
from bot.articles.prose import MAX_PARAGRAPH, find_html, find_paragraph_faults
from bot.articles.report import Report
from bot.articles.sources import SourceFile
from bot.articles.values import Article, Citation, Correction, Retraction, Taxonomy
from bot.texts import problems as texts

_FIELDS = (
    *("title", "title_from", "outlet", "url", "published", "kind", "perspectives", "topics"),
    *("questions", "corrections", "retracted"),
)
_MAX_URL = 2048
ADDRESS_WORDINGS = {
    AddressFault.SCHEME: texts.ADDRESS_SCHEME,
    AddressFault.HOST: texts.ADDRESS_HOST,
    AddressFault.CREDENTIALS: texts.ADDRESS_CREDENTIALS,
    AddressFault.CHARACTERS: texts.ADDRESS_CHARACTERS,
}
"""What to say of an address that is refused."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an article is checked against.

    `taxonomy` is None when topics.yaml cannot be read: its words are then not checked. `taken`
    maps the keys of the articles that were read before to their files.
    """

    today: date
    taxonomy: Taxonomy | None
    taken: Mapping[str, str]


def read_article(source: SourceFile, around: Surroundings, report: Report) -> Article | None:
    """Return the article in `source`, or None when `report` got an error."""
    document = read_document(source, report)
    if document is None:
        return None
    _check_body(document, report)
    fields = FieldReader(document.fields, report, _FIELDS)
    file = source.name.rpartition("/")[2]
    url = fields.text("url", limit=_MAX_URL)
    key = _read_key(url, fields.line("url"), file, around, report) if url else ""
    citation = _read_citation(fields, url, around.today)
    kind, perspectives, topics = _read_labels(fields, around.taxonomy, report)
    questions = fields.listing("questions", required=False)
    title_from = _read_title_from(fields, report)
    corrections = tuple(_read_corrections(fields, around.today, report))
    retracted = _read_retraction(fields, around.today, report)
    if report.failed or citation is None:
        return None
    return Article(
        key=key,
        file=file,
        citation=citation,
        kind=kind,
        perspectives=perspectives,
        topics=topics,
        body=document.body,
        questions=tuple(question.text.strip() for question in questions),
        title_from=title_from,
        corrections=corrections,
        retracted=retracted,
        question_lines=tuple(question.line for question in questions),
    )


def _check_body(document: Document, report: Report) -> None:
    if not document.body:
        report.error(document.body_line, texts.EMPTY_BODY)
        return
    for line, wording in find_html(document.body, document.body_line):
        report.error(line, wording)
    for line, wording in find_paragraph_faults(document.body, document.body_line):
        report.error(line, wording)
    for line, content in enumerate(document.body.split("\n"), document.body_line):
        if content and not content.strip():
            report.warning(line, texts.BLANK_WITH_SPACES)


def _read_key(url: str, line: int, file: str, around: Surroundings, report: Report) -> str:
    try:
        key = article_key(url)
    except AddressError as error:
        report.error(line, ADDRESS_WORDINGS[error.fault])
        return ""
    if key in around.taken:
        report.error(line, texts.duplicate_address(around.taken[key], file))
    return key


def _read_citation(fields: FieldReader, url: str, today: date) -> Citation | None:
    title, outlet = fields.text("title"), fields.text("outlet")
    published = fields.day("published", today)
    return Citation(title, outlet, url, published) if published else None


def _read_labels(
    fields: FieldReader, taxonomy: Taxonomy | None, report: Report
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    kind = fields.text("kind")
    perspectives, topics = fields.listing("perspectives"), fields.listing("topics")
    if taxonomy is not None:
        written = [Scalar(fields.line("kind"), kind, "str")] if kind else []
        check_known("kind", written, taxonomy.kinds, report)
        check_known("perspectives", perspectives, taxonomy.perspectives, report)
        check_known("topics", topics, {topic.id for topic in taxonomy.topics}, report)
    return kind, tuple(p.text for p in perspectives), tuple(t.text for t in topics)


def _read_title_from(fields: FieldReader, report: Report) -> str | None:
    value = fields.text("title_from", required=False)
    if value not in {"", "url"}:
        report.error(fields.line("title_from"), texts.fixed_value("title_from", "url"))
    return value or None


def _read_corrections(fields: FieldReader, today: date, report: Report) -> Iterator[Correction]:
    for node in fields.nodes("corrections", required=False):
        group = read_group(
            "corrections", node, report, ("date", "text"), '- {date: 2024-03-13, text: "…"}'
        )
        if group is None:
            continue
        day, text = group.day("date", today), group.text("text", limit=MAX_PARAGRAPH)
        if day and text:
            yield Correction(day, text)


def _read_retraction(fields: FieldReader, today: date, report: Report) -> Retraction | None:
    node = fields.group("retracted")
    if node is None:
        return None
    group = read_group(
        "retracted", node, report, ("date", "reason"), '{date: 2024-03-13, reason: "…"}'
    )
    if group is None:
        return None
    day, reason = group.day("date", today), group.text("reason", limit=MAX_PARAGRAPH)
    return Retraction(day, reason) if day and reason else None
