"""What is said of a question itself: how it was read, and what of it the corpus lacks."""

from __future__ import annotations

from bot.answers.confidence import is_silent
from bot.answers.values import Understanding
from bot.search import Query, Ranking, SearchEngine


def describe_reading(query: Query, ranking: Ranking, engine: SearchEngine) -> Understanding:
    """Return how `query` was read, and what `ranking`, its own, shows to be lacking."""
    asked = [concept for concept in query.concepts if concept.terms and not concept.implied]
    wanted = query.aim.about if query.aim and is_silent(query, ranking, engine) else ()
    terms = dict.fromkeys(term.surface for concept in query.concepts for term in concept.terms)
    return Understanding(
        terms=tuple(terms),
        corrections=query.corrections,
        missing=query.missing,
        untold=tuple(
            concept.written
            for concept in asked
            # A plain word is no thing whose absence tells anything: "kemarin", "sungguh".
            if not engine.is_told(concept) and engine.is_name(concept.written, query.text)
        ),
        unheard=tuple(concept.written for concept in asked if concept.sign in wanted),
    )
