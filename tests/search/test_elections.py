"""Where the election is held that a question names, and which passages tell of it."""

from __future__ import annotations

import pytest

from bot.search import SearchEngine
from bot.search.elections import list_venues, spell_america, stand_together
from bot.search.sources import list_sources
from tests.search.corpora import article_of, corpus_of

NAMES = frozenset({"jakarta", "depok", "jawa", "amerika", "malaysia"})


def venues(question: str) -> set[str]:
    return set(list_venues(question.lower().split(), NAMES.__contains__))


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("siapa yang menang pilkada jakarta 2017", {"jakarta"}),
        ("pilkada kota depok sama pilgub jawa timur", {"depok", "jawa"}),
        ("pilkada 2017 dki jakarta", {"jakarta"}),
    ],
)
def test_the_place_beside_a_local_election_is_where_it_is_held(
    question: str, named: set[str]
) -> None:
    assert venues(question) == named


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("hasil pilpres amerika", {"amerika"}),
        ("pemilu 2022 malaysia", {"malaysia"}),
        ("pemilihan presiden rusia", {"rusia"}),
        ("who won the amerika presidential election", {"amerika"}),
    ],
)
def test_an_election_beside_a_country_is_its_own(question: str, named: set[str]) -> None:
    assert venues(question) == named


@pytest.mark.parametrize(
    "question",
    [
        "hasil pilpres di amerika",
        "kpu depok siapkan pilkada",
        "jakarta pilkada kapan",
        "pemilu curang di jawa",
        "pemilu depok",
        "pilkada curang",
        "server amerika",
        "",
    ],
)
def test_a_place_that_stands_elsewhere_is_only_mentioned(question: str) -> None:
    assert venues(question) == set()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("hasil pilpres AS 2024", "hasil pilpres Amerika 2024"),
        ("who won the US election?", "who won the Amerika election?"),
        ("pemilu as kemarin", "pemilu Amerika kemarin"),
        ("the us presidential election", "the Amerika presidential election"),
        ("Pilpres Amerika Serikat", "Pilpres Amerika Serikat"),
    ],
)
def test_a_country_of_two_letters_is_no_filler(written: str, read: str) -> None:
    assert spell_america(written) == read


@pytest.mark.parametrize(
    "text", ["tell us more", "same as before", "WHO TOLD US SO", "data AS dicuri", "pemilu asik"]
)
def test_the_same_letters_elsewhere_are_words(text: str) -> None:
    assert spell_america(text) == text


def test_a_place_and_an_election_belong_together_in_one_sentence() -> None:
    corpus = corpus_of(
        article_of("satu", "Judul", "Pilkada Depok selesai. Malaysia memantau."),
        article_of("dua", "Pilkada Malaysia", "Depok tenang. Hasil pilkada diumumkan besok."),
    )
    index = SearchEngine.build(list_sources(corpus), corpus.glossary).index

    assert stand_together(index, 0, {"depok"}, set(), land=False)
    assert not stand_together(index, 0, {"malaysia"}, set(), land=True)
    assert stand_together(index, 1, {"malaysia"}, set(), land=True)
    assert not stand_together(index, 1, {"depok"}, set(), land=False)
