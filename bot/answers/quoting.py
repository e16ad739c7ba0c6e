"""What is emphasised in a quotation: its best sentence and the words that the question shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.answers.values import Span
from bot.search import PassageIndex, Query, split_sentences
from bot.search.tokens import Token, tokenize

_MARKED = 0.4
"""How much of the weightiest word's information a word must tell to be marked."""
_NOTHING = (-1, 0.0)


def weigh_stems(query: Query, index: PassageIndex) -> Mapping[str, tuple[int, float]]:
    """Return for each stem that is searched its concept's number and weight."""
    weights: dict[str, tuple[int, float]] = {}
    for number, concept in enumerate(query.concepts):
        for term in concept.terms:
            weights.setdefault(term.stem, (number, index.weigh(concept) * term.weight))
    return weights


def emphasise(
    text: str, weights: Mapping[str, tuple[int, float]], stem: Callable[[str], str]
) -> tuple[Span, tuple[Span, ...]]:
    """Return the span of the sentence that fits best, and the spans of the telling matched words.

    The best sentence brings the most weight of different concepts together; the first one wins
    ties.
    """
    tokens = tokenize(text)
    sentences = split_sentences(text) or [(0, len(text))]
    best = max(sentences, key=lambda span: weigh_sentence(span, tokens, weights, stem))
    telling = _MARKED * max((weight for _, weight in weights.values()), default=0.0)
    marks = tuple(
        (token.start, token.end)
        for token in tokens
        if weights.get(stem(token.text), _NOTHING)[1] >= telling > 0
    )
    return best, marks


def weigh_sentence(
    span: Span,
    tokens: list[Token],
    weights: Mapping[str, tuple[int, float]],
    stem: Callable[[str], str],
) -> float:
    """Return the weight of the different concepts that the tokens within `span` bring together."""
    found: dict[int, float] = {}
    for token in tokens:
        if span[0] <= token.start < span[1]:
            concept, weight = weights.get(stem(token.text), (-1, 0.0))
            found[concept] = max(weight, found.get(concept, 0.0))
    return sum(found.values())
