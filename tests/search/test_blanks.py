"""A question that leaves a blank is told from one that its own words answer."""

from __future__ import annotations

import pytest

from bot.search.blanks import seeks_thing


@pytest.mark.parametrize(
    ("question", "seeks"),
    [
        ("warna aplikasi sirekap apa", True),
        ("partai apa saja yang lolos", True),
        ("apa saja keluhan petugas", True),
        ("cara pindah tps", True),
        ("jadwal pilkada berikutnya", True),
        ("apa sirekap diretas", False),
        ("apakah sirekap diretas", False),
        ("gugatan itu tentang apa", False),
        ("gedung antariksa dipakai apa", False),
        ("sirekap diretas", False),
        ("", False),
    ],
)
def test_a_blank_is_told_by_what_is_sought(question: str, *, seeks: bool) -> None:
    assert seeks_thing(question.split()) is seeks
