"""A question that says too little by itself is read in the context of the one before it."""

from __future__ import annotations

import pytest

from bot.search import SearchEngine
from bot.search.sources import list_sources
from tests.search.corpora import CHART, CORPUS, COUNT, SERVER, glossary_of

ENGINE = SearchEngine.build(
    list_sources(CORPUS),
    glossary_of(stop=["apa", "kapan", "itu", "kenapa", "kata", "di", "mana"], names=["Sirekap"]),
)
BEFORE = "grafik perolehan suara"


def words(question: str, previous: str | None = BEFORE) -> list[str]:
    return [concept.written for concept in ENGINE.read(question, previous).concepts]


@pytest.mark.parametrize("question", ["kapan itu?", "kenapa?", "apa"])
def test_a_question_of_nothing_but_fillers_asks_on(question: str) -> None:
    assert words(question) == ["grafik", "perolehan", "suara"]
    assert words(question, None) == []


def test_a_single_word_is_added_to_what_was_asked_before_and_counts_more() -> None:
    query = ENGINE.read("kata komisioner?", BEFORE)

    assert [c.written for c in query.concepts] == ["komisioner", "grafik", "perolehan", "suara"]
    own, *context = [concept.terms[0].weight for concept in query.concepts]
    assert own == 1
    assert all(0 < weight < 1 for weight in context)
    assert query.text == "kata komisioner?"


def test_a_question_that_stands_alone_is_read_alone() -> None:
    question = "server sirekap berada di singapura"

    assert words(question) == words(question, None)


def test_a_word_of_both_questions_is_asked_for_once_with_full_weight() -> None:
    query = ENGINE.read("suara itu?", BEFORE)

    assert [concept.written for concept in query.concepts] == ["suara", "grafik", "perolehan"]
    assert query.concepts[0].terms[0].weight == 1


@pytest.mark.parametrize("question", ["", "😀", "?!", "\u200b \n"])
def test_a_message_without_a_word_asks_nothing_on(question: str) -> None:
    assert words(question) == []


def test_what_the_question_before_asked_in_vain_is_not_missed_again() -> None:
    query = ENGINE.read("kapan itu?", "resep rendang server")

    assert [concept.written for concept in query.concepts] == ["server"]
    assert query.missing == ()


def test_the_year_asked_before_holds_until_another_is_named() -> None:
    before = "grafik perolehan suara 2019"

    assert ENGINE.read("kenapa?", before).years == {2019}
    assert ENGINE.read("kata komisioner?", before).years == {2019}
    assert ENGINE.read("server sirekap berada di singapura", before).years == set()


def test_a_question_about_something_unknown_stands_alone() -> None:
    query = ENGINE.read("kata Zulfikri?", BEFORE)

    assert query.missing == ("zulfikri",)
    assert len(query.concepts) == 1


@pytest.mark.parametrize(
    ("question", "previous", "first"),
    [
        ("kapan itu?", "server Singapura", SERVER.key),
        ("sejak kapan?", "grafik hilang", CHART.key),
        ("kenapa?", "hasil rekapitulasi manual", COUNT.key),
    ],
)
def test_the_article_of_the_question_before_is_found_again(
    question: str, previous: str, first: str
) -> None:
    ranking = ENGINE.rank(ENGINE.read(question, previous))

    assert ENGINE.index.passages[ranking.positions[0]].article == first
