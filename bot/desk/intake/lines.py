"""From raw text to clean lines, one for each paragraph or label."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from bot.articles.prose import MAX_PARAGRAPH
from bot.desk.intake.clutter import recognise
from bot.search import split_sentences

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})
_BREAKS = re.compile(r"\r\n?|[\u0085\u2028\u2029\v\f]")
# Lines that a mail program or an editor wrapped are all about as long as each other.
_WRAPPED = range(55, 101)


def split_lines(text: str) -> list[str]:
    """Return the lines of `text` that hold anything, without unseen characters.

    Paragraphs that were wrapped into several lines are joined again.
    """
    text = _BREAKS.sub("\n", text)
    kept = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in _UNSEEN)
    blocks = re.split(r"\n\s*\n", kept)
    return [line for block in blocks for line in _join_wrapped(_clean(block.split("\n")))]


def clean_line(text: str) -> str:
    """Return `text` on one line, without unseen characters."""
    return " ".join(split_lines(text))


def split_long(paragraph: str) -> Iterator[str]:
    """Yield `paragraph`, at sentence ends cut into parts that an article file may hold."""
    start = end = 0
    for _, sentence_end in split_sentences(paragraph):
        if sentence_end - start > MAX_PARAGRAPH and end > start:
            yield paragraph[start:end].strip()
            start = end
        end = sentence_end
    yield paragraph[start:].strip()


def _clean(lines: Sequence[str]) -> list[str]:
    cleaned = (" ".join(line.split()) for line in lines)
    return [line for line in cleaned if line]


def _join_wrapped(lines: list[str]) -> list[str]:
    goes_on = any(line[0].islower() for line in lines[1:])
    if (
        goes_on
        and not any(map(recognise, lines))
        and all(len(line) in _WRAPPED for line in lines[:-1])
    ):
        return [" ".join(lines)]
    return lines
