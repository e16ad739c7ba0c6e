"""The corpus as its own test suite: every question it lists must bring its article or card back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.answers.answerer import Answerer
from bot.answers.values import Answer
from bot.articles import Article, Corpus, Problem, Severity
from bot.search import SearchEngine
from bot.search.sources import list_sources
from bot.texts import problems as texts

Track = Callable[[Sequence[Article]], Iterable[Article]]


def check_questions(corpus: Corpus, track: Track) -> Iterator[Problem]:
    """Ask the questions of all articles and claim cards; report those that miss.

    An article's question must bring it among the first three, itself or folded into another
    report of the same event: a warning, since another article may answer better. A card's question
    must bring the card: an error.

    Args:
        corpus: the snapshot to check.
        track: passes the articles on, and shows how far the check is.
    """
    if not corpus.articles:
        return
    engine = SearchEngine.build(list_sources(corpus), corpus.glossary)
    yield from check_answers(Answerer(corpus, engine), track)


def check_answers(answerer: Answerer, track: Track) -> Iterator[Problem]:
    """Ask `answerer` the questions of its own corpus; else as `check_questions`."""
    corpus = answerer.corpus
    for article in track(corpus.articles):
        if article.retracted is None:
            yield from _check_article(article, answerer)
    for claim in corpus.claims:
        for question, line in zip(claim.questions, claim.question_lines, strict=True):
            found = answerer.answer(question).claim
            if found is None or found.key != claim.key:
                other = found.file if found else None
                yield Problem(f"claims/{claim.file}", line, *texts.card_not_found(question, other))


def _check_article(article: Article, answerer: Answerer) -> Iterator[Problem]:
    for question, line in zip(article.questions, article.question_lines, strict=True):
        found = _list_files(answerer.answer(question))
        if article.file not in found:
            text, mend = texts.article_not_found(question, next(iter(found), None))
            yield Problem(f"articles/{article.file}", line, text, mend, Severity.WARNING)


def _list_files(answer: Answer) -> list[str]:
    return [
        article.file
        for quotation in answer.quotations
        for article in (quotation.article, *quotation.also)
    ]
