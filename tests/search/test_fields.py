"""Several indexes asked as one: each answers as it would alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search import BM25Index, Concept, Query, Term
from bot.search import fields as fields_module
from bot.search.fields import Fields
from bot.search.postings import Postings, Scores

NUMBERS = {word: number for number, word in enumerate(["server", "sirekap", "suara", "kpu", "tps"])}
WORDS = st.sampled_from([*NUMBERS, "asing"])
SECTIONS = st.lists(
    st.lists(st.lists(st.sampled_from(list(NUMBERS)), max_size=6), max_size=6),
    min_size=1,
    max_size=3,
)
TERMS = st.builds(lambda word, weight: Term(word, word, weight), WORDS, st.sampled_from([1.0, 0.5]))
QUERIES = st.lists(st.lists(TERMS, max_size=3, unique_by=lambda term: term.stem), max_size=4).map(
    lambda concepts: Query("", tuple(Concept("", tuple(terms)) for terms in concepts))
)


def build(sections: list[list[list[str]]]) -> Fields:
    documents = [document for section in sections for document in section]
    flat = np.array([NUMBERS[word] for document in documents for word in document], np.int64)
    lengths = np.array([len(document) for document in documents], np.int64)
    postings = Postings.build(flat, lengths, [len(part) for part in sections], len(NUMBERS))
    return Fields(postings, NUMBERS, k1=1.5, b=0.75)


def score_alone(index: BM25Index, query: Query) -> Scores:
    total = np.zeros(index.corpus_size)
    for concept in query.concepts:
        best = np.zeros(index.corpus_size)
        for term in concept.terms:
            share = min(1.0, index.idf_of(concept.terms[0].stem) / index.idf_of(term.stem))
            best = np.maximum(best, index.get_scores([term.stem]) * term.weight * share)
        total += best
    return total


@given(SECTIONS, QUERIES)
def test_each_section_scores_as_it_would_alone(
    sections: list[list[list[str]]], query: Query
) -> None:
    fields = build(sections)
    scores = fields.score(query)

    assert len(scores) == len(sections)
    for number, (documents, own) in enumerate(zip(sections, scores, strict=True)):
        alone = score_alone(BM25Index(documents), query).tolist()
        assert own.tolist() == pytest.approx(alone)
        words = [term.stem for concept in query.concepts for term in concept.terms]
        section = fields.field(number)
        assert section.get_scores(words).tolist() == BM25Index(documents).get_scores(words).tolist()


def test_words_are_looked_up_in_the_form_that_is_asked_for() -> None:
    fields = build([[["suara"], ["server"]]])
    query = Query("", (Concept("", (Term("suara", "server"),)),))

    assert fields.score(query)[0].argmax() == 1
    assert fields.score(query, lambda term: term.surface)[0].argmax() == 0


@given(SECTIONS, st.lists(QUERIES, min_size=1, max_size=6), st.integers(0, 300), st.integers(0, 8))
def test_what_is_kept_of_former_queries_changes_no_score_and_takes_bounded_room(
    sections: list[list[list[str]]], queries: list[Query], most: int, longest: int
) -> None:
    asked_often = build(sections)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fields_module, "_MOST_KEPT", most)
        patch.setattr(fields_module, "_LONGEST_KEPT", longest)
        for query in queries * 2:
            again = [part.tolist() for part in asked_often.score(query)]
            assert again == [part.tolist() for part in build(sections).score(query)]
            kept = [len(positions) for positions, _ in asked_often._known.values()]
            assert 40 * len(kept) + sum(kept) <= most
            assert all(length <= longest for length in kept)
