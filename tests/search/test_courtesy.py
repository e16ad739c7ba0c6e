"""A question is read without what politeness puts around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.courtesy import drop_courtesy

WORDS = st.lists(st.text("bcdert", min_size=1, max_size=6))


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("selamat siang admin mau tanya sirekap itu apa ya", "sirekap itu apa ya"),
        ("halo kak apa itu sirekap", "apa itu sirekap"),
        ("sirekap itu apa terima kasih banyak sebelumnya", "sirekap itu apa"),
        ("apa kata pak mahfud thanks before", "apa kata mahfud"),
        ("kenapa kpu kasih akses ke itb", None),
        ("makasih banyak", ""),
    ],
)
def test_greetings_before_and_thanks_behind_are_left_out(said: str, asked: str | None) -> None:
    assert " ".join(drop_courtesy(said.split())) == (said if asked is None else asked)


@given(WORDS, WORDS)
def test_only_words_of_courtesy_are_lost_and_the_order_stays(
    before: list[str], behind: list[str]
) -> None:
    words = [*before, "sirekap", *behind]

    assert list(drop_courtesy([*words, "makasih"])) == list(drop_courtesy(words)) == words
