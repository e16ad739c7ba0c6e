"""What is emphasised: the sentence that says most of what was asked, and the words it shares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.quoting import Hit, emphasise, find_hits, weigh_stems
from bot.search import PassageIndex, split_sentences
from bot.search.passages import Passage
from bot.search.sources import Source
from bot.search.tokens import tokenize
from tests.answers.made_up import CHART, COST, SERVER, make_answerer

TEXT = "Server ada di sini. Server Sirekap berada di Singapura. Biaya naik."
ENGINE = make_answerer(SERVER, CHART, COST).engine
TELLING = 0.1


def find(text: str, question: str) -> list[Hit]:
    source = Source("", (Passage("a.1", "a", 0, text),))
    index = PassageIndex.build([source], ENGINE.stem)
    return find_hits(index, 0, weigh_stems(ENGINE.read(question), ENGINE.index))


def emphasised(text: str, question: str) -> tuple[str, list[str]]:
    best, marks = emphasise(text, find(text, question), TELLING)
    return text[slice(*best)], [text[slice(*mark)] for mark in marks]


def test_the_sentence_with_most_of_what_was_asked_is_best() -> None:
    assert emphasised(TEXT, "server Singapura") == (
        "Server Sirekap berada di Singapura.",
        ["Server", "Server", "Singapura"],
    )


def test_of_equal_sentences_one_of_the_kind_that_is_wanted_is_best() -> None:
    text = "Server satu. Server dua."
    best, _ = emphasise(text, find(text, "server"), TELLING, frozenset({1}))

    assert best == (13, 24)


def test_the_first_of_equal_sentences_is_best() -> None:
    assert emphasised("Server satu. Server dua.", "server")[0] == "Server satu."


def test_a_word_that_is_repeated_counts_once() -> None:
    text = "Server, server, server. Server di Singapura."

    assert emphasised(text, "server Singapura")[0] == "Server di Singapura."


def test_other_forms_of_a_word_are_marked_whole() -> None:
    text = "Menurut pakar, perolehannya hilang."

    assert emphasised(text, "perolehan")[1] == ["perolehannya"]


def test_words_that_ask_are_not_marked() -> None:
    assert emphasised("Siapa yang meminta?", "siapa yang di server")[1] == []


def test_a_text_without_any_sentence_or_match_is_whole() -> None:
    assert emphasised("tanpa titik", "server") == ("tanpa titik", [])
    assert emphasised("", "server") == ("", [])


@pytest.mark.parametrize("question", ["", "rendang"])
def test_nothing_asked_marks_nothing(question: str) -> None:
    assert emphasised(TEXT, question) == ("Server ada di sini.", [])


@given(st.text(max_size=200), st.sampled_from(["server", "perolehan suara", "3,5 KPU Sirekap"]))
def test_of_any_text_a_whole_sentence_and_whole_words_are_emphasised(
    text: str, question: str
) -> None:
    best, marks = emphasise(text, find(text, question), TELLING)

    assert best in (split_sentences(text) or [(0, len(text))])
    assert set(marks) <= {(token.start, token.end) for token in tokenize(text)}
