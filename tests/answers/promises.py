"""What holds for every answer, whatever was asked."""

from __future__ import annotations

from bot.answers import Answer, Answerer, Quotation, Status
from bot.articles import Article
from bot.search import split_sentences
from bot.search.tokens import tokenize

WITH_QUOTATIONS = frozenset({Status.FOUND, Status.NEAR})


def keeps_promises(answer: Answer, answerer: Answerer, *, limit: int = 3, offset: int = 0) -> bool:
    """Assert what every answer promises; return True, so that it can be part of a condition."""
    shown = [quotation.article for quotation in answer.quotations]
    folded = [article for quotation in answer.quotations for article in quotation.also]
    later = [answer.later] if answer.later else []
    for quotation in answer.quotations:
        _is_literal(quotation)
        _is_emphasised_in_whole_sentences(quotation)
        _marks_words(quotation)
    for article in (*shown, *folded, *later):
        _is_quotable(article, answerer)
    assert len({article.key for article in (*shown, *folded)}) == len(shown) + len(folded)
    assert [quotation.rank for quotation in answer.quotations] == [
        *range(offset + 1, offset + 1 + len(shown))
    ]
    assert len(shown) <= limit
    assert not shown or answer.status in WITH_QUOTATIONS
    assert (answer.small_talk is not None) == (answer.status is Status.SMALL_TALK)
    assert 0 <= answer.confidence <= 1
    assert len(answer.related) <= 3
    assert answer.sources_until == answerer.corpus.newest
    return True


def _is_literal(quotation: Quotation) -> None:
    passage, article = quotation.passage, quotation.article
    assert passage.text
    assert passage.article == article.key
    assert article.body[passage.start : passage.start + len(passage.text)] == passage.text


def _is_emphasised_in_whole_sentences(quotation: Quotation) -> None:
    start = quotation.passage.start
    begin, end = (start + place for place in quotation.best)
    assert quotation.sentence == quotation.article.body[begin:end]
    assert start <= begin < end <= start + len(quotation.passage.text)
    sentences = split_sentences(quotation.article.body)
    assert begin in {first for first, _ in sentences}
    assert end in {last for _, last in sentences}


def _marks_words(quotation: Quotation) -> None:
    words = [(token.start, token.end) for token in tokenize(quotation.passage.text)]
    assert set(quotation.marks) <= set(words)
    assert sorted(set(quotation.marks)) == list(quotation.marks)


def _is_quotable(article: Article, answerer: Answerer) -> None:
    assert answerer.corpus.by_key[article.key] is article
    assert article.retracted is None
