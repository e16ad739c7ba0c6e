"""What comes of a case is asked for by its ruling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.rulings import asks_for_ruling, name_ruling


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("hasil sidang mk soal sirekap gmn", "putusan mk soal sirekap gmn"),
        ("akhirnya sidang kip gimana", "putusan kip gimana"),
        ("apa hasil gugatan anies", "apa putusan gugatan anies"),
        ("hasil dari sidang sengketa pilpres", "putusan sengketa pilpres"),
        ("outcome of the lawsuit", "putusan lawsuit"),
    ],
)
def test_the_outcome_of_a_case_is_its_ruling(question: str, read: str) -> None:
    assert " ".join(name_ruling(question.split())) == read
    assert asks_for_ruling(read.split())


@pytest.mark.parametrize(
    "question",
    [
        "hasil pemilu luar negeri",
        "sengketa hasil pemilu di mk",
        "saksi sidang kip",
        "hasil laporan warga ke bawaslu",
        "sidang mk soal hasil",
    ],
)
def test_the_result_of_anything_else_is_left_alone(question: str) -> None:
    assert name_ruling(question.split()) == question.split()


@given(st.lists(st.sampled_from("hasil sidang dari gugatan mk putusan akhirnya soal".split())))
def test_nothing_is_added_but_the_ruling(words: list[str]) -> None:
    read = name_ruling(words)

    assert len(read) <= len(words)
    assert set(read) <= {*words, "putusan"}
