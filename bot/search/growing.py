"""An index that follows its corpus: only articles that changed are read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bot.articles import Article, Corpus
from bot.search.engine import SearchEngine
from bot.search.sources import list_quotable, read_source
from bot.search.splicing import Splice

_GIVES_WAY_AFTER = 0.0005
"""Seconds; ten times as often as usual."""


def grow_engine(former: SearchEngine, former_corpus: Corpus, corpus: Corpus) -> SearchEngine:
    """Return the search over `corpus`, made from that over another state of the same corpus.

    It finds what a fresh one finds, in the same order with the same scores. An article that is
    equal in both is not read again. `former` is left as it is, and may be asked meanwhile.

    Args:
        former: the search over `former_corpus`.
        former_corpus: the former state.
        corpus: the new state.
    """
    with _giving_way():
        if corpus.glossary != former_corpus.glossary:
            former = former.adapt(former_corpus.glossary, corpus.glossary)
        splice, fresh = Splice.find(
            list_quotable(former_corpus), list_quotable(corpus), _key_of, _is_same
        )
        return former.grow(splice, [read_source(article) for article in fresh])


@contextmanager
def _giving_way() -> Iterator[None]:
    """Let other threads have the interpreter as soon as they want it.

    A question gives it up several times, and would wait for it as long each time.
    """
    usual = sys.getswitchinterval()
    sys.setswitchinterval(min(usual, _GIVES_WAY_AFTER))
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def _key_of(article: Article) -> str:
    return article.key


def _is_same(one: Article, other: Article) -> bool:
    """Tell whether a search finds the same in both."""
    return one is other or _list_searched(one) == _list_searched(other)


def _list_searched(article: Article) -> tuple[object, ...]:
    year = article.citation.published.year
    return article.key, article.body, article.citation.title, year, article.questions
