"""Where to go from an answer: other questions that the sources answer, topics near a miss."""

from __future__ import annotations

from dataclasses import replace

from bot.answers import Answerer, Status
from bot.answers.suggestions import Suggestions, suggest_topics
from tests.answers.made_up import CHART, COST, SERVER, TOPICS, make_answerer, make_article

ANSWERER = make_answerer(SERVER, CHART, COST, topics=TOPICS)
SUGGESTIONS = Suggestions(ANSWERER.engine)


def test_related_questions_are_those_of_the_shown_articles_each_once_before_a_second() -> None:
    related = SUGGESTIONS.suggest("Sirekap", [SERVER, CHART])

    assert related == (
        "Di mana letak server Sirekap?",
        "Mengapa grafik perolehan suara hilang?",
        "Siapa yang meminta audit server?",
    )


def test_the_question_that_was_asked_is_not_suggested_again() -> None:
    related = SUGGESTIONS.suggest("letak server sirekap di mana", [SERVER])

    assert related == ("Siapa yang meminta audit server?",)


def test_questions_that_say_the_same_are_suggested_once() -> None:
    copy = make_article("lain", "Lain", "Lain.", questions=["Server Sirekap letaknya di mana?"])

    assert len(SUGGESTIONS.suggest("biaya", [SERVER, copy])) == 2


def test_no_more_than_three_are_suggested_and_none_of_no_article() -> None:
    other = [f"Apa {word}?" for word in ("satu", "rendang", "polisi", "hakim", "sawah")]
    many = make_article("banyak", "Banyak", "Banyak.", questions=other)

    assert SUGGESTIONS.suggest("biaya", [many]) == tuple(other[:3])
    assert SUGGESTIONS.suggest("biaya", []) == ()


def test_every_question_that_can_be_suggested_is_answered(shipped: Answerer) -> None:
    unanswered = [
        question
        for article in shipped.corpus.articles
        for question in article.questions
        if shipped.answer(question, limit=1).status is not Status.FOUND
    ]

    assert unanswered == []


def test_suggestions_come_from_the_articles_on_the_page(shipped: Answerer) -> None:
    answer = shipped.answer("kenapa grafik sirekap dihilangkan?")
    own = {q for quotation in answer.quotations for q in quotation.article.questions}

    assert len(answer.related) == 3
    assert set(answer.related) <= own


def test_topics_of_the_nearest_articles_come_first() -> None:
    nearest = [replace(COST, topics=("hasil", "biaya")), replace(CHART, topics=("biaya",))]

    topics = suggest_topics(ANSWERER.corpus, nearest)

    assert [topic.id for topic in topics] == ["biaya", "hasil", "server"]


def test_without_any_near_article_the_first_topics_are_offered() -> None:
    assert suggest_topics(ANSWERER.corpus, []) == TOPICS[:3]
    assert suggest_topics(make_answerer(SERVER).corpus, [SERVER]) == ()
