"""Where to go from an answer: questions that the corpus answers, topics near a miss."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.answers.known_questions import KnownQuestions, read_subject
from bot.articles import Article, Corpus, Topic
from bot.search import SearchEngine

_TOPICS = 3
_QUESTIONS = 3
_ARTICLES_ASKED = 8
_TOO_ALIKE = 0.7


def suggest_topics(corpus: Corpus, nearest: Sequence[Article]) -> tuple[Topic, ...]:
    """Return the topics that the nearest articles share, or the first ones when there is none.

    Args:
        corpus: the snapshot that the topics belong to.
        nearest: articles in the order of their nearness to the question; may be empty.
    """
    counts: Counter[str] = Counter()
    for place, article in enumerate(nearest[:_ARTICLES_ASKED]):
        for topic in article.topics:
            counts[topic] += _ARTICLES_ASKED - place
    ranked = sorted(corpus.taxonomy.topics, key=lambda topic: counts[topic.id], reverse=True)
    return tuple(ranked[:_TOPICS])


class Suggestions:
    """Suggests questions of articles, which are `known`."""

    def __init__(self, engine: SearchEngine) -> None:
        """Read questions by `engine`."""
        self.known = KnownQuestions(engine)
        self._engine = engine

    def suggest(self, question: str, shown: Iterable[Article]) -> tuple[str, ...]:
        """Return questions that the shown articles answer, other than the one that was asked.

        They are the articles' own questions, one of each article before a second one, and unlike
        each other.
        """
        seen = [read_subject(self._engine.read(question)).all]
        suggested: list[str] = []
        queues = [list(article.questions) for article in shown]
        while any(queues) and len(suggested) < _QUESTIONS:
            for queue in queues:
                if queue:
                    candidate = queue.pop(0)
                    stems = self.known.read(candidate).all
                    if all(_overlap(stems, other) < _TOO_ALIKE for other in seen):
                        seen.append(stems)
                        suggested.append(candidate)
        return tuple(suggested[:_QUESTIONS])


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / max(len(one) + len(other), 1)
