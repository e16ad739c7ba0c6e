"""A question of an office wants the office itself before its branch in one place."""

from __future__ import annotations

import pytest

from bot.search import SearchEngine
from bot.search.branches import find_branches
from bot.search.sources import list_sources
from tests.search.corpora import article_of, corpus_of, glossary_of

ENGINE = SearchEngine.build(
    list_sources(
        corpus_of(
            article_of("depok", "Kata KPU Depok", "KPU Kota Depok menunda rekapitulasi suara."),
            article_of("pusat", "Kata kantor", "Kantor KPU menunda rekapitulasi suara hari ini."),
            article_of("cited", "Kata warga", "Di KPU Kota Bekasi warga menunggu lama sekali."),
            article_of("all", "Provinsi dan desa", "Di KPU provinsi dan desa warga menunggu."),
            *(article_of(f"x{n}", "Warga", "Warga dan desa bersama-sama.") for n in range(9)),
        )
    ),
    glossary_of(stop=["apakah"], names=["KPU", "Depok", "Bekasi"]),
)


def rank_keys(question: str) -> list[str]:
    ranking = ENGINE.rank(ENGINE.read(question))
    return [ENGINE.index.passages[position].article for position in ranking.positions]


def test_a_branch_is_told_by_the_place_that_its_headline_has() -> None:
    found = find_branches(ENGINE.index)

    assert {ENGINE.index.passages[at].article: place for at, place in found.items()} == {
        "depok": "depok"
    }


def test_the_office_goes_before_its_branch() -> None:
    assert rank_keys("KPU menunda rekapitulasi suara")[:2] == ["pusat", "depok"]


@pytest.mark.parametrize("question", ["KPU Depok menunda rekapitulasi", "KPU kota menunda suara"])
def test_who_names_the_place_or_its_kind_wants_the_branch(question: str) -> None:
    assert rank_keys(question)[0] == "depok"


def test_a_question_of_no_office_leaves_the_order() -> None:
    assert rank_keys("menunda rekapitulasi suara")[0] == "depok"
