"""Verb forms of everyday speech lead to their roots."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.colloquial import undo_speech
from bot.search.stemming.roots import load_roots

ROOTS = load_roots()


def root_of(word: str) -> str | None:
    return next((root for root in undo_speech(word) if root in ROOTS), None)


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("ngelaporin", "lapor"),
        ("ngecek", "cek"),
        ("ngubah", "ubah"),
        ("ngirim", "kirim"),
        ("ngilangin", "hilang"),
        ("dihilangin", "hilang"),
        ("diitung", "hitung"),
        ("nyembunyiin", "sembunyi"),
        ("nyoblosin", "coblos"),
        ("nulis", "tulis"),
        ("nolak", "tolak"),
        ("milih", "pilih"),
        ("mukulin", "pukul"),
        ("dibacain", "baca"),
        ("kirimin", "kirim"),
        ("kepilih", "pilih"),
    ],
)
def test_spoken_verbs_give_the_root_of_the_written_ones(word: str, root: str) -> None:
    assert root_of(word) == root


@pytest.mark.parametrize("word", ["", "in", "an", "di", "nya", "sirekap", "apa"])
def test_what_is_no_spoken_verb_stands_for_nothing_else(word: str) -> None:
    assert root_of(word) is None


@given(st.text("adegiknmpsty", max_size=14))
def test_every_root_is_a_part_of_the_word_with_at_most_another_head(word: str) -> None:
    for root in undo_speech(word):
        assert len(root) >= 3
        assert root[1:] in word
