"""From the bytes of an article or claim card to its fields and its body."""

from __future__ import annotations

from dataclasses import dataclass

from bot.articles.marked_yaml import Mapping, Node, YamlError, parse_yaml
from bot.articles.prose import find_hidden
from bot.articles.report import Report
from bot.articles.sources import SourceFile
from bot.texts import file_problems as texts

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Document:
    """A file taken apart; `body` begins on line `body_line` and has no blank lines around it."""

    fields: Mapping
    body: str
    body_line: int


def decode(source: SourceFile, report: Report) -> str | None:
    """Return the text of `source` with plain line feeds, or None when it is not UTF-8."""
    try:
        text = source.data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = source.data.count(b"\n", 0, error.start) + 1
        report.error(line, texts.NOT_UTF8)
        return None
    if text.startswith("\ufeff"):
        report.warning(1, texts.BYTE_ORDER_MARK)
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def read_document(source: SourceFile, report: Report) -> Document | None:
    """Take `source` apart, or report why that cannot be done and return None."""
    text = decode(source, report)
    if text is None:
        return None
    lines = text.split("\n")
    end = _find_end(lines, report)
    if end is None:
        return None
    fields = parse_node("\n".join(lines[1:end]), 2, report)
    body_lines = lines[end + 1 :]
    blank = next((n for n, line in enumerate(body_lines) if line.strip()), 0)
    body = "\n".join(body_lines[blank:]).rstrip()
    body_line = end + 2 + blank
    for line, wording in find_hidden(body, body_line):
        report.error(line, wording)
    if not isinstance(fields, Mapping):
        if not report.failed:
            report.error(2, texts.FRONT_MATTER_SHAPE)
        return None
    return Document(fields, body, body_line)


def parse_node(text: str, first_line: int, report: Report) -> Node | None:
    """Parse YAML, or report why that cannot be done and return None."""
    hidden = list(find_hidden(text, first_line))
    for line, wording in hidden:
        report.error(line, wording)
    if hidden:
        return None
    try:
        return parse_yaml(text, first_line)
    except YamlError as error:
        report.error(error.line, error.wording)
        return None


def _find_end(lines: list[str], report: Report) -> int | None:
    if not any(line.strip() for line in lines):
        report.error(1, texts.EMPTY_FILE)
        return None
    if lines[0].rstrip() != _FENCE:
        report.error(1, texts.FRONT_MATTER_MISSING)
        return None
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == _FENCE:
            return number
    blank = next((n for n, line in enumerate(lines) if not line.strip()), len(lines))
    report.error(blank, texts.FRONT_MATTER_OPEN)
    return None
