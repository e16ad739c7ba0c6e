"""The body of a claim card: headed sections of paragraphs, each ending in its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.articles.front_matter import Document
from bot.articles.grounding import Grounding
from bot.articles.prose import MAX_PARAGRAPH, find_html, find_paragraph_faults, split_paragraphs
from bot.articles.report import Report
from bot.articles.values import ClaimLine, ClaimSection
from bot.texts import claim_problems as texts
from bot.texts.problems import EMPTY_PARAGRAPH

SECTIONS = ("Klaim", "Tanggapan", "Temuan", "Putusan")
_SECTION_LIST = ", ".join(SECTIONS)
_CITED = re.compile(r"\[([^\[\]\s]+\.md)\]")
_CITED_AT_END = re.compile(r"(?:\s*\[[^\[\]\s]+\.md\])+\s*\Z")


@dataclass(frozen=True, slots=True)
class _Part:
    line: int
    heading: str
    content: str


def read_sections(
    document: Document, grounding: Grounding, report: Report
) -> tuple[ClaimSection, ...]:
    """Return the sections of a claim card; whatever is wrong goes to the report."""
    for line, wording in find_html(document.body, document.body_line):
        report.error(line, wording)
    parts = list(_split(document, report))
    _check_order(parts, document.body_line, report)
    return tuple(_read_section(part, grounding, report) for part in parts)


def _split(document: Document, report: Report) -> Iterator[_Part]:
    start, heading, lines = 0, "", list[str]()
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        if line.startswith("#"):
            if start:
                yield _Part(start, heading, "\n".join(lines))
            start, heading, lines = number, line.lstrip("#").strip(), []
        elif start:
            lines.append(line)
        elif line.strip():
            report.error(number, texts.LINE_OUTSIDE_SECTION)
    if start:
        yield _Part(start, heading, "\n".join(lines))


def _check_order(parts: list[_Part], first_line: int, report: Report) -> None:
    seen: list[int] = []
    for part in parts:
        if part.heading not in SECTIONS:
            report.error(part.line, texts.unknown_section(part.heading, _SECTION_LIST))
            continue
        position = SECTIONS.index(part.heading)
        if position in seen:
            report.error(part.line, texts.repeated_section(part.heading))
        elif position < max(seen, default=0):
            report.error(part.line, texts.section_order(part.heading, _SECTION_LIST))
        seen.append(position)
    if 0 not in seen:
        report.error(first_line, texts.CLAIM_SECTION_MISSING)


def _read_section(part: _Part, grounding: Grounding, report: Report) -> ClaimSection:
    content = part.content.strip()
    if not content:
        report.error(part.line, texts.empty_section(part.heading))
        return ClaimSection(part.heading, ())
    first_line = part.line + 1 + part.content[: part.content.index(content)].count("\n")
    for line, wording in find_paragraph_faults(content, first_line):
        report.error(line, wording)
    lines = tuple(
        _read_line(line, paragraph, grounding, report)
        for line, paragraph in split_paragraphs(content, first_line)
        if 0 < len(paragraph) <= MAX_PARAGRAPH
    )
    return ClaimSection(part.heading, lines)


def _read_line(line: int, paragraph: str, grounding: Grounding, report: Report) -> ClaimLine:
    text = _CITED_AT_END.sub("", paragraph).strip()
    names = tuple(_CITED.findall(paragraph))
    if not names:
        report.error(line, texts.LINE_WITHOUT_SOURCE)
    elif not text:
        report.error(line, EMPTY_PARAGRAPH)
    elif _CITED.search(text):
        report.error(line, texts.SOURCE_IN_THE_MIDDLE)
    usable = [_check_source(line, name, grounding, report) for name in names]
    if names and all(usable):
        for word in grounding.find_missing(text, names):
            report.error(line, texts.not_in_sources(word))
    return ClaimLine(text, names)


def _check_source(line: int, name: str, grounding: Grounding, report: Report) -> bool:
    article = grounding.articles.get(name)
    if article is None:
        nearest = report.suggest(name, grounding.articles)
        report.error(line, texts.unknown_source(name, nearest))
        return False
    if article.retracted:
        report.error(line, texts.retracted_source(name))
    return True
