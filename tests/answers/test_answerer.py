"""From a question to an answer: what is found, declined, paged, and named by the message."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers import Answerer, Status
from bot.articles import Glossary
from tests.answers.made_up import CHART, COST, SERVER, TOPICS, make_answerer, retract
from tests.answers.promises import WITH_QUOTATIONS, keeps_promises
from tests.answers.shipped import open_shipped

LONGEST_MESSAGE = 4096
EMPTY_GLOSSARY = Glossary({}, frozenset(), frozenset(), {})


def test_a_question_is_answered_with_the_article_that_tells_it() -> None:
    answer = make_answerer(SERVER, CHART, COST, topics=TOPICS).answer("di mana server Sirekap?")

    assert answer.status is Status.FOUND
    assert answer.question == "di mana server Sirekap?"
    assert answer.quotations[0].article is SERVER
    assert answer.quotations[0].speakers == ("Ahli",)


@pytest.mark.parametrize("text", ["", " ", "\n\t", "?", "!!! ...", "😀", "👍🏽", "—", "\u200b"])
@pytest.mark.parametrize("previous", [None, "kenapa grafik sirekap dihilangkan?"])
def test_a_message_without_a_word_is_empty(
    shipped: Answerer, text: str, previous: str | None
) -> None:
    answer = shipped.answer(text, previous=previous)

    assert answer.status is Status.EMPTY
    assert answer.quotations == ()
    assert answer.sources_until == shipped.corpus.newest


@pytest.mark.parametrize("text", ["apa?", "di mana itu", "kenapa sih"])
def test_a_question_that_says_nothing_is_empty_when_there_was_none_before(
    shipped: Answerer, text: str
) -> None:
    assert shipped.answer(text).status is Status.EMPTY


def test_a_question_that_stands_alone_is_answered_once_whatever_was_asked_before(
    shipped: Answerer,
) -> None:
    alone = shipped.answer("Siapa yang menggugat Sirekap ke Komisi Informasi Pusat?")

    assert shipped.answer(alone.question, previous="putusan bawaslu") is alone


@pytest.mark.parametrize(
    "text",
    [
        *("a" * LONGEST_MESSAGE, "ha " * 1365, "a. " * 1365, "😀" * LONGEST_MESSAGE),
        *("sirekap " * 512, "sirekap.\n" * 455, "1" * LONGEST_MESSAGE, "-" * LONGEST_MESSAGE),
        *("https://" * 512, "satu dua puluh " * 273, "www." * 1024, "\n" * LONGEST_MESSAGE),
        *("pengembngan " * 341, "kpu-" * 1024, "'" * LONGEST_MESSAGE, "\x00" * LONGEST_MESSAGE),
    ],
    ids=lambda text: repr(text[:8]),
)
def test_the_longest_message_of_anything_is_answered(shipped: Answerer, text: str) -> None:
    assert keeps_promises(shipped.answer(text), shipped)


@settings(max_examples=15, deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_any_text_repeated_to_full_length_is_answered(text: str) -> None:
    shipped = open_shipped()

    assert keeps_promises(shipped.answer((text * LONGEST_MESSAGE)[:LONGEST_MESSAGE]), shipped)


def test_a_corpus_of_one_article_answers() -> None:
    alone = make_answerer(SERVER)

    assert alone.answer("letak server").quotations[0].article is SERVER
    assert alone.answer("resep rendang").status is Status.NOT_FOUND
    assert alone.answer("resep rendang").topics == ()


def test_a_corpus_without_glossary_topics_and_claims_answers() -> None:
    bare = make_answerer(SERVER, CHART, COST, glossary=EMPTY_GLOSSARY)
    answer = bare.answer("Mengapa grafik perolehan suara hilang?")

    assert answer.quotations[0].article is CHART
    assert answer.claim is None
    assert keeps_promises(answer, bare)


def test_a_corpus_of_retracted_articles_answers_nothing() -> None:
    gone = make_answerer(retract(SERVER))
    answer = gone.answer("letak server")

    assert answer.status is Status.NOT_FOUND
    assert answer.quotations == ()


def test_pages_go_on_where_the_one_before_ended(shipped: Answerer) -> None:
    question = "apa kata Bawaslu tentang Sirekap?"
    whole = shipped.answer(question, limit=6)
    first, second = (shipped.answer(question, limit=3, offset=offset) for offset in (0, 3))

    assert (*first.quotations, *second.quotations) == whole.quotations
    assert first.remaining == second.remaining + 3 == whole.remaining + 3


def test_a_page_behind_the_last_one_is_empty(shipped: Answerer) -> None:
    answer = shipped.answer("apa kata Bawaslu tentang Sirekap?", offset=100)

    assert answer.status is Status.FOUND
    assert (answer.quotations, answer.remaining, answer.later) == ((), 0, None)


def test_the_same_question_gets_the_same_answer(shipped: Answerer) -> None:
    question = "kenapa rekapitulasi dihentikan?"

    assert shipped.answer(question) == shipped.answer(question)


def test_every_answer_names_the_newest_day_of_the_corpus(shipped: Answerer) -> None:
    newest = max(article.citation.published for article in shipped.corpus.articles)

    for question in ("apa itu sirekap", "resep rendang", "halo", ""):
        assert shipped.answer(question).sources_until == newest


def test_what_was_corrected_is_told(shipped: Answerer) -> None:
    answer = shipped.answer("kenapa garfik sirekap dihapus kpu")

    assert answer.status in WITH_QUOTATIONS
    assert answer.understanding.corrections == {"garfik": "grafik"}
    assert "grafik" in answer.understanding.terms


def test_a_near_miss_offers_what_may_be_meant_without_a_claim_card(shipped: Answerer) -> None:
    answer = shipped.answer("siapa Rahmad?")

    assert answer.status is Status.NEAR
    assert answer.quotations
    assert answer.claim is None


def test_labels_of_perspectives_name_the_speakers(shipped: Answerer) -> None:
    labels = shipped.corpus.taxonomy.perspectives

    for quotation in shipped.answer("apakah server sirekap di luar negeri?").quotations:
        assert quotation.speakers == tuple(labels[p] for p in quotation.article.perspectives)
        assert quotation.speakers


def test_a_perspective_without_label_is_named_by_its_id() -> None:
    article = replace(SERVER, perspectives=("tetangga",))

    assert make_answerer(article).answer("letak server").quotations[0].speakers == ("tetangga",)
