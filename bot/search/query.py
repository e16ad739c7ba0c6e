"""A question as search understands it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from bot.search.aims import Aim
from bot.search.cues import Kind

_NARROW = frozenset(
    """
    siapa siapakah sapa sp kapan kapankah kpn berapa berapakah brapa brp brpa mana dimana dmn
    kemana kmana kmn
    who when where
    """.split()
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word to look for; `weight` is 1 for the asker's own word and less for a synonym.

    One that is `partial` is a word of a longer meaning, as "umum" is of KPU: by itself it hardly
    tells the concept.
    """

    surface: str
    stem: str
    weight: float = 1.0
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that the question speaks of: the word as written and the words that mean it.

    `terms` is empty when the corpus has no such word. An `implied` concept was added by the
    glossary; a passage without it lacks nothing.
    """

    written: str
    terms: tuple[Term, ...]
    implied: bool = False

    @property
    def sign(self) -> str:
        """What tells two concepts apart: the stem of the first word."""
        return self.terms[0].stem if self.terms else self.written

    @property
    def written_or_read(self) -> str:
        """The word that is searched, or the word as written when the corpus has none like it."""
        return self.terms[0].surface if self.terms else self.written


class Reading(NamedTuple):
    """What a phrase is read as; `corrected` is the word in whose place it was written, if any.

    `asking` is the same where that word only asks.
    """

    concepts: Sequence[Concept]
    corrected: str | None = None
    asking: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for.

    `asking` are the stems of the words that ask ("apa itu", "siapa"): they say nothing about the
    subject, but other questions ask the same way. `corrections` maps a word as written to the
    word that is searched in its place. `aim` says what kind of sentence answers, if that is told.
    `english` tells a question in English from one in Indonesian. `years` are the years it names,
    `venues` the places by which it names an election. `seeking` tells "warna apa", "cara …".
    """

    text: str
    concepts: tuple[Concept, ...]
    asking: tuple[str, ...] = ()
    corrections: Mapping[str, str] = field(default_factory=dict)
    aim: Aim | None = None
    english: bool = False
    years: frozenset[int] = frozenset()
    venues: frozenset[str] = frozenset()
    seeking: bool = False

    def following(self, previous: Query, weight: float) -> Query:
        """Return this query in the context of `previous`, whose words count `weight` as much."""
        asked = {concept.sign for concept in self.concepts}
        context = tuple(
            replace(
                concept,
                terms=tuple(replace(term, weight=term.weight * weight) for term in concept.terms),
            )
            for concept in previous.concepts
            if concept.terms and concept.sign not in asked
        )
        years = self.years or previous.years
        return replace(self, concepts=self.concepts + context, years=years)

    @property
    def is_narrow(self) -> bool:
        """Whether one thing is asked for: a person, a day, a number, a place."""
        counts = self.aim is not None and self.aim.kind in {Kind.FIGURE, Kind.DURATION}
        return counts or not _NARROW.isdisjoint(self.asking)

    @property
    def leaves_blank(self) -> bool:
        """Whether something is asked for that a passage with all words of the question may lack."""
        return self.is_narrow or self.seeking

    @property
    def known(self) -> tuple[Concept, ...]:
        """What was asked and some text of the corpus holds; a ranking has a column for each."""
        return tuple(c for c in self.concepts if c.terms and not c.implied)

    @property
    def missing(self) -> tuple[str, ...]:
        """Words of the question that no text of the corpus holds."""
        return tuple(concept.written for concept in self.concepts if not concept.terms)


def drop_repeats(concepts: Iterable[Concept]) -> Iterable[Concept]:
    """Keep the first of concepts that look for the same stem first."""
    seen: set[str] = set()
    for concept in concepts:
        if concept.sign not in seen or concept.implied:
            seen.add(concept.sign)
            yield concept
