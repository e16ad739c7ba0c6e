"""The corpus asks its own questions, and reports those that miss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.self_check import check_questions
from bot.articles import Article, Claim, Corpus, Problem, Severity
from tests.answers.made_up import CHART, COST, SERVER, make_answerer, make_claim, retract

CLAIM = replace(
    make_claim("klaim", "Server Sirekap di Singapura", cited=["server.md"]),
    questions=("Apakah server Sirekap di Singapura?",),
    question_lines=(7,),
)


def with_lines(article: Article) -> Article:
    return replace(article, question_lines=tuple(range(10, 10 + len(article.questions))))


def check(corpus: Corpus) -> list[Problem]:
    return list(check_questions(corpus, lambda articles: articles))


def corpus_of(*articles: Article, claims: Sequence[Claim] = ()) -> Corpus:
    return make_answerer(*map(with_lines, articles), claims=claims).corpus


def test_questions_that_bring_their_article_and_card_are_no_problem() -> None:
    assert check(corpus_of(SERVER, CHART, COST, claims=[CLAIM])) == []


def test_a_question_that_does_not_bring_its_article_is_a_warning() -> None:
    stray = replace(COST, questions=(COST.questions[0], "Siapa itu?"))
    [problem] = check(corpus_of(SERVER, CHART, stray))

    assert (problem.file, problem.line) == ("articles/biaya.md", 11)
    assert problem.severity is Severity.WARNING
    assert "Siapa itu?" in problem.text


def test_a_question_that_does_not_bring_its_card_is_an_error() -> None:
    stray = replace(CLAIM, questions=("Apa itu?",))
    [problem] = check(corpus_of(SERVER, CHART, COST, claims=[stray]))

    assert (problem.file, problem.line) == ("claims/klaim.md", 7)
    assert problem.severity is Severity.ERROR


def test_the_questions_of_a_retracted_article_are_not_asked() -> None:
    stray = retract(replace(COST, questions=("Siapa itu?",)))

    assert check(corpus_of(SERVER, CHART, stray)) == []


def test_an_empty_corpus_has_nothing_to_ask() -> None:
    assert check(corpus_of()) == []


def test_the_articles_are_passed_on_for_progress() -> None:
    seen: list[Sequence[Article]] = []
    corpus = corpus_of(SERVER, CHART)

    def track(articles: Sequence[Article]) -> Sequence[Article]:
        seen.append(articles)
        return articles

    list(check_questions(corpus, track))

    assert seen == [corpus.articles]
