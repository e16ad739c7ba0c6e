"""Which topic people mean: by its id, its name, or some words of it, slips included."""

from __future__ import annotations

from collections.abc import Iterable

from bot.articles import Topic
from bot.search import SearchEngine

_GENERAL = """
    sirekap kpu pemilu kasus kontroversi polemik masalah peristiwa kejadian cerita lengkap seluruh
    awal mula akhir bulan tahun topik soal
"""
"""Words that are about the whole affair, so that no topic is told by them."""


class TopicNames:
    """Finds topics by what people call them; immutable, safe to share."""

    def __init__(self, topics: Iterable[Topic], engine: SearchEngine) -> None:
        """Find one of `topics`; `engine` reads the words."""
        self._engine = engine
        self._general = self._read(_GENERAL)
        self._stems = {
            topic: self._read(f"{topic.name} {topic.id.replace('-', ' ')}") for topic in topics
        }

    def find(self, text: str) -> Topic | None:
        """Return the topic that `text` names, or None.

        That is the one with this id or name, or the first of those with the fewest other words
        that have every word of `text` in their names.
        """
        named = " ".join(text.casefold().split())
        for topic in self._stems:
            if named in {topic.id, topic.name.casefold()}:
                return topic
        asked = self._read(text) - self._general
        # "2024" alone is a year, and not the elections of that year.
        tells = any(not word.isdecimal() for word in asked)
        holders = [topic for topic, stems in self._stems.items() if tells and asked <= stems]
        return min(holders, key=lambda topic: len(self._stems[topic]), default=None)

    def is_general(self, text: str) -> bool:
        """Tell whether `text` names nothing narrower than the whole affair."""
        return self._read(text) <= self._general

    def _read(self, text: str) -> frozenset[str]:
        concepts = self._engine.read(text).concepts
        return frozenset(concept.sign for concept in concepts if not concept.implied)
