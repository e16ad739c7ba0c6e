"""What is emphasised in a quotation: its best sentence and the words that the question shares."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from bot.answers.selection import Choice
from bot.answers.values import Quotation, Span
from bot.search import PassageIndex, Query, SearchEngine, split_sentences
from bot.search.tokens import tokenize

_MARKED = 0.4
"""How much of the weightiest word's information a word must tell to be marked."""
_AIMED = 2.0
"""How much more a sentence of the kind that is wanted counts than another with the same words."""


def quote_passages(
    choices: Sequence[Choice],
    page: range,
    query: Query,
    engine: SearchEngine,
    labels: Mapping[str, str],
) -> tuple[Quotation, ...]:
    """Return the passages of a page as they are shown.

    Args:
        choices: those of all pages, best first.
        page: which of them stand on the page, counted from 0.
        query: what they are shown for.
        engine: knows the words.
        labels: what each perspective is called.
    """
    weights = weigh_stems(query, engine.index)
    quotations: list[Quotation] = []
    for rank, choice in enumerate(choices[page.start : page.stop], start=page.start + 1):
        aimed = engine.list_aimed(query, choice.position)
        best, marks = emphasise(choice.passage.text, weights, engine.stem, aimed)
        quotations.append(
            Quotation(
                rank=rank,
                score=choice.score,
                passage=choice.passage,
                article=choice.article,
                best=best,
                marks=marks,
                speakers=tuple(labels.get(voice, voice) for voice in choice.article.perspectives),
                also=tuple(choice.also),
            )
        )
    return tuple(quotations)


def weigh_passage(
    position: int, weights: Mapping[str, tuple[int, float]], index: PassageIndex
) -> float:
    """Return the weight of the different concepts that a passage and its headline have."""
    found: dict[int, float] = {}
    for stem in index.list_stems(position):
        if stem in weights:
            concept, weight = weights[stem]
            found[concept] = max(weight, found.get(concept, 0.0))
    return sum(found.values())


def weigh_stems(query: Query, index: PassageIndex) -> Mapping[str, tuple[int, float]]:
    """Return for each stem that is searched its concept's number and weight."""
    weights: dict[str, tuple[int, float]] = {}
    for number, concept in enumerate(query.concepts):
        told = index.weigh(concept)
        for term in concept.terms:
            weights.setdefault(term.stem, (number, told * term.weight))
    return weights


def emphasise(
    text: str,
    weights: Mapping[str, tuple[int, float]],
    stem: Callable[[str], str],
    aimed: AbstractSet[int] = frozenset(),
) -> tuple[Span, tuple[Span, ...]]:
    """Return the span of the sentence that fits best, and the spans of the telling matched words.

    The best sentence brings the most weight of different concepts together; the first one wins
    ties. The `aimed` sentences, counted from 0, are of the kind that the question wants, and count
    more.
    """
    reading = take_apart(text, stem)
    hits = reading.find_hits(weights)
    fits = {
        span: weigh_sentence(span, hits) * (_AIMED if number in aimed else 1)
        for number, span in enumerate(reading.sentences)
    }
    best = max(fits, key=lambda span: fits[span])
    telling = _MARKED * max((weight for _, weight in weights.values()), default=0.0)
    marks = tuple((hit.start, hit.end) for hit in hits if hit.weight >= telling > 0)
    return best, marks


class Hit(NamedTuple):
    """A word that is searched: where it stands, the number of its concept, and its weight."""

    start: int
    end: int
    concept: int
    weight: float


class Reading(NamedTuple):
    """A text that was read: spans and stems of its words, spans of its sentences."""

    starts: array[int]
    ends: array[int]
    stems: tuple[str, ...]
    sentences: tuple[Span, ...]

    def find_hits(self, weights: Mapping[str, tuple[int, float]]) -> list[Hit]:
        """Return the words with a weight, in their order."""
        return [
            Hit(start, end, *weights[stem])
            for start, end, stem in zip(self.starts, self.ends, self.stems, strict=True)
            if stem in weights
        ]


@lru_cache(maxsize=2_048)
def take_apart(text: str, stem: Callable[[str], str]) -> Reading:
    """Read `text`; the latest readings are kept, since many answers quote the same passages."""
    tokens = tokenize(text)
    return Reading(
        array("I", (token.start for token in tokens)),
        array("I", (token.end for token in tokens)),
        tuple(sys.intern(stem(token.text)) for token in tokens),
        tuple(split_sentences(text)) or ((0, len(text)),),
    )


def weigh_sentence(span: Span, hits: Sequence[Hit]) -> float:
    """Return the weight of the different concepts that the hits within `span` bring together."""
    found: dict[int, float] = {}
    for hit in hits:
        if span[0] <= hit.start < span[1]:
            found[hit.concept] = max(hit.weight, found.get(hit.concept, 0.0))
    return sum(found.values())
