"""Retracts, corrects and edits article files: only the lines that it is about, nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.articles import Article, Corpus, Correction, Retraction, article_key, nearest
from bot.articles.article_file import Surroundings, read_article
from bot.articles.report import Report
from bot.articles.sources import SourceFile
from bot.desk.errors import (
    AlreadyRetractedError,
    AmendError,
    FileConflictError,
    UnknownArticleError,
)
from bot.desk.files.field_lines import find_end, rewrite
from bot.desk.files.yaml_text import Fields, Quoted, dump
from bot.desk.values import Draft
from bot.texts import desk as texts

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


def read_current(data: bytes, file: str, corpus: Corpus, today: date) -> Article:
    """Return the article that the file holds now, checked as one of `corpus`.

    Raises:
        AmendError: it is broken; the message says where and how to mend it.
    """
    taken = {each.key: each.file for each in corpus.articles if each.file != file}
    report = Report(file)
    article = read_article(
        SourceFile(file, data), Surroundings(today, corpus.taxonomy, taken), report
    )
    if article is None:
        raise AmendError("\n".join(map(str, report.problems)))
    return article


def retract(data: bytes, article: Article, reason: str, today: date) -> bytes:
    """Return the file of `article` with the note that it is retracted, since when and why.

    Raises:
        AlreadyRetractedError: it is retracted already.
        AmendError: the reason cannot be written, or the file has an unusual form.
    """
    if article.retracted:
        former = article.retracted
        raise AlreadyRetractedError(
            texts.describe_already_retracted(article.file, former.date, former.reason)
        )
    retracted = Retraction(today, " ".join(reason.split()))
    group = Fields(date=today, reason=Quoted(retracted.reason))
    lines = data.split(b"\n")
    changed = _insert(lines, find_end(lines, article.file), dump({"retracted": group}))
    return _verify(changed, replace(article, retracted=retracted), today)


def correct(data: bytes, article: Article, text: str, today: date) -> bytes:
    """Return the file of `article` with a dated correction behind those that are there.

    It stays as it is when it ends with this correction already: a message may be handled again
    after a crash.

    Raises:
        AmendError: the text cannot be written, or the file has an unusual form.
    """
    correction = Correction(today, " ".join(text.split()))
    if article.corrections[-1:] == (correction,):
        return data
    field = dump({"corrections": [Fields(date=today, text=Quoted(correction.text))]})
    lines = data.split(b"\n")
    place, added = find_end(lines, article.file), field
    if article.corrections:
        place, indent = _find_last_item(lines[:place], article)
        added = indent + field.partition("\n")[2].lstrip()
    amended = replace(article, corrections=(*article.corrections, correction))
    return _verify(_insert(lines, place, added), amended, today)


def edit(data: bytes, article: Article, draft: Draft, today: date) -> bytes:
    """Return the file of `article` with the fields of `draft` that differ from its own.

    Raises:
        AmendError: a field cannot be written, the address is another page's, or the file has an
            unusual form.
    """
    if article_key(draft.url) != article.key:
        raise AmendError(texts.describe_other_address(article.file))
    changed = rewrite(data, Draft.of(article), draft, article.file)
    citation = replace(
        article.citation,
        title=draft.title,
        outlet=draft.outlet,
        url=draft.url,
        published=draft.published or article.citation.published,
    )
    amended = replace(
        article,
        citation=citation,
        title_from=draft.title_from,
        kind=draft.kind,
        perspectives=draft.perspectives,
        topics=draft.topics,
        questions=draft.questions,
        body=draft.body,
    )
    return _verify(changed, amended, today)


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


def _verify(changed: bytes, amended: Article, today: date) -> bytes:
    """Return the file if it reads as `amended`, and in no other case."""
    report = Report(amended.file)
    around = Surroundings(today, None, {})
    read = read_article(SourceFile(amended.file, changed), around, report)
    if read is None:
        faults = [problem.text for problem in report.problems]
        raise AmendError(texts.describe_bad_text(amended.file, faults))
    if replace(read, question_lines=()) != replace(amended, question_lines=()):
        raise FileConflictError(texts.describe_unusual_form(amended.file))
    return changed
