"""Time lines: what happened, in the order of the days on which it was published.

An article's day is its day of publication; no day is ever worked out from a text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from bot.answers.claims import RULING
from bot.answers.events import Event, EventFinder, fold_events
from bot.answers.selection import Choice
from bot.answers.values import Period, Quotation, Timeline
from bot.articles import Article, Claim, Corpus, Topic
from bot.search import Query, SearchEngine
from bot.search.sources import list_quotable

PAGE = 12
"""Events on one page."""

_MOST = 24
_MOST_OF_MONTH = 8
_MOST_OF_DAY = 2
_MOST_OF_TOPIC = 2
_RULING_WEIGHT = 3
_LEAST_SCORE, _LEAST_FIT = 0.6, 0.6
"""What an article's score, and its sentence's fit, must be beside the best ones to belong."""


class Chronicle:
    """Tells the time lines of one snapshot of the corpus; immutable, safe to share."""

    def __init__(self, corpus: Corpus, engine: SearchEngine) -> None:
        """Tell from `corpus` with the `engine` that was built from it."""
        self._corpus = corpus
        self._engine = engine
        self._finder = EventFinder(engine)
        self._weights = _weigh_articles(corpus.claims)
        # Every page of a time line needs all of it.
        self._choose = lru_cache(maxsize=64)(self._choose_events)

    def tell(
        self,
        topic: Topic | None = None,
        period: Period | None = None,
        *,
        start: int = 0,
        limit: int = PAGE,
    ) -> Timeline:
        """Return a page of the events of a topic, a period, both, or the whole affair.

        At most 24 events belong to it: those that claim cards cite, above all for a ruling, and
        that several articles report go first. Of the whole affair, or a year, it tells at most
        eight a month, and two a topic.

        Args:
            topic: the topic that the articles carry.
            period: the days on which they were published.
            start: the number of the first event of the page, from 0.
            limit: how many events at most.
        """
        events = self._choose(topic, period)
        return Timeline(self._quote(events, start, limit), len(events), topic, period)

    def arrange(
        self,
        query: Query,
        choices: Sequence[Choice],
        period: Period | None = None,
        *,
        start: int = 0,
        limit: int = PAGE,
    ) -> Timeline:
        """Return a page of what was found for a question, as a time line.

        Args:
            query: what was asked.
            choices: what was found, each event once.
            period: the days on which the articles were published, if not all.
            start: the number of the first event of the page, from 0.
            limit: how many events at most.
        """
        least_score = _LEAST_SCORE * max((choice.score for choice in choices), default=0.0)
        events = [
            self._finder.find(choice.article, query, score=choice.score, also=choice.also)
            for choice in choices
            if choice.score >= least_score and _is_in(period, choice.article)
        ]
        least_fit = _LEAST_FIT * max((event.fit for event in events), default=0.0)
        kept = [event for event in events if event.fit >= least_fit]
        return Timeline(
            self._quote(kept, start, limit), len(kept), period=period, subject=query.text
        )

    def _choose_events(self, topic: Topic | None, period: Period | None) -> Sequence[Event]:
        told = [
            self._find(article, topic)
            for article in list_quotable(self._corpus)
            if (topic is None or topic.id in article.topics) and _is_in(period, article)
        ]
        events = fold_events(self._engine.index, told)
        events.sort(key=lambda event: event.weight, reverse=True)
        if topic is None and (period is None or period.month is None):
            events = list(_spread(events))
        weighty = sum(event.weight > 0 for event in events)
        return events[: min(max(weighty, PAGE), _MOST)]

    def _find(self, article: Article, topic: Topic | None) -> Event:
        """Find the event by the headline, which says what is new, as far as it is of the topic."""
        about = f" {topic.name}" if topic else ""
        query = self._engine.read(article.citation.title + about)
        return self._finder.find(article, query, score=self._weights[article.file])

    def _quote(self, events: Iterable[Event], start: int, limit: int) -> tuple[Quotation, ...]:
        labels = self._corpus.taxonomy.perspectives
        in_order = sorted(events, key=lambda event: event.choice.article.citation.published)
        return tuple(
            _make_quotation(event, rank, labels)
            for rank, event in enumerate(in_order[start : start + limit], start=start + 1)
        )


def _make_quotation(event: Event, rank: int, labels: Mapping[str, str]) -> Quotation:
    choice = event.choice
    return Quotation(
        rank=rank,
        score=event.weight,
        passage=choice.passage,
        article=choice.article,
        best=event.best,
        speakers=tuple(labels.get(voice, voice) for voice in choice.article.perspectives),
        also=tuple(choice.also),
    )


def _is_in(period: Period | None, article: Article) -> bool:
    return period is None or period.holds(article.citation.published)


def _weigh_articles(claims: Iterable[Claim]) -> Counter[str]:
    """Count for each file the cards that cite it; one that reports a ruling counts more."""
    weights: Counter[str] = Counter()
    for claim in claims:
        cited: dict[str, int] = {}
        for section in claim.sections:
            weight = _RULING_WEIGHT if section.heading == RULING else 1
            for line in section.lines:
                cited |= {file: max(weight, cited.get(file, 0)) for file in line.articles}
        weights.update(cited)
    return weights


def _spread(events: Iterable[Event]) -> Iterator[Event]:
    """Pass on the events, best first, but not too many of one month, day or main topic."""
    told: Counter[object] = Counter()
    for event in events:
        article = event.choice.article
        day, topic = article.citation.published, article.topics[:1]
        month = Period(day.year, day.month)
        limits = {month: _MOST_OF_MONTH, day: _MOST_OF_DAY, topic: _MOST_OF_TOPIC}
        if all(told[kind] < most for kind, most in limits.items()):
            told.update(limits.keys())
            yield event
