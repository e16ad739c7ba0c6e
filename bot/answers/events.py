"""Events: the one sentence of an article that tells what happened, and who reports the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.answers.quoting import Hit, find_hits, weigh_sentence, weigh_stems
from bot.answers.selection import Choice, same_event
from bot.answers.values import Span
from bot.articles import Article
from bot.search import PassageIndex, Query, SearchEngine, split_sentences

_LONGEST = 400
"""Characters; a longer sentence tells an event only where the article has no shorter one."""


@dataclass(frozen=True, slots=True)
class Event:
    """A passage that reports the event, and the span in it of the sentence that tells it.

    `fit` says how much the sentence shares with what it was looked for with, in idf.
    """

    choice: Choice
    best: Span
    fit: float

    @property
    def weight(self) -> float:
        """How much the event matters: its report's score, and one for each other report."""
        return self.choice.score + len(self.choice.also)


class EventFinder:
    """Finds in articles the sentences that tell events; immutable, safe to share."""

    def __init__(self, engine: SearchEngine) -> None:
        """Find in the passages that `engine` searches."""
        self._engine = engine
        self._positions: dict[str, list[int]] = defaultdict(list)
        for position, passage in enumerate(engine.index.passages):
            self._positions[passage.article].append(position)

    def find(
        self, article: Article, query: Query, *, score: float, also: Iterable[Article] = ()
    ) -> Event:
        """Return the event of `article`, told by the sentence that shares most with `query`.

        Only the first sentence of a paragraph can tell it: each paragraph stands on its own, while
        a later sentence may begin with "he" or "the party".

        Args:
            article: one that can be found, so that it has passages.
            query: what the sentence is to be about.
            score: how much the article matters.
            also: others that report the same.
        """
        openings = list_openings(article.body)
        short = [span for span in openings if span[1] - span[0] <= _LONGEST]
        weights = weigh_stems(query, self._engine.index)
        hits = list(self._find_hits(article, weights))
        fits = {span: weigh_sentence(span, hits) for span in short or openings}
        start, end = max(fits, key=lambda span: fits[span])
        position = self._locate(article, start)
        passage = self._engine.index.passages[position]
        choice = Choice(passage, article, score, position, list(also))
        return Event(choice, (start - passage.start, end - passage.start), fits[start, end])

    def _find_hits(
        self, article: Article, weights: Mapping[str, tuple[int, float]]
    ) -> Iterator[Hit]:
        """Yield the words of `article` that have weights; their spans are those in its body."""
        index = self._engine.index
        for position in self._positions[article.key]:
            begin = index.passages[position].start
            for hit in find_hits(index, position, weights):
                yield hit._replace(start=hit.start + begin, end=hit.end + begin)

    def _locate(self, article: Article, place: int) -> int:
        passages = self._engine.index.passages
        return max(
            (at for at in self._positions[article.key] if passages[at].start <= place),
            key=lambda at: passages[at].start,
        )


def fold_events(index: PassageIndex, events: Iterable[Event]) -> list[Event]:
    """Return the events, each once; the report that matters most stands for it."""
    folded: list[Event] = []
    for event in sorted(events, key=lambda event: event.choice.score, reverse=True):
        twin = next(
            (other for other in folded if same_event(index, other.choice, event.choice)), None
        )
        if twin is None:
            folded.append(event)
        else:
            twin.choice.also.append(event.choice.article)
    return folded


def list_openings(body: str) -> list[Span]:
    """Return the spans of the sentences with which the paragraphs of `body` begin."""
    return list(_find_openings(body))


def _find_openings(body: str) -> Iterator[Span]:
    former = None
    for start, end in split_sentences(body):
        if former is None or body.count("\n", former, start) > 1:
            yield start, end
        former = end
