"""The index of a corpus: its passages, and a BM25 index for each field that is searched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.search.fields import Fields
from bot.search.grams import GramTable
from bot.search.passage_list import PassageList
from bot.search.postings import Integers, Postings, Scores
from bot.search.query import Concept, Query
from bot.search.sources import Source
from bot.search.splicing import Splice
from bot.search.tables import Rows, Tables, read_tables
from bot.search.vocabulary import Vocabulary

_TEXT, _LEAD, _TITLES, _QUESTIONS = range(4)
"""The sections of the stems' postings: text, its first words, titles, questions."""
_K1, _B = 0.8, 0.7
_LEAD_WORDS = 6
_ASKING_WEIGHT = 0.5
_RECENT_PAIRS = 16_384
_RECENT_PASSAGES = 4_096
_RECENT_SETS = 128


class PassageIndex:
    """Passages and the fields that they are found by.

    Text is indexed as stems and as surface forms; `lead` is the first words of a passage; title
    and questions belong to a source and count for each of its passages.
    """

    def __init__(
        self,
        passages: PassageList,
        tables: Tables,
        stems: Postings,
        surfaces: Postings,
        grams: GramTable,
    ) -> None:
        """Take `passages`, their words in the same order, and what was counted of them."""
        self.passages = passages
        self.tables = tables
        self.vocabulary = tables.vocabulary
        self.grams = grams
        self.source_of: NDArray[np.int64] = np.repeat(
            np.arange(len(tables.passage_counts)), tables.passage_counts
        )
        self.text_stems = self._stem_rows(tables.texts)
        self.title_stems = self._stem_rows(tables.titles)
        self.text_starts = self.text_stems.starts
        self.title_starts = self.title_stems.starts
        self.stems = Fields(stems, self.vocabulary.stem_numbers, k1=_K1, b=_B)
        self.surfaces = Fields(surfaces, self.vocabulary.surface_ids, k1=1.5, b=0.75)
        self.text, self.questions = self.stems.field(_TEXT), self.stems.field(_QUESTIONS)
        counts = tables.question_counts
        self._asked = np.flatnonzero(counts)
        self._first_questions = (np.cumsum(counts) - counts)[self._asked]
        self._recall_overlap = lru_cache(maxsize=_RECENT_PAIRS)(self._overlap)
        self._recall_weight = lru_cache(maxsize=_RECENT_PASSAGES)(self._weigh_passage)
        self._recall_stems = lru_cache(maxsize=_RECENT_SETS)(self._stems_at)

    @classmethod
    def build(cls, sources: Sequence[Source], stem: Callable[[str], str]) -> PassageIndex:
        """Read and index `sources`."""
        passages = PassageList.of(source.passages for source in sources)
        tables = read_tables(sources, stem)
        grams = GramTable.build(tables)
        return cls(passages, tables, _post_stems(tables), _post_surfaces(tables), grams)

    def grow(
        self, splice: Splice, fresh: Sequence[Source], stem: Callable[[str], str]
    ) -> PassageIndex:
        """Return the index of the sources that `splice` makes of these and `fresh` ones.

        It is equal to one that is built, but for the numbers of words and sentences; words that
        no source has any more may keep theirs.
        """
        read = read_tables(fresh, stem, self.vocabulary)
        tables = self.tables.grow(splice, read)
        passages = splice.scale(self.tables.passage_counts, read.passage_counts)
        questions = splice.scale(self.tables.question_counts, read.question_counts)
        return PassageIndex(
            self.passages.grow(splice, PassageList.of(source.passages for source in fresh)),
            tables,
            self.stems.postings.grow((passages, passages, splice, questions), _post_stems(read)),
            self.surfaces.postings.grow((passages,), _post_surfaces(read)),
            self.grams.grow(passages, read.texts, tables),
        )

    def restem(self, stem: Callable[[str], str]) -> PassageIndex:
        """Return the index of the same words with other stems."""
        vocabulary = Vocabulary.of(
            self.vocabulary.surfaces, list(map(stem, self.vocabulary.surfaces))
        )
        tables = replace(self.tables, vocabulary=vocabulary)
        stems = _post_stems(tables)
        return PassageIndex(self.passages, tables, stems, self.surfaces.postings, self.grams)

    def flag_stems(self) -> NDArray[np.bool_]:
        """Return for each stem of the vocabulary whether it occurs."""
        return np.asarray(self.stems.postings.frequencies.any(axis=1))

    def flag_told(self) -> NDArray[np.bool_]:
        """Return for each stem whether it occurs in passages, not only in titles or questions."""
        return np.asarray(self.stems.postings.frequencies[:, _TEXT] > 0)

    @property
    def first_heading(self) -> int:
        """The number of the first heading: titles are numbered first, then questions."""
        return self.stems.start_of(_TITLES)

    def find_headings(self, stem: str) -> Integers:
        """Return which headings hold `stem`."""
        return self.stems.find(stem, _TITLES, _QUESTIONS)

    def sum_in_headings(self, weights: Scores) -> Scores:
        """Return the sum of the `weights` of the stems of each heading, every stem once."""
        return self.stems.sum_weights(weights, _TITLES, _QUESTIONS)

    def best_heading(self, scores: Scores) -> Scores:
        """Return the best of the `scores` of the headings of each source."""
        sources = len(self.tables.passage_counts)
        best, questions = scores[:sources].copy(), scores[sources:]
        if len(self._asked):
            best[self._asked] = np.maximum(best[self._asked], self._best_questions(questions))
        return best

    def overlap(self, one: int, other: int) -> float:
        """Return the share, weighed by idf, of the smaller of two passages that both have."""
        # The same few passages are the best for many questions.
        return self._recall_overlap(min(one, other), max(one, other))

    def _overlap(self, one: int, other: int) -> float:
        smaller = min(self._recall_weight(one), self._recall_weight(other))
        shared = self._recall_stems(one) & self._recall_stems(other)
        return self.text.sum_idf(shared) / smaller if smaller else 0.0

    def _weigh_passage(self, position: int) -> float:
        return self.text.sum_idf(self._recall_stems(position))

    def list_stems(self, position: int) -> list[str]:
        """Return the stems of the headline and of the text of a passage, in their order."""
        source = int(self.source_of[position])
        title, text = self.title_starts[source], self.text_starts[position]
        ids = (
            *self.title_stems.flat[title : title + self.title_stems.lengths[source]].tolist(),
            *self.text_stems.flat[text : text + self.text_stems.lengths[position]].tolist(),
        )
        return [self.vocabulary.stems[stem] for stem in ids]

    def weigh(self, concept: Concept) -> float:
        """Return the idf of `concept`, that of its commonest word; the highest for no word.

        Synonyms, which count half as much as the asker's own word, make it commoner by halves.
        """
        if len(concept.terms) == 1:
            return self.text.idf_of(concept.terms[0].stem)
        if not concept.terms:
            return self.text.idf_of("")
        idf = [self.text.idf_of(term.stem) for term in concept.terms]
        weights = [term.weight for term in concept.terms]
        most = max(weights) / 2
        own = min([told for told, weight in zip(idf, weights, strict=True) if weight > most])
        return (own + min(idf)) / 2

    def score_surfaces(self, query: Query) -> Scores:
        """Return how well the text of each passage fits by the words as they are written."""
        return self.surfaces.score(query, lambda term: term.surface)[0]

    def score_stems(self, query: Query) -> tuple[Scores, Scores, Scores, Scores]:
        """Return how well stems fit: text and first words of each passage, title of each source.

        Last is the best question of each source.
        """
        text, lead, titles, questions = self.stems.score(query)
        best = np.zeros(len(titles))
        if len(self._asked):
            for stem in query.asking:
                positions, impacts = self.questions.postings(stem)
                np.add.at(questions, positions, _ASKING_WEIGHT * impacts)
            best[self._asked] = self._best_questions(questions)
        return text, lead, titles, best

    def _best_questions(self, scores: Scores) -> Scores:
        return np.asarray(np.maximum.reduceat(scores, self._first_questions))

    def _stems_at(self, position: int) -> set[int]:
        start = self.text_starts[position]
        end = start + self.text_stems.lengths[position]
        return set(self.text_stems.flat[start:end].tolist())

    def _stem_rows(self, surfaces: Rows) -> Rows:
        return Rows(self.vocabulary.stem_ids[surfaces.flat], surfaces.lengths)


def _post_stems(tables: Tables) -> Postings:
    """Return the posting lists of the stems of all fields."""
    stem_ids = tables.vocabulary.stem_ids
    parts = (tables.texts, tables.texts.heads(_LEAD_WORDS), tables.titles, tables.questions)
    return Postings.build(
        stem_ids[np.concatenate([rows.flat for rows in parts])],
        np.concatenate([rows.lengths for rows in parts]),
        [len(rows.lengths) for rows in parts],
        len(tables.vocabulary.stems),
    )


def _post_surfaces(tables: Tables) -> Postings:
    texts = tables.texts
    words = len(tables.vocabulary.surfaces)
    return Postings.build(texts.flat, texts.lengths, (len(texts.lengths),), words)
