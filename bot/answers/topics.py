"""Browsing by topic: what a topic holds, and the claims in the order of the topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.answers.claims import list_citations
from bot.articles import Article, Claim, Corpus, Topic
from bot.search.sources import list_quotable

MOST_CITED = 5


@dataclass(frozen=True, slots=True)
class TopicCard:
    """A topic with its claims, oldest first, and the articles that claim cards cite most.

    Those that lines of the topic's own cards cite most go before those that any cards do, and then
    the newest first.

    `articles` counts all articles of the topic; `first` and `last` are the days of the oldest and
    the newest one.
    """

    topic: Topic
    claims: tuple[Claim, ...]
    most_cited: tuple[Article, ...]
    articles: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class NumberedClaim:
    """A claim card with its number in the list of all claims, from 1."""

    number: int
    claim: Claim


@dataclass(frozen=True, slots=True)
class TopicClaims:
    """A topic and the claims that are listed under it."""

    topic: Topic
    claims: tuple[NumberedClaim, ...]


def describe_topic(corpus: Corpus, topic: Topic) -> TopicCard:
    """Return what the corpus holds about `topic`; retracted articles do not count."""
    articles = [article for article in list_quotable(corpus) if topic.id in article.topics]
    claims = [claim for claim in corpus.claims if topic.id in claim.topics]
    cited, cited_here = _count_citations(corpus.claims), _count_citations(claims)
    ranked = sorted(
        articles,
        key=lambda article: (
            cited_here[article.file],
            cited[article.file],
            article.citation.published,
        ),
        reverse=True,
    )
    days = [article.citation.published for article in articles]
    return TopicCard(
        topic=topic,
        claims=tuple(sorted(claims, key=lambda claim: claim.first_made)),
        most_cited=tuple(ranked[:MOST_CITED]),
        articles=len(articles),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def list_claims(corpus: Corpus, topic: Topic | None = None) -> tuple[TopicClaims, ...]:
    """Return the claims by topic, oldest first, in the order of the topics.

    Each stands under the first topic that its card names, and keeps its number when the list is
    narrowed to the claims of one `topic`.
    """
    groups = tuple(_group_claims(corpus))
    if topic is None:
        return groups
    claims = tuple(
        numbered
        for group in groups
        for numbered in group.claims
        if topic.id in numbered.claim.topics
    )
    return (TopicClaims(topic, claims),) if claims else ()


def find_claim(corpus: Corpus, text: str) -> Claim | None:
    """Return the claim whose number or key is `text`, or None."""
    wanted = text.strip().casefold()
    return next(
        (
            numbered.claim
            for group in list_claims(corpus)
            for numbered in group.claims
            if wanted in {str(numbered.number), numbered.claim.key}
        ),
        None,
    )


def _count_citations(claims: Iterable[Claim]) -> Counter[str]:
    return Counter(file for claim in claims for file in list_citations(claim))


def _group_claims(corpus: Corpus) -> Iterator[TopicClaims]:
    number = 0
    for topic in corpus.taxonomy.topics:
        claims = [claim for claim in corpus.claims if claim.topics[:1] == (topic.id,)]
        claims.sort(key=lambda claim: claim.first_made)
        if claims:
            numbers = range(number + 1, number + len(claims) + 1)
            number += len(claims)
            yield TopicClaims(topic, tuple(map(NumberedClaim, numbers, claims)))
