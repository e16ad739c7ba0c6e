"""How alike a question is to known wordings, from 0 to 1."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search import SearchEngine
from bot.search.likeness import Wordings
from bot.search.sources import list_sources
from tests.search.corpora import CORPUS

ENGINE = SearchEngine.build(list_sources(CORPUS), CORPUS.glossary)
KNOWN = ("server berada di Singapura", "grafik perolehan suara", "perolehan suara", "")


def likeness(question: str, *known: str) -> list[float]:
    wordings = [[c.sign for c in ENGINE.read(text).concepts] for text in known or KNOWN]
    return [round(x, 6) for x in Wordings(wordings, ENGINE.index).compare(ENGINE.read(question))]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_same_wording_is_wholly_alike(number: int) -> None:
    assert likeness(KNOWN[number])[number] == 1


def test_the_order_and_the_form_of_words_make_no_difference() -> None:
    assert likeness("apa suaranya perolehan grafik")[1] == 1


def test_more_shared_words_are_more_alike_and_further_words_less() -> None:
    alike = likeness("perolehan suara")

    assert alike[2] == 1 > alike[1] > 0 == alike[0]
    assert likeness("perolehan suara manual", "perolehan suara")[0] < 1


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    common, rare = likeness("resmi singapura", "resmi", "singapura")

    assert rare > common > 0


def test_an_unknown_word_makes_a_question_less_alike() -> None:
    assert 0 < likeness("perolehan suara rendang", "perolehan suara")[0] < 1


def test_nothing_is_alike_to_nothing() -> None:
    assert likeness("") == [0, 0, 0, 0]
    assert likeness("rendang") == [0, 0, 0, 0]
    assert likeness("suara")[3] == 0
    assert len(Wordings([], ENGINE.index).compare(ENGINE.read("suara"))) == 0


words = st.lists(
    st.sampled_from("server sirekap singapura grafik perolehan suara manual rendang apa".split()),
    max_size=8,
).map(" ".join)


@given(words, st.lists(words, min_size=1, max_size=5))
def test_likeness_is_between_nought_and_one(question: str, known: list[str]) -> None:
    assert all(0 <= alike <= 1 for alike in likeness(question, *known))


@given(words, words)
def test_likeness_is_mutual_as_far_as_words_are_known(one: str, other: str) -> None:
    one, other = one.replace("rendang", ""), other.replace("rendang", "")

    assert likeness(one, other) == pytest.approx(likeness(other, one))


def test_each_source_is_compared_by_its_title_and_its_questions() -> None:
    alike = ENGINE.compare(ENGINE.read("Benarkah data pemilu disimpan di luar negeri?"))
    titles = ENGINE.compare(ENGINE.read("Penghitungan berjenjang"))

    assert alike.tolist().index(alike.max()) == 0
    assert titles.tolist() == [0, 0, 1]
