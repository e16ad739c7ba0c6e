"""Fields as moderators type them: which one is meant, and what its value is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.articles import AddressError, Taxonomy, canonical_url, nearest
from bot.articles.article_file import ADDRESS_WORDINGS
from bot.articles.fields import MAX_TEXT, check_text
from bot.articles.marked_yaml import Scalar
from bot.articles.prose import find_html, split_paragraphs
from bot.articles.report import Report
from bot.desk.drafts.labels import change_labels, find_label
from bot.desk.errors import DraftFieldError
from bot.desk.intake.dates import read_day
from bot.desk.intake.lines import clean_line, split_lines, split_long
from bot.desk.intake.page_links import tidy_address
from bot.desk.values import Draft
from bot.texts import fields as texts

_PARAGRAPH = re.compile(r"(?:paragraf|paragraph|alinea|par)\s*(?:ke-?)?\s*(\d{1,3})", re.IGNORECASE)
_REMOVAL = re.compile(r"-\s*(\d{1,3})")
_NOTHING = frozenset({"", "-"})
_LONGEST_URL = 2048


@dataclass(frozen=True, slots=True)
class _Typed:
    """What was typed for a field of a draft."""

    field: str
    value: str
    draft: Draft
    taxonomy: Taxonomy
    today: date

    @property
    def says_nothing(self) -> bool:
        return self.value.strip() in _NOTHING


def find_field(typed: str) -> str:
    """Return the field that `typed` means, such as `title` for "Judul" or `paragraph 2`.

    Raises:
        DraftFieldError: there is none; the message names the nearest one.
    """
    wanted = clean_line(typed).casefold().rstrip(":")
    paragraph = _PARAGRAPH.fullmatch(wanted)
    if paragraph:
        return f"paragraph {int(paragraph[1])}"
    found = texts.FIELDS_BY_NAME.get(wanted)
    if found is None:
        raise DraftFieldError(
            texts.describe_unknown_field(clean_line(typed), nearest(wanted, texts.FIELDS_BY_NAME))
        )
    return found


def set_field(draft: Draft, field: str, value: str, taxonomy: Taxonomy, today: date) -> Draft:
    """Return `draft` with a field set to what was typed.

    Lists of labels are separated by commas, and name ids or names; "+kpu" and "-kpu" add to and
    take from what is there. `question` adds a wording, or takes away the second one for "-2";
    `questions` are all of them, one a line. A paragraph is replaced, added behind the last one, or
    taken away for "-".

    Args:
        draft: what to change.
        field: as `find_field` returns it.
        value: what was typed.
        taxonomy: the labels that are known.
        today: after which no date may lie.

    Raises:
        DraftFieldError: the value does not fit; the message names field, fault and mend.
    """
    name, read = _READERS[field.split(maxsplit=1)[0]]
    typed = _Typed(field, value, draft, taxonomy, today)
    changed: dict[str, Any] = {name: read(typed)}
    if name == "title":
        # Who types a headline has seen the source.
        changed["title_from"] = None
    return replace(draft, **changed)


def make_body(text: str) -> str:
    """Return a body of what was typed: each line a paragraph, those that are too long cut.

    Raises:
        DraftFieldError: there is nothing, or something that a body may not hold.
    """
    paragraphs = [part for line in split_lines(text) for part in split_long(line)]
    body = "\n\n".join(paragraphs)
    if not body:
        raise _refuse("body", texts.NOTHING_TYPED)
    for _, wording in find_html(body):
        raise _refuse("body", texts.join_wording(*wording))
    return body


def _read_line(typed: _Typed) -> str:
    return _read_text(typed.field, typed.value)


def _read_title_from(typed: _Typed) -> str | None:
    if not typed.says_nothing:
        raise _refuse(typed.field, texts.CONFIRM_HEADLINE)
    return None


def _read_address(typed: _Typed) -> str:
    address = clean_line(typed.value)
    try:
        canonical_url(address)
    except AddressError as error:
        wording = ADDRESS_WORDINGS[error.fault]
        raise _refuse(typed.field, texts.join_wording(*wording)) from error
    return _read_text(typed.field, tidy_address(address), _LONGEST_URL)


def _read_published(typed: _Typed) -> date:
    mention = read_day(typed.value)
    if mention is None:
        raise _refuse(typed.field, texts.NO_DAY)
    if not mention.weekday_fits:
        raise _refuse(typed.field, texts.WRONG_WEEKDAY)
    if mention.day > typed.today:
        raise _refuse(typed.field, texts.describe_future_day(mention.text))
    return mention.day


def _read_kind(typed: _Typed) -> str:
    return find_label(typed.field, typed.value, typed.taxonomy.kinds)


def _read_perspectives(typed: _Typed) -> tuple[str, ...]:
    present = typed.draft.perspectives
    return change_labels(typed.field, typed.value, present, typed.taxonomy.perspectives)


def _read_topics(typed: _Typed) -> tuple[str, ...]:
    names = {topic.id: topic.name for topic in typed.taxonomy.topics}
    return change_labels(typed.field, typed.value, typed.draft.topics, names)


def _change_question(typed: _Typed) -> tuple[str, ...]:
    present = typed.draft.questions
    removal = _REMOVAL.fullmatch(typed.value.strip())
    if removal:
        place = int(removal[1])
        if not 0 < place <= len(present):
            raise _refuse(typed.field, texts.describe_no_question(place, len(present)))
        return present[: place - 1] + present[place:]
    question = _read_text(typed.field, typed.value)
    if question.casefold() in {each.casefold() for each in present}:
        raise _refuse(typed.field, texts.QUESTION_THERE)
    return (*present, question)


def _read_questions(typed: _Typed) -> tuple[str, ...]:
    if typed.says_nothing:
        return ()
    if _REMOVAL.fullmatch(typed.value.strip()):
        return _change_question(typed)
    lines = [line for line in typed.value.splitlines() if line.strip()]
    return tuple(dict.fromkeys(_read_text(typed.field, line) for line in lines))


def _read_body(typed: _Typed) -> str:
    return make_body(typed.value)


def _change_paragraph(typed: _Typed) -> str:
    """Return the body with another paragraph in one place, and every other one as it was."""
    body = typed.draft.body
    lines = body.split("\n")
    found = [(start, start + text.count("\n") + 1) for start, text in split_paragraphs(body, 0)]
    place = int(typed.field.split()[1])
    if place == len(found) + 1 and not typed.says_nothing:
        return f"{body}\n\n{make_body(typed.value)}"
    if not 0 < place <= len(found):
        raise _refuse("body", texts.describe_no_paragraph(place, len(found)))
    start, end = found[place - 1]
    if not typed.says_nothing:
        return "\n".join((*lines[:start], make_body(typed.value), *lines[end:]))
    if len(found) == 1:
        raise _refuse("body", texts.NOTHING_TYPED)
    # The blank line before the paragraph goes with it, or the one after it when it is the first.
    return "\n".join((*lines[: max(start - 1, 0)], *lines[end if start else end + 1 :]))


def _read_text(field: str, value: str, limit: int = MAX_TEXT) -> str:
    line = clean_line(value)
    if not line:
        raise _refuse(field, texts.NOTHING_TYPED)
    report = Report("")
    text = check_text(field, Scalar(1, line, "str"), report, limit)
    for problem in report.problems:
        raise _refuse(field, texts.join_wording(problem.text, problem.mend))
    return text


def _refuse(field: str, text: str) -> DraftFieldError:
    return DraftFieldError(texts.describe_refusal(field, text))


_READERS: Mapping[str, tuple[str, Callable[[_Typed], object]]] = {
    "title": ("title", _read_line),
    "title_from": ("title_from", _read_title_from),
    "outlet": ("outlet", _read_line),
    "url": ("url", _read_address),
    "published": ("published", _read_published),
    "kind": ("kind", _read_kind),
    "perspectives": ("perspectives", _read_perspectives),
    "topics": ("topics", _read_topics),
    "question": ("questions", _change_question),
    "questions": ("questions", _read_questions),
    "body": ("body", _read_body),
    "paragraph": ("body", _change_paragraph),
}
"""By the beginning of a field: where its value belongs, and what reads it."""
