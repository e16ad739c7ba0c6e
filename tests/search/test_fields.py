"""Several indexes asked as one: each answers as it would alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search import BM25Index, Concept, Query, Term
from bot.search.bm25 import Scores
from bot.search.fields import Fields

NUMBERS = {word: number for number, word in enumerate(["server", "sirekap", "suara", "kpu", "tps"])}
WORDS = st.sampled_from([*NUMBERS, "asing"])
FIELDS = st.lists(
    st.lists(st.lists(st.sampled_from(list(NUMBERS)), max_size=6), max_size=6),
    min_size=1,
    max_size=3,
)
TERMS = st.builds(lambda word, weight: Term(word, word, weight), WORDS, st.sampled_from([1.0, 0.5]))
QUERIES = st.lists(st.lists(TERMS, max_size=3, unique_by=lambda term: term.stem), max_size=4).map(
    lambda concepts: Query("", tuple(Concept("", tuple(terms)) for terms in concepts))
)


def build(documents: list[list[str]]) -> BM25Index:
    flat = np.array([NUMBERS[word] for document in documents for word in document], np.int64)
    return BM25Index.from_ids(NUMBERS, flat, np.array([len(d) for d in documents], np.int64))


def score_alone(index: BM25Index, query: Query) -> Scores:
    total = np.zeros(index.corpus_size)
    for concept in query.concepts:
        best = np.zeros(index.corpus_size)
        for term in concept.terms:
            share = min(1.0, index.idf_of(concept.terms[0].stem) / index.idf_of(term.stem))
            best = np.maximum(best, index.get_scores([term.stem]) * term.weight * share)
        total += best
    return total


@given(FIELDS, QUERIES)
def test_each_index_scores_as_it_would_alone(fields: list[list[list[str]]], query: Query) -> None:
    indexes = [build(documents) for documents in fields]
    scores = Fields(indexes, NUMBERS).score(query)

    assert len(scores) == len(indexes)
    for index, own in zip(indexes, scores, strict=True):
        assert own.tolist() == pytest.approx(score_alone(index, query).tolist())


def test_words_are_looked_up_in_the_form_that_is_asked_for() -> None:
    fields = Fields([build([["suara"], ["server"]])], NUMBERS)
    query = Query("", (Concept("", (Term("suara", "server"),)),))

    assert fields.score(query)[0].argmax() == 1
    assert fields.score(query, lambda term: term.surface)[0].argmax() == 0
