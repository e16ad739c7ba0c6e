"""Whatever an article or a question holds, what follows an answer keeps Telegram's limits."""

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.values import Answer
from bot.articles.values import Article
from bot.chat.scrubbing import scrub
from bot.chat.views.article import render_article
from bot.chat.views.follow_up import (
    make_article_rows,
    make_reason_rows,
    render_answer_sources,
    render_report_choice,
)
from bot.chat.views.news import render_changes
from bot.chat.views.submission import render_consent, render_following, render_submitted
from tests.chat.test_rendering import ANSWERS, ANY, ARTICLES, MANY, TOKEN, check, make_corpus

KINDS = {"berita": "Berita"}
PASSAGE = "abcdefghij.1"


@MANY
@given(ANSWERS)
def test_the_sources_of_an_answer(answer: Answer) -> None:
    check(render_answer_sources(tuple(enumerate(answer.quotations, start=1)), KINDS))


@MANY
@given(ARTICLES, ANSWERS)
def test_a_whole_article_with_its_buttons(article: Article, answer: Answer) -> None:
    reply = render_article(article, make_corpus().taxonomy)
    rows = make_article_rows(tuple(enumerate(answer.quotations, start=1)), PASSAGE)

    check(type(reply)(reply.content, rows + make_reason_rows(TOKEN)))


@MANY
@given(st.lists(st.tuples(ARTICLES, st.integers(0, 3)), min_size=1, max_size=5))
def test_news_of_corrections(changed: list[tuple[Article, int]]) -> None:
    check(render_changes(changed))


@MANY
@given(ANY)
def test_a_question_for_the_moderators(question: str) -> None:
    prepared = scrub(question, "[x]")[:1_000]
    check(render_consent(prepared))
    check(render_submitted(prepared, TOKEN))
    check(render_following(prepared))


def test_the_choice_of_what_to_report() -> None:
    check(render_report_choice({str(number): PASSAGE for number in range(1, 30)}))
