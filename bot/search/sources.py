"""What an index is built from: a passage with what its article adds to it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.articles import Article, Corpus
from bot.search.passages import Passage, split_passages


@dataclass(frozen=True, slots=True)
class Source:
    """The passages of one article and the texts that belong to all of them."""

    title: str
    passages: tuple[Passage, ...]
    questions: tuple[str, ...] = ()


def list_quotable(corpus: Corpus) -> list[Article]:
    """Return the articles that may be found, in order; a retracted one is not among them."""
    return [article for article in corpus.articles if article.retracted is None]


def list_sources(corpus: Corpus) -> list[Source]:
    """Return the sources of all articles that may be found, in order."""
    return [read_source(article) for article in list_quotable(corpus)]


def read_source(article: Article) -> Source:
    """Return what is found of `article`."""
    return Source(article.citation.title, tuple(split_passages(article)), article.questions)
