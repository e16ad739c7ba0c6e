"""A place is not found by a word of the same root: "serangan" is no Kota Serang."""

from __future__ import annotations

import pytest

from tests.answers.shipped import open_shipped

IN_SERANG = "2024-02-20-kabarbanten-bawaslu-serang-rekap-tetap-berjalan.md"


@pytest.mark.parametrize("question", ["sirekap dihack ya?", "Sirekap kena serangan siber?"])
def test_an_attack_does_not_bring_the_town_of_serang(question: str) -> None:
    shown = [quotation.article.file for quotation in open_shipped().answer(question).quotations]

    assert shown
    assert IN_SERANG not in shown


def test_the_town_itself_is_found() -> None:
    first = open_shipped().answer("masalah sirekap di Kabupaten Serang").quotations[0]

    assert first.article.file == IN_SERANG
