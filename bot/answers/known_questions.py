"""What the questions that articles list ask about, each read once and kept."""

from __future__ import annotations

from typing import NamedTuple

from bot.search import Query, SearchEngine


class Subject(NamedTuple):
    """The stems of what a question asks about: its `own`, and what the glossary adds to them."""

    own: frozenset[str]
    all: frozenset[str]


class KnownQuestions:
    """Reads questions and headlines of articles by one engine; safe to share."""

    def __init__(self, engine: SearchEngine) -> None:
        """Read by `engine`; nothing is read yet."""
        self._engine = engine
        # Tuples, which take a fifth of the room of sets: what it has of its own, what is added.
        self._known: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}

    def read(self, wording: str) -> Subject:
        """Return what `wording`, which an article has, asks about."""
        known = self._known.get(wording)
        if known is None:
            subject = read_subject(self._engine.read(wording))
            known = self._known[wording] = (tuple(subject.own), tuple(subject.all - subject.own))
        own = frozenset(known[0])
        return Subject(own, own.union(known[1]))


def read_subject(query: Query) -> Subject:
    """Return what `query` asks about."""
    return Subject(
        own=frozenset(concept.sign for concept in query.concepts if not concept.implied),
        all=frozenset(concept.sign for concept in query.concepts),
    )
