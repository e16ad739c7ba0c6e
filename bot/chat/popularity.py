"""Which claims and topics people ask about most: numbers only, gone when the bot ends."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.answers.claims import list_citations
from bot.articles.values import Claim, Topic
from bot.search.sources import list_quotable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.articles.values import Corpus


class Popularity:
    """Counts what is asked about; knows neither who asks nor in which words."""

    def __init__(self) -> None:
        """Begin with nothing asked."""
        self._asked: Counter[str] = Counter()

    def count(self, subjects: Iterable[Claim | Topic]) -> None:
        """Count each of `subjects` as asked about once more."""
        self._asked.update(map(_name, subjects))

    def rank_claims(self, corpus: Corpus) -> list[Claim]:
        """Return the claims, the most asked first, and then those with most citations."""
        return sorted(
            corpus.claims,
            key=lambda claim: (self._asked[_name(claim)], len(list_citations(claim))),
            reverse=True,
        )

    def rank_topics(self, corpus: Corpus) -> list[Topic]:
        """Return the topics that have articles, the most asked first, then by their articles."""
        sizes = Counter(topic for article in list_quotable(corpus) for topic in article.topics)
        return sorted(
            (topic for topic in corpus.taxonomy.topics if sizes[topic.id]),
            key=lambda topic: (self._asked[_name(topic)], sizes[topic.id]),
            reverse=True,
        )


def _name(subject: Claim | Topic) -> str:
    return f"claim {subject.key}" if isinstance(subject, Claim) else f"topic {subject.id}"
