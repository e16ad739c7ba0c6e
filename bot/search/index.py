"""The index of a corpus: its passages, and a BM25 index for each field that is searched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from bot.search.bm25 import BM25Index, Scores
from bot.search.fields import Fields
from bot.search.grams import GramTable
from bot.search.passages import Passage
from bot.search.query import Concept, Query
from bot.search.sources import Source
from bot.search.tables import Rows, Tables, read_tables

_K1, _B = 0.8, 0.7
_LEAD_WORDS = 6
_ASKING_WEIGHT = 0.5


class PassageIndex:
    """Passages and the fields that they are found by.

    Text is indexed as stems and as surface forms; `lead` is the first words of a passage; title
    and questions belong to a source and count for each of its passages.
    """

    def __init__(self, passages: Sequence[Passage], tables: Tables) -> None:
        """Index `passages`, whose words are in `tables` in the same order."""
        self.passages = tuple(passages)
        self.tables = tables
        self.vocabulary = tables.vocabulary
        self.source_of: NDArray[np.int64] = np.repeat(
            np.arange(len(tables.passage_counts)), tables.passage_counts
        )
        self.text_stems = self._stem_rows(tables.texts)
        self.title_stems = self._stem_rows(tables.titles)
        self.text_starts = self.text_stems.starts
        self.title_starts = self.title_stems.starts
        self.text = self._index_stems(self.text_stems)
        self._idf = list(map(self.text.idf_of, self.vocabulary.stem_numbers))
        self.questions = self._index_stems(self._stem_rows(tables.questions))
        lead = self._index_stems(self.text_stems.heads(_LEAD_WORDS))
        self._stem_fields = Fields(
            (self.text, lead, self._index_stems(self.title_stems), self.questions),
            self.vocabulary.stem_numbers,
        )
        numbers = self.vocabulary.surface_ids
        self._surface_fields = Fields(
            (BM25Index.from_ids(numbers, tables.texts.flat, tables.texts.lengths),), numbers
        )
        counts = tables.question_counts
        self._asked = np.flatnonzero(counts)
        self._first_questions = (np.cumsum(counts) - counts)[self._asked]
        self.grams = GramTable(self.vocabulary, tables.texts)

    @classmethod
    def build(cls, sources: Sequence[Source], stem: Callable[[str], str]) -> PassageIndex:
        """Read and index `sources`."""
        passages = [passage for source in sources for passage in source.passages]
        return cls(passages, read_tables(sources, stem))

    def list_told(self) -> frozenset[str]:
        """Return the stems that occur in passages, not only in titles or questions."""
        stems = tuple(self.vocabulary.stem_numbers)
        numbers = np.unique(self.text_stems.flat)
        return frozenset(stems[number] for number in numbers.tolist())

    def list_wordings(self) -> list[list[str]]:
        """Return the stems of each source's title and then of its questions, source by source."""
        stems = self.vocabulary.stem_of_surface
        questions = iter(self.tables.questions.rows())
        wordings: list[list[str]] = []
        for title, count in zip(
            self.tables.titles.rows(), self.tables.question_counts.tolist(), strict=True
        ):
            wordings += [
                [stems[number] for number in row.tolist()]
                for row in (title, *islice(questions, count))
            ]
        return wordings

    def overlap(self, one: int, other: int) -> float:
        """Return the share, weighed by idf, of the smaller of two passages that both have."""
        ours, theirs = self._stems_at(one), self._stems_at(other)
        smaller = min(self._weigh_stems(ours), self._weigh_stems(theirs))
        return self._weigh_stems(ours & theirs) / smaller if smaller else 0.0

    def weigh(self, concept: Concept) -> float:
        """Return the idf of `concept`, that of its commonest word; the highest for no word."""
        stems = [term.stem for term in concept.terms] or [""]
        return min(map(self.text.idf_of, stems))

    def score_surfaces(self, query: Query) -> Scores:
        """Return how well the text of each passage fits by the words as they are written."""
        return self._surface_fields.score(query, lambda term: term.surface)[0]

    def score_stems(self, query: Query) -> tuple[Scores, Scores, Scores, Scores]:
        """Return how well stems fit: text and first words of each passage, title of each source.

        Last is the best question of each source.
        """
        text, lead, titles, questions = self._stem_fields.score(query)
        best = np.zeros(len(titles))
        if len(self._asked):
            for stem in query.asking:
                positions, impacts = self.questions.postings(stem)
                np.add.at(questions, positions, _ASKING_WEIGHT * impacts)
            best[self._asked] = np.maximum.reduceat(questions, self._first_questions)
        return text, lead, titles, best

    def _stems_at(self, position: int) -> set[int]:
        start = self.text_starts[position]
        end = start + self.text_stems.lengths[position]
        return set(self.text_stems.flat[start:end].tolist())

    def _weigh_stems(self, stems: Iterable[int]) -> float:
        return sum([self._idf[stem] for stem in stems])

    def _stem_rows(self, surfaces: Rows) -> Rows:
        return Rows(self.vocabulary.stem_ids[surfaces.flat], surfaces.lengths)

    def _index_stems(self, rows: Rows) -> BM25Index:
        return BM25Index.from_ids(
            self.vocabulary.stem_numbers, rows.flat, rows.lengths, k1=_K1, b=_B
        )
