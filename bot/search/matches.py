"""Where the concepts of a query stand in candidate passages, and what their places tell."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.grams import find_rows, list_places
from bot.search.impacts import lucene_idf
from bot.search.index import PassageIndex
from bot.search.postings import Scores
from bot.search.query import Query

Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]
_NEAR = 3
_TITLE_SHARE = 0.5
_PART_SHARE = 0.25
_APART = 1 << 40
"""Between candidates when their words are put on one line: more than any passage has words."""
_BESIDE = 2
"""How near the words of one long form stand to each other at most."""
_FARTHEST = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Matches:
    """Occurrences of concepts in `rows` candidates, in the order of candidate and place.

    For each occurrence: the candidate's row, the place of the word in the passage, the number of
    its sentence and the number of the concept. `idf` has one weight for each concept; `present`
    is the share, 0 to 1, of each concept in each candidate, shape (rows, concepts). `told` is the
    same with less for a lone word of a longer meaning, such as "pemilu" of that of "Bawaslu".
    """

    rows: int
    row: Numbers
    place: Numbers
    sentence: Numbers
    concept: Numbers
    idf: Scores
    present: Scores
    told: Scores

    def coverage(self) -> Scores:
        """Return the sum of the idf of the concepts told in each candidate."""
        return np.asarray(self.told @ self.idf)

    def heaviest_missing(self) -> Scores:
        """Return the idf of the weightiest concept that each candidate lacks."""
        if not len(self.idf):
            return np.zeros(self.rows)
        return np.asarray(((1 - self.told) * self.idf).max(axis=1))

    def best_sentence(self, among: Numbers | None = None) -> Scores:
        """Return the highest sum of idf that one sentence of each candidate brings together.

        Args:
            among: the numbers of the sentences that count, if not all.
        """
        best = np.zeros(self.rows)
        if len(self.row):
            kinds = len(self.idf)
            begins = np.append(True, self.sentence[1:] != self.sentence[:-1])
            run = np.cumsum(begins) - 1
            held = np.zeros((run[-1] + 1, kinds))
            held[run, self.concept] = 1
            sums = held @ self.idf
            if among is not None:
                sums[~_flag(among, self.sentence)[self.sentence[begins]]] = 0
            np.maximum.at(best, self.row[begins], sums)
        return best

    def earliness(self) -> Scores:
        """Return minus the logarithm of the place of the first occurrence; 0 is the first word."""
        first = np.full(self.rows, 1000)
        np.minimum.at(first, self.row, self.place)
        return np.asarray(-np.log1p(first))

    def pairs(self) -> Scores:
        """Return the weight of pairs of concepts that are near each other here and in the question.

        Near is at most three words apart. A pair weighs the more the fewer candidates have it:
        "Pilkada 2024" tells much where each of its words alone is everywhere.
        """
        found = np.zeros((len(self.idf) * _NEAR, self.rows))
        for lag in range(1, min(_NEAR, len(self.row) - 1) + 1):
            left, right = self.concept[:-lag], self.concept[lag:]
            apart = np.abs(right - left)
            chosen = (
                (self.row[lag:] == self.row[:-lag])
                & (self.place[lag:] - self.place[:-lag] <= _NEAR)
                & (left != right)
                & (apart <= _NEAR)
            )
            pair = np.minimum(left, right) * _NEAR + apart - 1
            found[pair[chosen], self.row[lag:][chosen]] = 1
        frequencies = found.sum(axis=1).astype(np.int64)
        return np.asarray(lucene_idf(self.rows, frequencies) @ found)

    def tightness(self) -> Scores:
        """Return minus the logarithm of the shortest span of all present concepts, per concept."""
        held = np.zeros((self.rows, len(self.idf)), bool)
        held[self.row, self.concept] = True
        line = self.row * _APART + self.place
        latest = np.full((len(self.idf), len(line)), -1)
        latest[self.concept, np.arange(len(line))] = line
        np.maximum.accumulate(latest, axis=1, out=latest)
        # Where the shortest stretch begins that ends here and holds all that the candidate has.
        begin = np.where(held.T[:, self.row], latest, line).min(axis=0, initial=_FARTHEST)
        whole = np.flatnonzero(begin >= self.row * _APART)
        shortest = np.full(self.rows, _APART)
        np.minimum.at(shortest, self.row[whole], line[whole] - begin[whole] + 1)
        kinds = held.sum(axis=1)
        return np.where(kinds, -np.log(shortest / np.maximum(kinds, 1)), 0.0)


def _flag(numbers: Numbers, others: Numbers) -> NDArray[np.bool_]:
    """Return for each number, up to the highest of both, whether it is one of `numbers`."""
    # np.isin loads numpy.ma when it is first called, which takes longer than many searches.
    flags = np.zeros(max(numbers.max(initial=0), others.max(initial=0)) + 1, bool)
    flags[numbers] = True
    return flags


def find_matches(index: PassageIndex, query: Query, candidates: Numbers) -> Matches:
    """Find the query's concepts in the passages at `candidates`."""
    slots, idf = _assign_slots(index, query)
    starts, lengths = index.text_starts[candidates], index.text_stems.lengths[candidates]
    places = list_places(starts, lengths)
    concepts = slots[index.text_stems.flat[places]]
    hits = np.flatnonzero(concepts >= 0)
    row = find_rows(hits, lengths)
    places, concept = places[hits], concepts[hits].astype(np.int64)
    present = np.zeros((len(candidates), len(idf)))
    present[row, concept] = 1
    told = present
    if parts := _list_parts(index, query):
        whole = _find_whole(index, parts, places) | _find_beside(hits, concept)
        told = _PART_SHARE * present
        told[row[whole], concept[whole]] = 1
    in_title = _TITLE_SHARE * _find_in_titles(index, slots, candidates, idf)
    return Matches(
        rows=len(candidates),
        row=row,
        place=places - starts[row],
        sentence=index.tables.sentences[places].astype(np.int64),
        concept=concept,
        idf=idf,
        present=np.maximum(present, in_title),
        told=np.maximum(told, in_title),
    )


def _assign_slots(index: PassageIndex, query: Query) -> tuple[NDArray[np.int16], Scores]:
    """Number the concepts; return the concept of each stem (-1 for none) and each one's idf."""
    slots = np.full(len(index.vocabulary.stem_numbers) + 1, -1, np.int16)
    idf: list[float] = []
    for concept in query.known:
        for term in concept.terms:
            number = index.vocabulary.stem_numbers.get(term.stem)
            if number is not None and slots[number] < 0:
                slots[number] = len(idf)
        idf.append(index.weigh(concept))
    return slots, np.array(idf)


def _list_parts(index: PassageIndex, query: Query) -> list[int]:
    """Return the numbers of the stems that tell a concept only beside another such word."""
    terms = [term for concept in query.concepts if not concept.implied for term in concept.terms]
    parts = {term.stem for term in terms if term.partial}
    parts -= {term.stem for term in terms if not term.partial}
    numbers = index.vocabulary.stem_numbers
    return [numbers[stem] for stem in parts if stem in numbers]


def _find_whole(index: PassageIndex, parts: list[int], places: Numbers) -> Mask:
    """Mark the words that tell their concept by themselves."""
    whole = np.ones(len(index.vocabulary.stems), bool)
    whole[parts] = False
    return whole[index.text_stems.flat[places]]


def _find_beside(hits: Numbers, concept: Numbers) -> Mask:
    """Mark the words that have another one of their concept near; `hits` are their places."""
    near = np.zeros(len(hits), bool)
    for lag in range(1, _BESIDE + 1):
        same = (concept[lag:] == concept[:-lag]) & (hits[lag:] - hits[:-lag] <= _BESIDE)
        near[lag:] |= same
        near[:-lag] |= same
    return near


def _find_in_titles(
    index: PassageIndex, slots: NDArray[np.int16], candidates: Numbers, idf: Scores
) -> Scores:
    sources = index.source_of[candidates]
    lengths = index.title_stems.lengths[sources]
    places = list_places(index.title_starts[sources], lengths)
    concepts = slots[index.title_stems.flat[places]]
    present = np.zeros((len(sources), len(idf) + 1))
    present[np.repeat(np.arange(len(sources)), lengths), concepts] = 1
    return present[:, :-1]
