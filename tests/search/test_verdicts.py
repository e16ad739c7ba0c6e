"""A claim is read without the question whether it is true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.verdicts import drop_verdict

CLAIM = "suara ganjar dikunci"


@pytest.mark.parametrize(
    "wrapping",
    [
        "ini hoax atau fakta {}",
        "{} hoaks apa fakta ya kak",
        "{} bener ga sih",
        "bener gak sih {}",
        "apakah benar {}",
        "emang bener ya {}",
        "{} benar atau tidak",
        "{} ini beneran atau hoax min",
        "tolong cek bener ga {}",
        "{} betul atau salah",
        "{} itu bener",
        "hoax apa bukan sih {}",
        "is it true that {}",
        "{} true or false",
        "{} apa iya",
        "bener ga sih {} hoax bukan",
        "{} valid ga nih",
        "ini asli ga {}",
        "serius nih {}",
        "seriusan {}",
    ],
)
def test_the_question_for_a_verdict_is_left_out(wrapping: str) -> None:
    assert " ".join(drop_verdict(wrapping.format(CLAIM).split())) == CLAIM


@pytest.mark.parametrize(
    "question",
    [
        "kpu bohong ga",
        "hasyim bilang data sirekap tidak benar",
        "formulirnya palsu atau tidak",
        "data sirekap valid ga",
        "tanda tangannya asli ga",
        "fakta persidangan sirekap",
        "hoaks server singapura",
        "cek fakta real count anies",
        "cara mencoblos yang benar",
        "is sirekap the official result",
    ],
)
def test_what_is_claimed_itself_stays(question: str) -> None:
    assert list(drop_verdict(question.split())) == question.split()


@given(st.lists(st.sampled_from("ini benar ga hoax atau fakta sih sirekap".split())))
def test_something_is_left_of_a_message_that_is_nothing_else(words: list[str]) -> None:
    kept = list(drop_verdict(words))

    assert bool(kept) == bool(words)
    assert " ".join(kept) in " ".join(words)
