"""Search over one corpus: reads a question and ranks the passages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from bot.articles import Glossary
from bot.search.aimed import list_aimed
from bot.search.branches import Branches, find_branches
from bot.search.elections import LANDS, stand_together
from bot.search.index import PassageIndex
from bot.search.known_words import KnownWords
from bot.search.likeness import Headings
from bot.search.postings import Scores
from bot.search.query import Concept, Query
from bot.search.ranking import Ranking, Weights, rank
from bot.search.sources import Source
from bot.search.splicing import Splice
from bot.search.stemming import Stemmer
from bot.search.understanding import QueryReader

_STANDS_ALONE = 1.6
"""How much a question must say to need no context, in units of the highest idf."""
_CONTEXT_WEIGHT = 0.8
_RECENT = 16


class SearchEngine:
    """An index with the reader of questions that fits it; immutable once built."""

    def __init__(
        self, index: PassageIndex, words: KnownWords, reader: QueryReader, stemmer: Stemmer
    ) -> None:
        """Search `index`, whose `words` were stemmed with `stemmer`, for what `reader` reads."""
        self.index = index
        self.words = words
        self.stem = stemmer.stem
        self._is_word = stemmer.is_word
        self._stemmer = stemmer
        self._reader = reader
        # One answer reads its question several times.
        self._recall = lru_cache(maxsize=_RECENT)(reader.read)
        self._headings = Headings(index, reader.filler_stems)

    @classmethod
    def of(cls, index: PassageIndex, glossary: Glossary, stemmer: Stemmer) -> SearchEngine:
        """Search `index`, whose words were stemmed with `stemmer`, with the words of `glossary`."""
        words = KnownWords.of(index)
        reader = QueryReader(words.counts, words.stems, words.told, glossary, stemmer)
        return cls(index, words, reader, stemmer)

    @classmethod
    def build(cls, sources: Sequence[Source], glossary: Glossary) -> SearchEngine:
        """Read and index `sources`."""
        stemmer = create_stemmer(glossary)
        return cls.of(PassageIndex.build(sources, stemmer.stem), glossary, stemmer)

    def grow(self, splice: Splice, fresh: Sequence[Source]) -> SearchEngine:
        """Return the search over the sources that `splice` makes of these and `fresh` ones.

        No word of the others is read again. The glossary stays the same.
        """
        if splice.is_same:
            return self
        index = self.index.grow(splice, fresh, self.stem)
        words, changed = self.words.renew(self.index, index)
        reader = self._reader.renew(words.counts, words.stems, words.told, changed)
        return SearchEngine(index, words, reader, self._stemmer)

    def adapt(self, former: Glossary, glossary: Glossary) -> SearchEngine:
        """Return the search over the same sources with another glossary than the `former`.

        Other names make other stems; no text is read again for that either.
        """
        if glossary.names == former.names:
            return SearchEngine.of(self.index, glossary, self._stemmer)
        index = self.index.restem(create_stemmer(glossary).stem)
        return SearchEngine.of(
            index, glossary, create_stemmer(glossary, index.vocabulary.known_stems)
        )

    def read(self, question: str, previous: str | None = None) -> Query:
        """Return what `question` asks for.

        A question that says too little to stand alone ("kapan itu?", "kata Bawaslu?") is read in
        the context of `previous`, the question before it; one without any word is not, nor one
        about something that the corpus does not know.
        """
        query = self._recall(question)
        if previous is None or self.stands_alone(question):
            return query
        return query.following(self._recall(previous), _CONTEXT_WEIGHT)

    def stands_alone(self, question: str) -> bool:
        """Tell whether `question` is read without the context of the one before it."""
        query = self._recall(question)
        if query.missing or not (query.concepts or query.asking):
            return True
        said = sum(map(self.index.weigh, query.concepts))
        return said >= _STANDS_ALONE * self.index.text.idf_of("")

    def compare(self, query: Query) -> Scores:
        """Return how alike `query` is to the title or nearest question of each source, 0 to 1."""
        return self._headings.compare(query)

    def is_root(self, word: str) -> bool:
        """Tell whether `word` is a plain Indonesian word without affixes."""
        return self._is_word(word) and self.stem(word) == word

    def is_name(self, word: str, query: Query) -> bool:
        """Tell whether `word`, which no text of the corpus has, names something in `query`.

        Chat writes names in lower case, so each word that is not Indonesian may be one; in an
        English question only those with a capital.
        """
        if self._is_word(word):
            return False
        return (
            not query.english
            or re.search(rf"\b{re.escape(word.capitalize())}\b", query.text) is not None
        )

    def is_told(self, concept: Concept) -> bool:
        """Tell whether a passage has a word of `concept`, rather than only a headline."""
        return self._reader.is_told(concept)

    def names_speaker(self, query: Query) -> bool:
        """Tell whether `query` asks for the words of somebody by name."""
        return self._reader.names_speaker(query)

    def is_listed_name(self, word: str) -> bool:
        """Tell whether the glossary lists `word` as the name of a person, a party or a place."""
        return self._reader.is_listed_name(word)

    def tells_election(self, query: Query, venue: str, position: int) -> bool:
        """Tell whether the passage at `position` tells of an election at a venue of `query`."""
        terms = [term for c in query.concepts if c.written == venue for term in c.terms]
        stems = {term.stem for term in terms if not term.partial} | {self.stem(venue)}
        parts = {term.stem for term in terms if term.partial}
        return stand_together(self.index, position, stems, parts - stems, land=venue in LANDS)

    def list_aimed(self, query: Query, position: int) -> frozenset[int]:
        """Return which sentences of the passage at `position`, from 0, are of the kind wanted."""
        return list_aimed(self.index, query.aim, position) if query.aim else frozenset()

    def rank(self, query: Query, weights: Weights | None = None) -> Ranking:
        """Rank the passages that hold at least one word of `query`."""
        return rank(self.index, query, self.compare(query), weights, branches=self._branches)

    @cached_property
    def _branches(self) -> Branches:
        return find_branches(self.index)


def create_stemmer(glossary: Glossary, known: Mapping[str, str] | None = None) -> Stemmer:
    """Return the stemmer that leaves the names of `glossary` whole; `known` are stems of its."""
    return Stemmer(added=(name.lower() for name in glossary.names), known=known)
