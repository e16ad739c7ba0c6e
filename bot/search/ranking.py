"""Ranking: BM25 over the fields finds candidates, what their words look like side by side decides.

The parts and where they come from: BM25 (Robertson & Zaragoza 2009) over stems and surface forms
of the text, its first words, the title and the questions; character 4-grams; term proximity
(Metzler & Croft, "A Markov Random Field Model for Term Dependencies", 2005; Tao & Zhai, "An
Exploration of Proximity Measures", 2007). The weights were set by hand in round steps on
third-party Indonesian questions of which another half was kept aside.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from bot.search.aimed import find_aimed
from bot.search.branches import Branches, are_beside
from bot.search.choosing import best
from bot.search.cues import ACTS, Kind
from bot.search.index import PassageIndex
from bot.search.matches import Matches, find_matches
from bot.search.postings import Positions, Scores
from bot.search.query import Query


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part counts beside the BM25 score of the stemmed text, which counts 1."""

    surfaces: float = 0.2
    lead: float = 0.2
    titles: float = 0.8
    questions: float = 0.5
    grams: float = 0.15
    pairs: float = 0.5
    sentence: float = 0.75
    coverage: float = 0.2
    missing: float = 0.7
    earliness: float = 0.5
    tightness: float = 0.25
    alike: float = 0.6
    statement: float = 0.6
    reason: float = 0.5
    definition: float = 2.2
    long_form: float = 1.5
    figure: float = 0.5
    duration: float = 0.7
    ruling: float = 0.7
    act: float = 0.9
    branch: float = 0.6

    def weigh_kind(self, kind: Kind) -> float:
        """Return what the best sentence of the wanted kind counts."""
        return {
            Kind.STATEMENT: self.statement,
            Kind.REASON: self.reason,
            Kind.DEFINITION: self.definition,
            Kind.LONG_FORM: self.long_form,
            Kind.FIGURE: self.figure,
            Kind.DURATION: self.duration,
            Kind.RULING: self.ruling,
            **dict.fromkeys(ACTS, self.act),
        }[kind]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Candidates, best first.

    `positions`: their places in the index. `alike`: how alike the question is to the title or
    nearest question of their source, 0 to 1. `aimed`: the weight of the best sentence that is of
    the kind that the question wants; 0 everywhere if it wants none. `present`: the share of each
    concept in each candidate, 0 to 1, shape (candidates, concepts). `idf`: the weight of each
    concept.
    """

    positions: Positions
    scores: Scores
    alike: Scores
    aimed: Scores
    present: Scores
    idf: Scores


def rank(
    index: PassageIndex,
    query: Query,
    likeness: Scores,
    weights: Weights | None = None,
    candidates: int = 50,
    branches: Branches = MappingProxyType({}),
) -> Ranking:
    """Rank the passages that hold at least one word of `query`; ties by position.

    Args:
        index: what to search.
        query: what to search for.
        likeness: how alike the query is to each source's title or nearest question, 0 to 1.
        weights: what each part counts.
        candidates: how many passages are looked at closely, and returned at most.
        branches: those passages of the index that speak of the branch of an office.
    """
    weights = weights or Weights()
    first = _score_fields(index, query, weights)
    positions = best(first, candidates)
    matches = find_matches(index, query, positions)
    alike = likeness[index.source_of[positions]]
    scores = first[positions] + _score_closely(index, query, positions, matches, weights)
    aimed = np.zeros(len(positions))
    if query.aim:
        aimed = matches.best_sentence(find_aimed(index, query.aim, positions))
        scores += weights.weigh_kind(query.aim.kind) * aimed
    beside = are_beside(branches, query, positions)
    if beside is not None:
        scores -= weights.branch * index.text.idf_of("") * beside
    if weights.questions:
        scores += weights.alike * alike * matches.idf.sum()
    order = np.argsort(-scores, kind="stable")
    return Ranking(
        positions[order],
        scores[order],
        alike[order],
        aimed[order],
        matches.present[order],
        matches.idf,
    )


def _score_fields(index: PassageIndex, query: Query, weights: Weights) -> Scores:
    if not any(concept.terms for concept in query.concepts):
        # Words that ask, which articles' questions have too, find nothing by themselves.
        return np.zeros(len(index.passages))
    text, lead, titles, questions = index.score_stems(query)
    scores = text + weights.lead * lead
    if weights.surfaces:
        scores += weights.surfaces * index.score_surfaces(query)
    scores += (weights.titles * titles + weights.questions * questions)[index.source_of]
    return scores


def _score_closely(
    index: PassageIndex,
    query: Query,
    positions: Positions,
    matches: Matches,
    weights: Weights,
) -> Scores:
    words = [concept.written_or_read for concept in query.concepts if not concept.implied]
    return np.asarray(
        weights.grams * index.grams.scores(words, positions)
        + weights.pairs * matches.pairs()
        + weights.sentence * matches.best_sentence()
        + weights.coverage * matches.coverage()
        - weights.missing * matches.heaviest_missing()
        + weights.earliness * matches.earliness()
        + weights.tightness * matches.tightness()
    )
