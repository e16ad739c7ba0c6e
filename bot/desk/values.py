"""What the desk works on: drafts, and what was understood of a source, as immutable values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from bot.articles import Article, Citation, Correction, Retraction


@dataclass(frozen=True, slots=True)
class Draft:
    """An article that may still lack fields; an empty value means not known yet."""

    title: str = ""
    title_from: str | None = None
    outlet: str = ""
    url: str = ""
    published: date | None = None
    kind: str = ""
    perspectives: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    retracted: Retraction | None = None
    body: str = ""

    @classmethod
    def of(cls, article: Article) -> Draft:
        """Return the draft that holds what `article` holds."""
        citation: Citation = article.citation
        return cls(
            title=citation.title,
            title_from=article.title_from,
            outlet=citation.outlet,
            url=citation.url,
            published=citation.published,
            kind=article.kind,
            perspectives=article.perspectives,
            topics=article.topics,
            questions=article.questions,
            corrections=article.corrections,
            retracted=article.retracted,
            body=article.body,
        )

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the required fields that are empty, in the order of an article file."""
        required = ("title", "outlet", "url", "published", "kind", "perspectives", "topics", "body")
        return tuple(name for name in required if not getattr(self, name))


class Clutter(Enum):
    """What a line is when it is no part of the article."""

    KICKER = "kicker"
    SUBHEADLINE = "subheadline"
    HEADLINE = "headline"
    REPEATED = "repeated"
    DATELINE = "dateline"
    TIMESTAMP = "timestamp"
    AUTHOR = "author"
    READ_ALSO = "read_also"
    ADVERTISEMENT = "advertisement"
    COMMENTS = "comments"
    SHARING = "sharing"
    PAGING = "paging"
    CAPTION = "caption"
    NAVIGATION = "navigation"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line that was left out, and what it was taken for."""

    text: str
    clutter: Clutter


class Doubt(Enum):
    """What a moderator has to decide because the source does not tell."""

    HEADLINE = "headline"
    """Another line may be the headline."""

    NO_HEADLINE = "no_headline"
    """No line looks like a headline."""

    LINE = "line"
    """The line was kept, but may be a heading between paragraphs, a caption or another article."""

    DATE_FROM_TEXT = "date_from_text"
    """The day of publication was proposed from a day that the text names."""

    WEEKDAY = "weekday"
    """The day of the week does not fit the date."""

    OTHER_SITE = "other_site"
    """The page names an address on another site as its own."""

    OUTLET_FROM_HOST = "outlet_from_host"
    """The outlet is only known by its host."""

    PAGE_MISSING = "page_missing"
    """A further page of the article could not be read."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A doubt, and the line, day or address that it is about."""

    doubt: Doubt
    about: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """What was understood of a source.

    `verbatim` tells that the body is the outlet's own text, as it was published.
    """

    draft: Draft
    author: str = ""
    verbatim: bool = False
    dropped: tuple[Dropped, ...] = ()
    asked: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What the corpus holds near a draft, and what that suggests.

    `same_address` is the article with the draft's address. `same_event` are articles that
    probably report the same, the likeliest first. `topics` and `perspectives` are ids.
    """

    same_address: Article | None = None
    same_event: tuple[Article, ...] = ()
    topics: tuple[str, ...] = ()
    perspectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownOutlets:
    """The outlets of the corpus, by host and by name in small letters without punctuation."""

    by_host: Mapping[str, str] = field(default_factory=dict)
    by_name: Mapping[str, str] = field(default_factory=dict)
