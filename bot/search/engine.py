"""Search over one corpus: reads a question and ranks the passages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from bot.articles import Glossary
from bot.search.bm25 import Scores
from bot.search.index import PassageIndex
from bot.search.likeness import Wordings
from bot.search.query import Query
from bot.search.ranking import Ranking, Weights, rank
from bot.search.sources import Source
from bot.search.stemming import Stemmer
from bot.search.understanding import QueryReader, is_english

_STANDS_ALONE = 1.6
"""How much a question must say to need no context, in units of the highest idf."""
_CONTEXT_WEIGHT = 0.8


class SearchEngine:
    """An index with the reader of questions that fits it; immutable once built."""

    def __init__(self, index: PassageIndex, glossary: Glossary, stemmer: Stemmer) -> None:
        """Search `index`, whose words were stemmed with `stemmer`."""
        self.index = index
        self.stem = stemmer.stem
        self._is_word = stemmer.is_word
        self._reader = QueryReader(
            index.tables.count_words(),
            index.vocabulary.stem_numbers,
            index.list_told(),
            glossary,
            stemmer,
        )

    @classmethod
    def build(cls, sources: Sequence[Source], glossary: Glossary) -> SearchEngine:
        """Read and index `sources`."""
        stemmer = create_stemmer(glossary)
        return cls(PassageIndex.build(sources, stemmer.stem), glossary, stemmer)

    def read(self, question: str, previous: str | None = None) -> Query:
        """Return what `question` asks for.

        A question that says too little to stand alone ("kapan itu?", "kata Bawaslu?") is read in
        the context of `previous`, the question before it; one without any word is not, nor one
        about something that the corpus does not know.
        """
        query = self._reader.read(question)
        if not query.concepts and not query.asking:
            return query
        said = sum(map(self.index.weigh, query.concepts))
        if previous is None or query.missing or said >= _STANDS_ALONE * self.index.text.idf_of(""):
            return query
        return query.following(self._reader.read(previous), _CONTEXT_WEIGHT)

    def compare(self, query: Query) -> Scores:
        """Return how alike `query` is to the title or nearest question of each source, 0 to 1."""
        counts = self.index.tables.question_counts.astype(np.int64) + 1
        if not len(counts):
            return np.zeros(0)
        starts = np.cumsum(counts) - counts
        return np.asarray(np.maximum.reduceat(self._wordings.compare(query), starts))

    @cached_property
    def _wordings(self) -> Wordings:
        """Title and questions of each source, one source after another, without fillers."""
        fillers = self._reader.filler_stems
        return Wordings(
            [
                [stem for stem in stems if stem not in fillers]
                for stems in self.index.list_wordings()
            ],
            self.index,
        )

    def is_root(self, word: str) -> bool:
        """Tell whether `word` is a plain Indonesian word without affixes."""
        return self._is_word(word) and self.stem(word) == word

    def is_name(self, word: str, text: str) -> bool:
        """Tell whether `word`, which no text of the corpus has, names something in `text`.

        Chat writes names in lower case, so each word that is not Indonesian may be one; in an
        English question only those with a capital.
        """
        if self._is_word(word):
            return False
        return (
            not is_english(text)
            or re.search(rf"\b{re.escape(word.capitalize())}\b", text) is not None
        )

    def rank(self, query: Query, weights: Weights | None = None) -> Ranking:
        """Rank the passages that hold at least one word of `query`."""
        return rank(self.index, query, self.compare(query), weights)


def create_stemmer(glossary: Glossary, known: Mapping[str, str] | None = None) -> Stemmer:
    """Return the stemmer that leaves the names of `glossary` whole; `known` are stems of its."""
    return Stemmer(added=(name.lower() for name in glossary.names), known=known)
