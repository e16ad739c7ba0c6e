"""What else may be meant: questions to pick from where one question fits many things, or none well.

A question is broad when it says little and several articles hold every word of it: "putusan MK" is
in dozens, while "saksi Amrin Harun" says more. What is offered are questions that the corpus
answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.answers.known_questions import KnownQuestions, read_subject
from bot.answers.selection import Choice
from bot.answers.values import Status
from bot.articles import Article
from bot.search import PassageIndex, Query, Ranking
from bot.search.cues import Kind

MOST = 4

_IN_VIEW = 3
"""Passages that are seen at first."""
_FITTING = 4
"""From so many articles on that hold all of it, a question is broad."""
_MOST_SAID = 1.0
"""How much a broad question says at most, in units of the highest idf."""
_ASKED_BEFORE = 0.75
"""A question so like one that an article lists, or like a headline, has its answer."""
_IN_TITLE_ONLY = 0.5
_OF_TOPIC = 2
_TOO_ALIKE = 0.7


def is_broad(query: Query, ranking: Ranking, index: PassageIndex) -> bool:
    """Tell whether `query` may mean many things: it says little, and several articles hold it."""
    if query.missing or query.is_narrow or not len(ranking.positions):
        return False
    said = sum(index.weigh(concept) for concept in query.concepts if not concept.implied)
    if ranking.alike.max() >= _ASKED_BEFORE or said > _MOST_SAID * index.text.idf_of(""):
        return False
    if query.aim and query.aim.kind is Kind.DEFINITION and ranking.aimed[:_IN_VIEW].any():
        return False
    whole = (ranking.present > _IN_TITLE_ONLY).all(axis=1)
    fitting = {index.passages[place].article for place in ranking.positions[whole].tolist()}
    return len(fitting) >= _FITTING


class Alternatives:
    """Finds questions to pick from."""

    def __init__(self, index: PassageIndex, known: KnownQuestions) -> None:
        """Weigh words by `index`; the questions of articles are `known`."""
        self._index = index
        self._known = known

    def offer(
        self, query: Query, ranking: Ranking, choices: Sequence[Choice], status: Status
    ) -> tuple[str, ...]:
        """Return questions to pick from: after a near miss, or where `query` may mean many things.

        Args:
            query: what was asked.
            ranking: the passages found for it.
            choices: those of them that are shown, best first, each event once.
            status: whether they answer.
        """
        if status is Status.NEAR:
            return self._find(query, choices)
        if is_broad(query, ranking, self._index):
            found = self._find(query, choices)
            return found if len(found) > 1 else ()
        return ()

    def _find(self, query: Query, choices: Sequence[Choice]) -> tuple[str, ...]:
        """Return questions about different things that `query` may mean, the likeliest first.

        For each article that is its own question which shares most with `query`, or its headline;
        one that shares nothing is left out, and so is one like another. Of a main topic there is a
        third one only where other topics have none.
        """
        asked = read_subject(query).own
        seen: list[frozenset[str]] = []
        found: list[str] = []
        for article in _spread([choice.article for choice in choices]):
            wording, stems = self._find_nearest(article, asked)
            if asked & stems and all(_overlap(stems, other) < _TOO_ALIKE for other in seen):
                found.append(wording)
                seen.append(stems)
                if len(found) == MOST:
                    break
        return tuple(found)

    def _find_nearest(self, article: Article, asked: frozenset[str]) -> tuple[str, frozenset[str]]:
        """Return the wording that shares most with what was asked, and its stems.

        Of two, it is rather the formal one.
        """
        wordings = article.questions or (article.citation.title,)
        read = [(wording, self._known.read(wording).own) for wording in wordings]
        return max(
            read,
            key=lambda each: (len(asked & each[1]), each[0][0].isupper(), _overlap(asked, each[1])),
        )


def _spread(articles: Sequence[Article]) -> Iterator[Article]:
    """Yield the articles in order, those beyond the second of their main topic last."""
    told: Counter[tuple[str, ...]] = Counter()
    left: list[Article] = []
    for article in articles:
        topic = article.topics[:1]
        told[topic] += 1
        if told[topic] <= _OF_TOPIC:
            yield article
        else:
            left.append(article)
    yield from left


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / max(len(one) + len(other), 1)
