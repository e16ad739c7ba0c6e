"""English questions are told by their small words and read by the plain forms of the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.english import is_english, list_bases
from bot.search.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("does Sirekap use Chinese servers?", False),
        ("what did the court say about Sirekap", True),
        ("was the vote count locked?", True),
        ("apakah server di Singapura?", False),
        ("the server", False),
        ("Who audited Sirekap?", True),
        ("why sirekap error terus sih", False),
        ("", False),
    ],
)
def test_english_is_told_by_the_words_that_hold_a_sentence_together(
    text: str, *, english: bool
) -> None:
    assert is_english([token.text for token in tokenize(text)]) is english


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("charts", "chart"),
        ("parties", "party"),
        ("denied", "deny"),
        ("displaying", "display"),
        ("stopped", "stop"),
        ("removed", "remove"),
        ("watches", "watch"),
        ("calling", "call"),
    ],
)
def test_a_form_leads_to_its_base(word: str, base: str) -> None:
    assert base in list_bases(word)


@given(st.text(max_size=12))
def test_bases_are_shorter_words_of_some_length(word: str) -> None:
    assert all(3 <= len(base) <= len(word) for base in list_bases(word))
