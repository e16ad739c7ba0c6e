"""What may stand in a text that people read: no hidden characters, no HTML, readable paragraphs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from bot.texts import problems as texts

MAX_PARAGRAPH = 1500
_HTML = re.compile(
    r"</?[A-Za-z][^<>]*>|<!--|<[!?][A-Za-z]|&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z]{2,8});"
)
# Cc and Cf hold control, bidirectional and zero-width characters; Zl and Zp break lines unseen.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})

Fault = tuple[int, texts.Wording]


def find_hidden(text: str, first_line: int = 1) -> Iterator[Fault]:
    """Yield the first hidden character of each line; tabs and line feeds are not hidden."""
    for line, content in enumerate(text.split("\n"), first_line):
        if content.isprintable():
            continue
        hidden = (c for c in content if c != "\t" and unicodedata.category(c) in _HIDDEN)
        if (char := next(hidden, None)) is not None:
            yield line, texts.hidden_character(ord(char))


def find_html(text: str, first_line: int = 1) -> Iterator[Fault]:
    """Yield the first HTML tag or entity of each line."""
    for line, content in enumerate(text.split("\n"), first_line):
        if match := _HTML.search(content):
            yield line, texts.html_code(match[0][:40])


def find_paragraph_faults(body: str, first_line: int = 1) -> Iterator[Fault]:
    """Yield paragraphs that are empty or longer than `MAX_PARAGRAPH` characters."""
    for line, paragraph in split_paragraphs(body, first_line):
        if not paragraph:
            yield line, texts.EMPTY_PARAGRAPH
        elif len(paragraph) > MAX_PARAGRAPH:
            yield line, texts.long_paragraph(len(paragraph), MAX_PARAGRAPH)


def split_paragraphs(body: str, first_line: int = 1) -> Iterator[tuple[int, str]]:
    """Yield each paragraph with the line on which it begins.

    Paragraphs are separated by one blank line; each further blank line is an empty paragraph.
    """
    start, lines = first_line, list[str]()
    for line, content in enumerate([*body.split("\n"), ""], first_line):
        if content.strip():
            lines.append(content)
            continue
        yield start, "\n".join(lines)
        start, lines = line + 1, []
