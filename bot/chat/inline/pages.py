"""Inline queries to pages of results, the same for everybody who types the same."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.answers.values import Quotation
from bot.articles.values import Claim
from bot.chat.deep_links import Link, link_question
from bot.chat.inline.offsets import REVISION_DIGITS, Offset, decode, encode
from bot.chat.inline.search import InlineSearch
from bot.chat.popularity import Popularity
from bot.chat.views.card import (
    Card,
    make_claim_card,
    make_quotation_card,
    make_topic_card,
    name_card,
)
from bot.texts import inline as texts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.answers import Answerer
    from bot.articles.values import Corpus, Topic
    from bot.chat.inline.search import Finding, Findings

PAGE = 10
LONG = 200
"""From so many characters on a question may have been cut off, and is better asked in private."""

_CLAIMS = 6
_RECENT = 1_024
_LONGEST_CACHE = 300
_SHORTEST_CACHE = 10


@dataclass(frozen=True, slots=True)
class Invitation:
    """The button above the results: what it says, and what it opens in the private chat."""

    label: str
    link: Link


@dataclass(frozen=True, slots=True)
class InlinePage:
    """A page of results, which Telegram may keep `cache_seconds`; the last has no `next_offset`."""

    cards: tuple[Card, ...]
    next_offset: str
    cache_seconds: int
    invitation: Invitation | None = None


class InlinePages:
    """Turns queries into pages; holds one search for each snapshot of the corpus that it meets."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin without a corpus; `clock` returns seconds."""
        self._clock = clock
        self._popularity = Popularity()
        self._search: InlineSearch | None = None
        self._since = 0.0
        self._make_cards = lru_cache(maxsize=_RECENT)(_make_cards)

    def turn(self, answerer: Answerer, typed: str, code: str) -> InlinePage:
        """Return the page of results for `typed` that begins at the offset `code`.

        An offset of a corpus that has changed meanwhile, or one that is not ours, ends the list:
        its numbers would repeat some results and skip others.
        """
        search, corpus = self._open_search(answerer), answerer.corpus
        start = _read_start(code, corpus)
        if start is None:
            return InlinePage((), "", _SHORTEST_CACHE)
        findings = search.find(typed)
        if findings.asks_nothing and start == 0:
            return InlinePage(self._list_popular(corpus), "", self._choose_cache_seconds())
        if start == 0:
            self._popularity.count(_list_subjects(findings.listed, corpus))
        following = Offset(corpus.revision[:REVISION_DIGITS], start + PAGE)
        has_more = len(findings.listed) > following.start
        return InlinePage(
            cards=self._make_cards(findings, start, search),
            next_offset=(encode(following) or "") if has_more else "",
            cache_seconds=self._choose_cache_seconds(),
            invitation=_invite(typed, findings),
        )

    def count_choice(self, corpus: Corpus, identifier: str) -> None:
        """Count a claim or topic whose card was sent; `identifier` is that of the result."""
        subjects: tuple[Claim | Topic, ...] = (*corpus.claims, *corpus.taxonomy.topics)
        self._popularity.count(each for each in subjects if name_card(each, corpus) == identifier)

    def _open_search(self, answerer: Answerer) -> InlineSearch:
        if self._search is None or self._search.answerer is not answerer:
            self._search = InlineSearch(answerer)
            # What is kept holds the former corpus.
            self._make_cards.cache_clear()
            self._since = self._clock()
        return self._search

    def _choose_cache_seconds(self) -> int:
        """Return how long Telegram may show a page: as long as the corpus has been unchanged.

        Right after a change another one, which mends it, is likelier than later on.
        """
        age = int(self._clock() - self._since)
        return max(_SHORTEST_CACHE, min(age, _LONGEST_CACHE))

    def _list_popular(self, corpus: Corpus) -> tuple[Card, ...]:
        claims = self._popularity.rank_claims(corpus)[:_CLAIMS]
        topics = self._popularity.rank_topics(corpus)[: PAGE - len(claims)]
        return (
            *(make_claim_card(claim, corpus) for claim in claims),
            *(make_topic_card(topic, corpus) for topic in topics),
        )


def _read_start(code: str, corpus: Corpus) -> int | None:
    if not code:
        return 0
    offset = decode(code)
    if offset is None or offset.revision != corpus.revision[:REVISION_DIGITS]:
        return None
    return offset.start


def _make_cards(findings: Findings, start: int, search: InlineSearch) -> tuple[Card, ...]:
    shown = findings.listed[start : start + PAGE]
    corpus, subjects = search.answerer.corpus, search.quote(findings, shown)
    return tuple(
        make_quotation_card(subject, corpus, is_sure=finding.is_sure)
        if isinstance(subject, Quotation)
        else make_claim_card(subject, corpus)
        for finding, subject in zip(shown, subjects, strict=True)
    )


def _list_subjects(findings: Sequence[Finding], corpus: Corpus) -> list[Claim | Topic]:
    """Return the claim and the topics that the first, sure finding is about."""
    if not findings or not findings[0].is_sure:
        return []
    subject = findings[0].subject
    about = subject.topics if isinstance(subject, Claim) else subject.article.topics
    topics = [topic for topic in corpus.taxonomy.topics if topic.id in about]
    return [subject, *topics] if isinstance(subject, Claim) else [*topics]


def _invite(typed: str, findings: Findings) -> Invitation | None:
    if findings.asks_nothing:
        return None
    if not findings.listed:
        return Invitation(texts.NOTHING_FOUND, link_question(typed))
    return Invitation(texts.TOO_LONG, link_question(typed)) if len(typed) >= LONG else None
