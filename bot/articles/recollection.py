"""What was read of the files of a corpus before: it is not read twice, and stands in for faults."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from bot.articles.grounding import Grounding
from bot.articles.sources import SourceFile
from bot.articles.values import Article, Claim, Glossary, Problem, Taxonomy

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What was read of a file on a day, without an error; `problems` are warnings."""

    source: SourceFile
    value: T
    problems: tuple[Problem, ...]
    today: date


class Shelf(Generic[T]):
    """The last good reading of each file of one kind."""

    def __init__(self) -> None:
        """Begin without any."""
        self._readings: dict[str, Reading[T]] = {}

    def put(self, reading: Reading[T]) -> None:
        """Keep `reading` in place of the former one of its file."""
        self._readings[reading.source.name] = reading

    def get(self, name: str) -> Reading[T] | None:
        """Return the last good reading of the file called `name`."""
        return self._readings.get(name)

    def recall(self, source: SourceFile, today: date) -> Reading[T] | None:
        """Return what was read of the same bytes, on `today` or before.

        What had no error then has none now, as far as it does not depend on other files.
        """
        reading = self._readings.get(source.name)
        if reading is None or reading.today > today or reading.source != source:
            return None
        return reading

    def forget_others(self, names: Collection[str]) -> None:
        """Forget the files that are not among `names`."""
        self._readings = {name: each for name, each in self._readings.items() if name in names}

    def list_others(self, names: Collection[str]) -> Iterator[Reading[T]]:
        """Yield the last good readings of the files that are not among `names`."""
        return (reading for name, reading in self._readings.items() if name not in names)


@dataclass(slots=True)
class Recollection:
    """The last good readings of all files, and what was looked up in articles."""

    taxonomy: Shelf[Taxonomy] = field(default_factory=Shelf)
    glossary: Shelf[Glossary] = field(default_factory=Shelf)
    articles: Shelf[Article] = field(default_factory=Shelf)
    claims: Shelf[Claim] = field(default_factory=Shelf)
    grounding: Grounding = field(default_factory=lambda: Grounding({}))

    def forget_others(self, names: Collection[str]) -> None:
        """Forget files that are not among `names`; nothing can be checked without a taxonomy."""
        for shelf in (self.glossary, self.articles, self.claims):
            shelf.forget_others(names)
