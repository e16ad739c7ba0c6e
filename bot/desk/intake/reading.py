"""From a source (address, HTML, pasted text, article file) to what was understood of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date
from pathlib import PurePath

from bot.desk.errors import NoArticleError
from bot.desk.files.article_files import read_draft
from bot.desk.intake.charsets import decode
from bot.desk.intake.dates import find_day_in_address
from bot.desk.intake.fetching import Fetcher, Page
from bot.desk.intake.lines import split_lines, split_long
from bot.desk.intake.outlets import find_by_host, find_by_name, host_of
from bot.desk.intake.page_links import tidy_address
from bot.desk.intake.pasted_text import Reading, read_pasted
from bot.desk.intake.web_pages import WebArticle, fetch_article, read_page
from bot.desk.values import Asked, Clutter, Doubt, Draft, Dropped, Intake, KnownOutlets
from bot.texts import desk as texts
from bot.texts import fetching as fetching_texts

_HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
_HTML_START = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)
_ADDRESS_LINE = re.compile(r"^[ \t]*(https?://\S{4,2000})[ \t]*$", re.MULTILINE)
MOST_BYTES = 5 * 1024 * 1024
_SETTLED_BY = {
    "title": {Doubt.HEADLINE, Doubt.NO_HEADLINE},
    "published": {Doubt.DATE_FROM_TEXT, Doubt.WEEKDAY},
    "outlet": {Doubt.OUTLET_FROM_HOST},
    "url": {Doubt.OTHER_SITE},
    "body": {Doubt.LINE},
}
_COPIED_RUN = 8
_COPIED_SHARE = 0.5


async def read_address(address: str, fetcher: Fetcher, known: KnownOutlets, given: Draft) -> Intake:
    """Return what the page at `address` holds.

    Args:
        address: a web address.
        fetcher: a fresh one.
        known: the outlets of the corpus.
        given: what the moderator has said already; it wins over what the source says.

    Raises:
        IntakeError: the page cannot be fetched, or holds no article.
    """
    return _take_web(await fetch_article(address, fetcher), known, given)


def read_file(name: str, data: bytes, known: KnownOutlets, given: Draft, today: date) -> Intake:
    """Return what a file holds: an HTML page, a text as pasted, or an article file.

    Args:
        name: its name, whose ending tells what it is.
        data: its content.
        known: the outlets of the corpus.
        given: what the moderator has said already; it wins over what the source says.
        today: after which no date may lie.

    Raises:
        NoArticleError: there is no article in it, or it is too large.
    """
    if len(data) > MOST_BYTES:
        raise NoArticleError(fetching_texts.describe_large_file(MOST_BYTES))
    ending = PurePath(name).suffix.lower()
    if ending == ".md":
        return _take_article_file(data, given, today)
    text = decode(data)
    if ending in _HTML_ENDINGS or _HTML_START.match(text):
        return _take_web(read_page(Page(given.url, text)), known, given)
    return read_text(text, known, given)


def read_text(text: str, known: KnownOutlets, given: Draft) -> Intake:
    """Return what a pasted text holds.

    Raises:
        NoArticleError: there is no article in it.
    """
    addresses = _ADDRESS_LINE.findall(text)
    reading = read_pasted(_ADDRESS_LINE.sub("", text), known, given.title)
    reading.dropped[:0] = [Dropped(address, Clutter.ADDRESS) for address in addresses]
    if not reading.paragraphs:
        raise NoArticleError(fetching_texts.NO_ARTICLE_IN_TEXT)
    url = given.url or next(iter(addresses), "")
    found = WebArticle(url=url, published=find_day_in_address(url))
    return _combine(found, reading, known, given)


def use_summary(intake: Intake, summary: str) -> Intake:
    """Return the intake with a summary in the moderator's own words in place of its body.

    A summary that mostly copies the body is still the outlet's own text.

    Raises:
        NoArticleError: the summary is empty.
    """
    paragraphs = [part for line in split_lines(summary) for part in split_long(line)]
    if not paragraphs:
        raise NoArticleError(fetching_texts.NO_ARTICLE_IN_TEXT)
    body = "\n\n".join(paragraphs)
    copied = intake.verbatim and is_copied(body, intake.draft.body)
    asked = leave_out_settled_by(intake.asked, "body")
    return replace(intake, draft=replace(intake.draft, body=body), verbatim=copied, asked=asked)


def _take_web(article: WebArticle, known: KnownOutlets, given: Draft) -> Intake:
    reading = read_pasted(article.text, known, given.title or article.title)
    if not reading.paragraphs:
        raise NoArticleError(fetching_texts.NO_ARTICLE_ON_PAGE)
    return _combine(article, reading, known, given)


def _combine(found: WebArticle, reading: Reading, known: KnownOutlets, given: Draft) -> Intake:
    """Put together what the page says, what its text says, and what the moderator says."""
    url = tidy_address(given.url or found.url)
    outlet = (
        find_by_host(url, known)
        or find_by_name(found.outlet, known)
        or reading.outlet
        or found.outlet
    )
    asked = [*found.asked, *reading.asked]
    if not outlet and url:
        outlet = host_of(url)
        asked.append(Asked(Doubt.OUTLET_FROM_HOST, outlet))
    if found.published:
        asked = [each for each in asked if each.doubt not in _SETTLED_BY["published"]]
    draft = Draft(
        title=reading.title,
        outlet=outlet,
        url=url,
        published=found.published or reading.published,
        body="\n\n".join(reading.paragraphs),
    )
    return Intake(
        draft=override(draft, replace(given, url="")),
        author=found.author or reading.author,
        verbatim=True,
        dropped=tuple(reading.dropped),
        asked=tuple(_leave_out_settled(asked, given)),
    )


def _take_article_file(data: bytes, given: Draft, today: date) -> Intake:
    draft = read_draft(data, today)
    if draft is None:
        raise NoArticleError(fetching_texts.NO_ARTICLE_IN_FILE)
    body = draft.body.replace(texts.TO_REWRITE, "").strip("\n")
    verbatim = texts.TO_REWRITE in draft.body
    return Intake(draft=override(replace(draft, body=body), given), verbatim=verbatim)


def override(draft: Draft, given: Draft) -> Draft:
    """Return `draft` with every field that `given` holds taken from there."""
    said = {field.name: getattr(given, field.name) for field in fields(given)}
    return replace(draft, **{name: value for name, value in said.items() if value})


def _leave_out_settled(asked: Iterable[Asked], given: Draft) -> Iterable[Asked]:
    settled = {
        doubt for name, doubts in _SETTLED_BY.items() if getattr(given, name) for doubt in doubts
    }
    return (each for each in dict.fromkeys(asked) if each.doubt not in settled)


def leave_out_settled_by(asked: Iterable[Asked], field: str) -> tuple[Asked, ...]:
    """Return the doubts that remain once somebody has set `field` by hand."""
    settled = _SETTLED_BY.get(field, set())
    return tuple(each for each in asked if each.doubt not in settled)


def is_copied(text: str, source: str) -> bool:
    """Tell whether `text` mostly consists of runs of words that `source` has, too."""
    return _share_copied(text, source) > _COPIED_SHARE


def _share_copied(text: str, source: str) -> float:
    """Return the share of the runs of eight words in `text` that `source` has, too."""
    ours, theirs = _list_runs(text), _list_runs(source)
    return len(ours & theirs) / len(ours) if ours else 0.0


def _list_runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[n : n + _COPIED_RUN]) for n in range(len(words) - _COPIED_RUN + 1)}
