"""What an answer is made of; adapters render these values and add nothing about Sirekap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from bot.articles.values import Article, Claim, Topic
from bot.search.passages import Passage

Span = tuple[int, int]


class Status(Enum):
    """How far the corpus answers the question."""

    FOUND = "found"
    NEAR = "near"
    NOT_FOUND = "not_found"
    SMALL_TALK = "small_talk"
    EMPTY = "empty"


class SmallTalk(Enum):
    """What kind of chat a message is when it asks nothing."""

    GREETING = "greeting"
    THANKS = "thanks"
    ABOUT_BOT = "about_bot"
    FAREWELL = "farewell"
    CHATTER = "chatter"


@dataclass(frozen=True, slots=True)
class Understanding:
    """What the search made of the question.

    `terms` are the words searched for; `corrections` maps a word as written to the word that was
    searched instead; `missing` are words of the question that no source mentions, `untold` those
    that a headline has and no passage; `unheard` are names of people whose words were asked for,
    and not found; `astray` are years, and places of elections, that the nearest passages are not
    about.
    """

    terms: tuple[str, ...] = ()
    corrections: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    unheard: tuple[str, ...] = ()
    astray: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage as it is shown: literal text, its article, what to emphasise, who speaks.

    `best` is the span in `passage.text` of the sentence that fits best; `marks` are spans of
    matched words; `speakers` are labels of the article's perspectives; `also` are other articles
    that report the same event.
    """

    rank: int
    score: float
    passage: Passage
    article: Article
    best: Span
    marks: tuple[Span, ...] = ()
    speakers: tuple[str, ...] = ()
    also: tuple[Article, ...] = ()

    @property
    def sentence(self) -> str:
        """The sentence that fits best."""
        return self.passage.text[slice(*self.best)]


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar month, or a whole year when `month` is None."""

    year: int
    month: int | None = None

    def holds(self, day: date) -> bool:
        """Tell whether `day` is in this period."""
        return day.year == self.year and self.month in {None, day.month}


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in the order of their articles' days of publication; a page of them.

    Each event is a quotation whose `sentence` tells it, whose `rank` is its number in the whole
    time line, and whose `also` are other reports of the same event. `topic` and `period` say what
    it was narrowed to; `subject` is the question for which its events were found. Without any of
    them it is about the whole affair. `total` counts the events of all pages.
    """

    events: tuple[Quotation, ...]
    total: int
    topic: Topic | None = None
    period: Period | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer.

    `quotations` is filled for FOUND and NEAR and empty otherwise. `remaining` counts the
    further quotations that a later page would show. `alternatives` are questions to pick from,
    where this one may mean several things, or where nothing that was found fits well; they stand
    with the first page only. `topics` are the nearest topics when nothing was found. `later` is an
    article newer than the quotations that reports a ruling on the claim. `sources_until` is the
    newest day of the corpus. `timeline` is there when the question asks for one; an adapter then
    shows it instead of `quotations`.
    """

    question: str
    status: Status
    confidence: float
    understanding: Understanding
    quotations: tuple[Quotation, ...] = ()
    remaining: int = 0
    claim: Claim | None = None
    later: Article | None = None
    alternatives: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    small_talk: SmallTalk | None = None
    sources_until: date | None = None
    timeline: Timeline | None = None
