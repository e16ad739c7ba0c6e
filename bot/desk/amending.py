"""Retracts and corrects articles: one field more in the file, every other byte as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.articles import Article, Corpus, Correction, Retraction, nearest
from bot.articles.article_file import Surroundings, read_article
from bot.articles.report import Report
from bot.articles.sources import SourceFile
from bot.desk.atomic_files import replace_file
from bot.desk.errors import (
    AlreadyRetractedError,
    AmendError,
    FileConflictError,
    UnknownArticleError,
)
from bot.desk.yaml_text import Fields, Quoted, dump
from bot.texts import desk as texts

_FENCE = b"---"
_ITEM = re.compile(rb"( *)- ")


def find_article(corpus: Corpus, key: str) -> Article:
    """Return the article with `key`, or with the file name `key`.

    Raises:
        UnknownArticleError: there is none; the message names the nearest one.
    """
    wanted = key.strip()
    known: Mapping[str, Article] = {**corpus.by_file, **corpus.by_key}
    article = known.get(wanted.lower()) or known.get(f"{wanted.lower()}.md")
    if article is None:
        raise UnknownArticleError(texts.describe_unknown_key(wanted, nearest(wanted, known)))
    return article


def retract(corpus_dir: Path, article: Article, reason: str, today: date) -> None:
    """Write into the article's file that it is retracted, since when and why.

    Raises:
        AlreadyRetractedError: it is retracted already.
        AmendError: the reason cannot be written, or the file has changed or an unusual form.
        OSError: the file cannot be read or written.
    """
    if article.retracted:
        former = article.retracted
        raise AlreadyRetractedError(
            texts.describe_already_retracted(article.file, former.date, former.reason)
        )
    retracted = Retraction(today, " ".join(reason.split()))
    group = Fields(date=today, reason=Quoted(retracted.reason))
    path = corpus_dir / "articles" / article.file
    data = path.read_bytes()
    lines = data.split(b"\n")
    changed = _insert(lines, _find_end(lines, article), dump({"retracted": group}))
    _write(path, data, changed, replace(article, retracted=retracted), today)


def correct(corpus_dir: Path, article: Article, text: str, today: date) -> None:
    """Add a dated correction to the article's file, behind those that are there.

    Raises:
        AmendError: the text cannot be written, or the file has changed or an unusual form.
        OSError: the file cannot be read or written.
    """
    correction = Correction(today, " ".join(text.split()))
    field = dump({"corrections": [Fields(date=today, text=Quoted(correction.text))]})
    path = corpus_dir / "articles" / article.file
    data = path.read_bytes()
    lines = data.split(b"\n")
    place, added = _find_end(lines, article), field
    if article.corrections:
        place, indent = _find_last_item(lines[:place], article)
        added = indent + field.partition("\n")[2].lstrip()
    amended = replace(article, corrections=(*article.corrections, correction))
    _write(path, data, _insert(lines, place, added), amended, today)


def _find_end(lines: Sequence[bytes], article: Article) -> int:
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _FENCE:
            return number
    raise FileConflictError(texts.describe_conflict(article.file))


def _find_last_item(lines: Sequence[bytes], article: Article) -> tuple[int, str]:
    """Return the line behind the last correction, and what its items are indented with."""
    place, indent = 0, None
    for number, line in enumerate(lines):
        if line.startswith(b"corrections:"):
            place = number + 1
        elif place and line.startswith((b" ", b"-")):
            item = _ITEM.match(line)
            indent = item[1].decode() if item else indent
            place = number + 1
        elif place and line.strip() and not line.startswith(b"#"):
            break
    if indent is None:
        raise FileConflictError(texts.describe_unusual_form(article.file))
    return place, indent


def _insert(lines: Sequence[bytes], place: int, text: str) -> bytes:
    ending = b"\r" if lines[0].endswith(b"\r") else b""
    added = [line.encode() + ending for line in text.rstrip("\n").split("\n")]
    return b"\n".join((*lines[:place], *added, *lines[place:]))


def _write(path: Path, data: bytes, changed: bytes, amended: Article, today: date) -> None:
    """Replace the file if it then reads as `amended`, and in no other case."""
    report = Report(path.name)
    around = Surroundings(today, None, {})
    read = read_article(SourceFile(path.name, changed), around, report)
    if read is None:
        faults = [problem.text for problem in report.problems]
        raise AmendError(texts.describe_bad_text(path.name, faults))
    if replace(read, question_lines=()) != replace(amended, question_lines=()):
        raise FileConflictError(texts.describe_unusual_form(path.name))
    replace_file(path, data, changed)
