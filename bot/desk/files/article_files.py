"""Drafts as article files, and article files as drafts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable
from datetime import date
from pathlib import Path

from bot.articles import AddressError, article_key
from bot.articles.article_file import Surroundings, read_article
from bot.articles.fields import FieldReader
from bot.articles.front_matter import read_document
from bot.articles.report import Report
from bot.articles.sources import SourceFile
from bot.desk.files.atomic_files import write_new
from bot.desk.files.yaml_text import Fields, InLine, Quoted, dump
from bot.desk.values import Draft
from bot.texts import desk as texts

_OUTLET_LENGTH = 30
_TITLE_LENGTH = 60
_LISTS = ("perspectives", "topics", "questions")
_TEXTS = ("title", "title_from", "outlet", "url", "kind")
_FIELDS = (*_TEXTS, *_LISTS, "published", "corrections", "retracted")
_MOST_NAMES = 1000
_LONGEST_URL = 2048


def render(draft: Draft, *, to_rewrite: bool = False) -> str:
    """Return the article file that holds `draft`; empty fields are left out.

    Args:
        draft: what to write.
        to_rewrite: whether to put a line before the body which says that it is the outlet's own
            text; `corpus check` refuses the file as long as the line is there.
    """
    written = {name: value for name, value in list_fields(draft).items() if value}
    notice = f"{texts.TO_REWRITE}\n\n" if to_rewrite else ""
    return f"---\n{dump(written)}---\n{notice}{draft.body}\n"


def list_fields(draft: Draft) -> dict[str, object]:
    """Return the fields of an article file in their order, as `dump` writes them.

    Those that `draft` does not have are empty.
    """
    return {
        "title": Quoted(draft.title),
        "title_from": draft.title_from,
        "outlet": draft.outlet,
        "url": draft.url,
        "published": draft.published,
        "kind": draft.kind,
        "perspectives": InLine(draft.perspectives),
        "topics": InLine(draft.topics),
        "questions": [Quoted(question) for question in draft.questions],
        "corrections": [
            Fields(date=each.date, text=Quoted(each.text)) for each in draft.corrections
        ],
        "retracted": draft.retracted
        and Fields(date=draft.retracted.date, reason=Quoted(draft.retracted.reason)),
    }


def read_draft(data: bytes, today: date) -> Draft | None:
    """Return what can be understood of an article file, or None when it has not that form.

    A field with an error is left out; `bot.articles.check_file` says what is wrong with it. The
    notice that a text is to be rewritten stays in the body.
    """
    report = Report("")
    source = SourceFile("", data)
    document = read_document(source, report)
    if document is None:
        return None
    whole = read_article(source, Surroundings(today, None, {}), Report(""))
    if whole is not None:
        return Draft.of(whole)
    fields = FieldReader(document.fields, report, _FIELDS)
    listed = {
        name: tuple(item.text.strip() for item in fields.listing(name, required=False))
        for name in _LISTS
    }
    return Draft(
        title=fields.text("title", required=False),
        title_from=fields.text("title_from", required=False) or None,
        outlet=fields.text("outlet", required=False),
        url=fields.text("url", required=False, limit=_LONGEST_URL),
        published=fields.day("published", today, required=False),
        kind=fields.text("kind", required=False),
        perspectives=listed["perspectives"],
        topics=listed["topics"],
        questions=listed["questions"],
        body=document.body,
    )


def read_key(data: bytes) -> str | None:
    """Return the key of the article in a file, or None when it has not the form of one."""
    draft = read_draft(data, date.max)
    try:
        return article_key(draft.url) if draft else None
    except AddressError:
        return None


def name_file(draft: Draft, taken: Container[str] = ()) -> str:
    """Return a name for the file of `draft` that is not `taken`: day, outlet and headline.

    It holds only small letters, digits and hyphens, whatever the draft holds.
    """
    day = draft.published.isoformat() if draft.published else ""
    outlet = _make_slug(draft.outlet.removesuffix(".com"), _OUTLET_LENGTH)
    title = _make_slug(draft.title, _TITLE_LENGTH)
    stem = "-".join(filter(None, (day, outlet, title))) or "draf"
    names = (f"{stem}.md", *(f"{stem}-{number}.md" for number in range(2, _MOST_NAMES)))
    return next(name for name in names if name not in taken)


def write_article(
    folder: Path, draft: Draft, *, to_rewrite: bool = False, reserved: Iterable[str] = ()
) -> Path:
    """Write `draft` into `folder` under a name of its own, whole or not at all.

    Args:
        folder: an existing folder.
        draft: what to write.
        to_rewrite: as for `render`.
        reserved: further names that are taken, such as those of the corpus for a draft.

    Raises:
        OSError: the file cannot be written.
    """
    while True:
        taken = {*reserved, *(path.name for path in folder.iterdir())}
        path = folder / name_file(draft, taken)
        try:
            write_new(path, render(draft, to_rewrite=to_rewrite).encode())
        except FileExistsError:
            # Somebody was faster; the next name is free.
            continue
        return path


def _make_slug(text: str, limit: int) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:limit]
        if len(longer) > limit:
            break
        slug = longer
    return slug
