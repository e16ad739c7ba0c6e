"""Reads the article on a web page: its text over all pages, and what its metadata says."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

from bot.desk.errors import FetchError, NoArticleError
from bot.desk.intake.dates import find_day_in_address
from bot.desk.intake.fetching import Fetcher, Page
from bot.desk.intake.lines import clean_line
from bot.desk.intake.page_links import (
    find_canonical,
    is_amp,
    is_same_site,
    list_further_pages,
    tidy_address,
)
from bot.desk.values import Asked, Doubt
from bot.texts import fetching as texts

# lxml has no type stubs.
_Tree = Any
_MOST_ELEMENTS = 50_000
"""News pages have some thousands; reading millions takes minutes."""
_JAKARTA = timezone(timedelta(hours=7))
_PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished' or @name='datePublished']/@content",
    "//time[@itemprop='datePublished']/@datetime",
)
_LINKED_DATA = "//script[@type='application/ld+json']/text()"
_LINKED_DAY = re.compile(r'"datePublished"\s*:\s*("[^"\\]{8,40}")')


@dataclass(frozen=True, slots=True)
class WebArticle:
    """An article as its page has it; empty where the page does not tell.

    `text` has a line for each paragraph, and may still hold lines that are no part of the article.
    `further` are the addresses of its other pages.
    """

    url: str
    title: str = ""
    outlet: str = ""
    author: str = ""
    published: date | None = None
    text: str = ""
    further: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()


async def fetch_article(address: str, fetcher: Fetcher) -> WebArticle:
    """Return the article at `address`, from whichever of its pages the address is.

    An AMP page is followed to the page that it stands for; further pages are joined.

    Raises:
        FetchError: the first page cannot be fetched.
        NoArticleError: there is no article on it.
    """
    article = await _read_beside(await _fetch_main(address, fetcher))
    for further in article.further:
        try:
            text = (await _read_beside(await fetcher.fetch(further))).text
        except (FetchError, NoArticleError):
            missing = Asked(Doubt.PAGE_MISSING, further)
            article = replace(article, asked=(*article.asked, missing))
        else:
            article = replace(article, text=_join(article.text, text))
    return article


def read_page(page: Page) -> WebArticle:
    """Return the article on `page` alone; `page.url` may be empty for a page from a file.

    Raises:
        NoArticleError: there is none.
    """
    # Slow to import, and only intake needs it.
    from trafilatura import bare_extraction  # noqa: PLC0415

    tree = _parse(page.html)
    url, asked = _choose_address(tree, page.url)
    days, further = list(_list_days(tree)), list_further_pages(tree, page.url)
    found = bare_extraction(
        tree,
        url=page.url or None,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or isinstance(found, dict) or not found.text:
        raise NoArticleError(texts.NO_ARTICLE_ON_PAGE)
    return WebArticle(
        url=url,
        title=clean_line(found.title or ""),
        outlet=clean_line(found.sitename or ""),
        author=clean_line(found.author or ""),
        published=_choose_day(days, url, found.date),
        text=found.text,
        further=tuple(further),
        asked=asked,
    )


async def _read_beside(page: Page) -> WebArticle:
    # Takes a second for a large page, in which others are waiting for their answers.
    return await asyncio.to_thread(read_page, page)


async def _fetch_main(address: str, fetcher: Fetcher) -> Page:
    page = await fetcher.fetch(address)
    tree = _parse(page.html)
    canonical = find_canonical(tree, page.url)
    if is_amp(tree) and canonical and is_same_site(page.url, canonical):
        return await fetcher.fetch(canonical)
    is_later_page = re.search(r"[?&]page=\d", page.url) is not None
    return await fetcher.fetch(tidy_address(page.url)) if is_later_page else page


def _parse(html: str) -> _Tree:
    from trafilatura import load_html  # noqa: PLC0415

    tree = load_html(html)
    if tree is None or tree.xpath("count(//*)") > _MOST_ELEMENTS:
        raise NoArticleError(texts.NO_ARTICLE_ON_PAGE)
    return tree


def _choose_address(tree: _Tree, url: str) -> tuple[str, tuple[Asked, ...]]:
    canonical = find_canonical(tree, url)
    if canonical and (not url or is_same_site(url, canonical)):
        return tidy_address(canonical), ()
    asked = (Asked(Doubt.OTHER_SITE, canonical),) if canonical else ()
    return (tidy_address(url) if url else ""), asked


def _choose_day(named: Iterable[str], url: str, guessed: str | None) -> date | None:
    day = next(filter(None, map(_read_day, named)), None)
    return day or find_day_in_address(url) or (_read_day(guessed) if guessed else None)


def _list_days(tree: _Tree) -> Iterator[str]:
    for path in _PUBLISHED:
        yield from map(str, tree.xpath(path))
    for data in tree.xpath(_LINKED_DATA):
        for found in _LINKED_DAY.finditer(str(data)):
            yield json.loads(found[1])


def _read_day(text: str) -> date | None:
    """Return the day in western Indonesia, where pages give the hour of another zone."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment.astimezone(_JAKARTA).date() if moment.tzinfo else moment.date()


def _join(one: str, other: str) -> str:
    """Return the lines of both texts, those that are in both only once."""
    return "\n".join(dict.fromkeys((*one.split("\n"), *other.split("\n"))))
