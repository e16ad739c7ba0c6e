"""What differs between two states of an article file, as people would say it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from bot.articles.article_file import Surroundings, read_article
from bot.articles.prose import split_paragraphs
from bot.articles.report import Report
from bot.articles.sources import SourceFile
from bot.desk.changes.change_values import DiffLine
from bot.desk.values import Draft
from bot.texts.answers import format_date

_TEXTS = ("title", "title_from", "outlet", "url", "published", "kind")
_LABELS = ("perspectives", "topics")
_CONTEXT = 3
_MOST_WORDS = 40
_GAP = "…"


def compare(before: bytes | None, after: bytes | None) -> tuple[DiffLine, ...]:
    """Return what differs, field by field and paragraph by paragraph; nothing for equal bytes.

    Args:
        before: the file as it was, or None when there was none.
        after: the file as it is, or None when there is none.
    """
    if before == after:
        return ()
    if before is None or after is None:
        old, new = (read_title(before) if before else ""), (read_title(after) if after else "")
        return (DiffLine("file", old, new),)
    old_draft, new_draft = _read(before), _read(after)
    if old_draft is None or new_draft is None:
        lines = list(_compare_lines(before, after))
    else:
        lines = [*_compare_fields(old_draft, new_draft), *_compare_bodies(old_draft, new_draft)]
    return tuple(lines) or (DiffLine("layout", "", ""),)


def read_title(data: bytes) -> str:
    """Return the headline of an article file, or its beginning when it cannot be read."""
    draft = _read(data)
    if draft is not None:
        return draft.title
    return _shorten(data.decode("utf-8", "replace").split())


def _read(data: bytes) -> Draft | None:
    article = read_article(SourceFile("", data), Surroundings(date.max, None, {}), Report(""))
    return Draft.of(article) if article else None


def _compare_fields(old: Draft, new: Draft) -> Iterator[DiffLine]:
    for name in _TEXTS:
        before, after = _write(getattr(old, name)), _write(getattr(new, name))
        if before != after:
            yield DiffLine(name, before, after)
    for name in _LABELS:
        if getattr(old, name) != getattr(new, name):
            yield DiffLine(name, ", ".join(getattr(old, name)), ", ".join(getattr(new, name)))
    yield from _compare_lists("questions", old.questions, new.questions)
    yield from _compare_lists("corrections", _list_corrections(old), _list_corrections(new))
    before, after = _describe_retraction(old), _describe_retraction(new)
    if before != after:
        yield DiffLine("retracted", before, after)


def _compare_lists(name: str, old: Sequence[str], new: Sequence[str]) -> Iterator[DiffLine]:
    yield from (DiffLine(name, item, "") for item in old if item not in new)
    yield from (DiffLine(name, "", item) for item in new if item not in old)
    if set(old) == set(new) and old != new:
        yield DiffLine(name, "; ".join(old), "; ".join(new))


def _list_corrections(draft: Draft) -> list[str]:
    return [f"{format_date(each.date)}: {each.text}" for each in draft.corrections]


def _describe_retraction(draft: Draft) -> str:
    former = draft.retracted
    return f"{format_date(former.date)}: {former.reason}" if former else ""


def _write(value: str | date | None) -> str:
    return format_date(value) if isinstance(value, date) else value or ""


def _compare_bodies(old: Draft, new: Draft) -> Iterator[DiffLine]:
    before = [text for _, text in split_paragraphs(old.body)]
    after = [text for _, text in split_paragraphs(new.body)]
    yield from _compare_sequences("paragraph", before, after)


def _compare_lines(before: bytes, after: bytes) -> Iterator[DiffLine]:
    old, new = (data.decode("utf-8", "replace").splitlines() for data in (before, after))
    lines = list(_compare_sequences("line", old, new))
    yield from (line for line in lines if line.old or line.new)


def _compare_sequences(name: str, old: Sequence[str], new: Sequence[str]) -> Iterator[DiffLine]:
    """Yield what was changed, taken away and added; numbers are those of the new state."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        pairs = zip_longest(old[start:end], new[new_start:new_end], fillvalue="")
        for offset, (before, after) in enumerate(pairs):
            number = (new_start if after else start) + offset + 1
            if before and after:
                yield DiffLine(f"{name} {number}", *_focus(before, after))
            else:
                yield DiffLine(
                    f"{name} {number}", _shorten(before.split()), _shorten(after.split())
                )


def _focus(old: str, new: str) -> tuple[str, str]:
    """Return both texts without the words that both begin and end with, but for a few."""
    before, after = old.split(), new.split()
    shortest = min(len(before), len(after))
    start = next((n for n in range(shortest) if before[n] != after[n]), shortest)
    rest = shortest - start
    tail = next((n for n in range(rest) if before[-n - 1] != after[-n - 1]), rest)
    first, kept = max(start - _CONTEXT, 0), max(tail - _CONTEXT, 0)
    return _cut(before, first, kept), _cut(after, first, kept)


def _cut(words: Sequence[str], first: int, kept: int) -> str:
    middle = _shorten(words[first : len(words) - kept])
    return f"{_GAP} " * bool(first) + middle + f" {_GAP}" * bool(kept)


def _shorten(words: Sequence[str]) -> str:
    if len(words) <= _MOST_WORDS:
        return " ".join(words)
    return f"{' '.join(words[:_MOST_WORDS])} {_GAP}"
