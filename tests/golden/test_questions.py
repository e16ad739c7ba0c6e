"""The golden set keeps what its README promises about its questions."""

from __future__ import annotations

import re

import pytest

from bot.articles import Article, Corpus, load_corpus
from bot.evaluation import GOLDEN_FOLDER, GoldenSet, read_golden_set
from tests.console.running import ROOT


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(ROOT / "corpus")


@pytest.fixture(scope="module")
def golden(corpus: Corpus) -> GoldenSet:
    return read_golden_set(GOLDEN_FOLDER, corpus)


def fold(text: str) -> str:
    return " ".join(text.casefold().split())


def mentions(article: Article, phrase: str) -> bool:
    text = fold(f"{article.citation.title} {article.body}")
    return re.search(rf"(?<!\w){re.escape(fold(phrase))}(?!\w)", text) is not None


def test_it_is_as_large_and_as_varied_as_promised(golden: GoldenSet) -> None:
    assert len(golden.answerable) >= 400
    assert len(golden.unanswerable) >= 150
    assert {question.register for question in golden.answerable} == {
        *("formal", "colloquial", "typos", "keywords", "english", "rumour", "followup")
    }
    assert {question.kind for question in golden.unanswerable} == {
        *("off-topic", "small-talk", "nonsense", "near-topic", "sirekap")
    }


def test_it_asks_for_nearly_every_article(golden: GoldenSet, corpus: Corpus) -> None:
    asked = {file for question in golden.answerable for file in question.files}
    quotable = {article.file for article in corpus.articles if article.retracted is None}

    assert len(asked & quotable) >= 0.9 * len(quotable)


def test_no_question_is_one_that_an_article_asks_itself(golden: GoldenSet, corpus: Corpus) -> None:
    own = {fold(question) for article in corpus.articles for question in article.questions}

    assert not own & {fold(question.text) for question in golden.answerable}


def test_what_is_missing_is_in_the_question_and_in_no_article(
    golden: GoldenSet, corpus: Corpus
) -> None:
    for question in golden.unanswerable:
        for phrase in question.missing:
            assert fold(phrase) in fold(question.text)
            found = [article.file for article in corpus.articles if mentions(article, phrase)]
            assert not found, f"“{question.text}”: “{phrase}” now stands in {found}"
