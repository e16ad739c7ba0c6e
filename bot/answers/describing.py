"""What is said of a question itself: how it was read, and what of it the corpus lacks."""

from __future__ import annotations

from bot.answers.astray import list_astray
from bot.answers.shortfalls import is_silent
from bot.answers.values import Status, Understanding
from bot.search import Query, Ranking, SearchEngine

_TELLING = 5
"""Of so few words asked each one tells what is wanted, and each that is missing is told."""


def describe_reading(
    query: Query, ranking: Ranking, engine: SearchEngine, status: Status
) -> Understanding:
    """Return how `query` was read, and what `ranking`, its own, shows to be lacking.

    Under a long question that is answered all the same, only names are said to be missing: that
    no source has a plain word, such as "generasi", would put the answer in doubt. Where words are
    missing and nothing near was found, that it is not of the year either explains nothing.
    """
    answered = status is Status.FOUND
    asked = query.known
    wanted = query.aim.about if query.aim and is_silent(query, ranking, engine) else ()
    lost = answered or (status is not Status.NEAR and query.missing)
    astray = () if lost else sorted(list_astray(query, ranking, engine).difference(query.missing))
    beside = answered and len(asked) > _TELLING
    terms = dict.fromkeys(term.surface for concept in query.concepts for term in concept.terms)
    return Understanding(
        terms=tuple(terms),
        corrections=query.corrections,
        missing=tuple(word for word in query.missing if not beside or not engine.is_root(word)),
        untold=tuple(
            concept.written
            for concept in asked
            # A plain word is no thing whose absence tells anything: "kemarin", "sungguh".
            if not engine.is_told(concept) and engine.is_name(concept.written, query)
        ),
        unheard=tuple(concept.written for concept in asked if concept.sign in wanted),
        astray=tuple(astray),
    )
