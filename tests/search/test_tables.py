"""Tables: the texts of a corpus as numbers of words and sentences."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.search.grams import list_grams, list_places
from bot.search.sources import list_sources
from bot.search.tables import Rows, Tables, read_tables
from bot.search.vocabulary import Vocabulary
from tests.search.corpora import CORPUS, article_of, corpus_of

ROWS = st.lists(st.lists(st.integers(0, 99), max_size=8), max_size=8)


def split(rows: Rows) -> list[list[int]]:
    edges = [*rows.starts.tolist(), len(rows.flat)]
    return [rows.flat[start:end].tolist() for start, end in pairwise(edges)]


def read(*bodies: str) -> Tables:
    articles = [article_of(str(i), "Judul", body) for i, body in enumerate(bodies)]
    return read_tables(list_sources(corpus_of(*articles)), str)


@given(ROWS, st.integers(0, 9))
def test_rows_of_uneven_length_are_kept_apart_and_cut_at_their_heads(
    rows: list[list[int]], length: int
) -> None:
    joined = Rows.join([np.array(row, np.int32) for row in rows])

    assert split(joined) == rows
    assert split(joined.heads(length)) == [row[:length] for row in rows]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 5)), max_size=9))
def test_places_run_on_from_each_start(spans: list[tuple[int, int]]) -> None:
    starts, lengths = np.array(spans, np.int64).reshape(-1, 2).T

    assert list_places(starts, lengths).tolist() == [
        place for start, length in spans for place in range(start, start + length)
    ]


def test_every_text_can_be_read_back_from_its_numbers() -> None:
    tables = read_tables(list_sources(CORPUS), lambda word: word[:3])
    words = np.array(tables.vocabulary.surfaces)
    titles, questions = split(tables.titles), split(tables.questions)

    assert words[titles[1]].tolist() == ["diagram", "perolehan", "suara", "hilang"]
    assert " ".join(words[questions[0]]) == "benarkah data pemilu disimpan di luar negeri"
    assert words[split(tables.texts)[2][:3]].tolist() == ["hasil", "resmi", "pemilu"]
    assert tables.passage_counts.tolist() == [1, 1, 1]
    assert tables.question_counts.tolist() == [1, 0, 0]


def test_every_word_knows_its_sentence() -> None:
    tables = read("Satu dua. Tiga!", "Empat lima? Enam.")

    assert tables.sentences.tolist() == [0, 0, 1, 2, 2, 3]


def test_words_of_texts_and_titles_are_counted_but_not_those_of_questions() -> None:
    counts = read_tables(list_sources(CORPUS), str).count_words()

    assert (counts["perolehan"], counts["suara"], counts["server"]) == (2, 2, 1)
    assert "disimpan" not in counts


def test_words_with_one_stem_share_its_number() -> None:
    texts = [["suaranya", "suara"], ["kpu", "suara"]]
    vocabulary, rows = Vocabulary.empty().extend(texts, lambda word: word[:5])

    assert vocabulary.surfaces == ("suaranya", "suara", "kpu")
    assert [row.tolist() for row in rows] == [[0, 1], [2, 1]]
    assert vocabulary.stem_ids.tolist() == [0, 0, 1]
    assert vocabulary.known_stems == {"suaranya": "suara", "suara": "suara", "kpu": "kpu"}


def test_no_text_gives_empty_tables() -> None:
    tables = read()

    assert (len(tables.texts.flat), len(tables.sentences)) == (0, 0)
    assert tables.vocabulary.surfaces == ()


def test_grams_overlap_and_mark_both_ends_of_a_word() -> None:
    assert list_grams("suara") == ["_sua", "suar", "uara", "ara_"]
    assert list_grams("c") == ["_c_"]
