"""What is emphasised in a quotation: its best sentence and the words that the question shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from bot.answers.selection import Choice
from bot.answers.values import Quotation, Span
from bot.search import PassageIndex, Query, SearchEngine, split_sentences

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
    telling = _MARKED * max((weight for _, weight in weights.values()), default=0.0)
    quotations: list[Quotation] = []
    for rank, choice in enumerate(choices[page.start : page.stop], start=page.start + 1):
        aimed = engine.list_aimed(query, choice.position)
        hits = find_hits(engine.index, choice.position, weights)
        best, marks = emphasise(choice.passage.text, hits, telling, aimed)
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
    text: str, hits: Sequence[Hit], telling: float, aimed: AbstractSet[int] = frozenset()
) -> tuple[Span, tuple[Span, ...]]:
    """Return the span of the sentence that fits best, and the spans of the telling matched words.

    The best sentence brings the most weight of different concepts together; the first one wins
    ties.

    Args:
        text: the passage.
        hits: its words that are searched.
        telling: the weight from which on a word is marked.
        aimed: the sentences, counted from 0, that are of the kind that the question wants; they
            count more.
    """
    fits = {
        span: weigh_sentence(span, hits) * (_AIMED if number in aimed else 1)
        for number, span in enumerate(split_sentences(text) or [(0, len(text))])
    }
    best = max(fits, key=lambda span: fits[span])
    marks = tuple((hit.start, hit.end) for hit in hits if hit.weight >= telling > 0)
    return best, marks


class Hit(NamedTuple):
    """A word that is searched: where it stands, the number of its concept, and its weight."""

    start: int
    end: int
    concept: int
    weight: float


def find_hits(
    index: PassageIndex, position: int, weights: Mapping[str, tuple[int, float]]
) -> list[Hit]:
    """Return the words of the passage at `position` whose stems have weights, in their order."""
    start = int(index.text_starts[position])
    held = slice(start, start + int(index.text_stems.lengths[position]))
    numbers = index.vocabulary.stem_numbers
    told = {numbers[stem]: weight for stem, weight in weights.items() if stem in numbers}
    stems, spans = index.text_stems.flat[held].tolist(), index.tables.spans[held].tolist()
    return [
        Hit(start, end, *told[stem])
        for stem, (start, end) in zip(stems, spans, strict=True)
        if stem in told
    ]


def weigh_sentence(span: Span, hits: Sequence[Hit]) -> float:
    """Return the weight of the different concepts that the hits within `span` bring together."""
    found: dict[int, float] = {}
    for hit in hits:
        if span[0] <= hit.start < span[1]:
            found[hit.concept] = max(hit.weight, found.get(hit.concept, 0.0))
    return sum(found.values())
