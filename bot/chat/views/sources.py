"""The sources in figures."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.chat.markup import bold, join, lines, shorten, text
from bot.chat.reply import Reply
from bot.texts.spoken import chat as texts

if TYPE_CHECKING:
    from bot.articles.values import Article, Corpus
    from bot.chat.markup import Markup

_OUTLETS = 20
_NAME_UNITS = 60


def describe_size(corpus: Corpus) -> str:
    """Say how many articles of how many outlets are quoted, and how new they are."""
    articles = _list_quotable(corpus)
    if not articles:
        return texts.NO_SOURCES
    outlets = {article.citation.outlet for article in articles}
    return texts.describe_corpus(len(articles), len(outlets), corpus.newest)


def render_sources(corpus: Corpus) -> Reply:
    """Return the outlets with most articles, the kinds of articles, and what they are."""
    articles = _list_quotable(corpus)
    outlets = Counter(article.citation.outlet for article in articles)
    kinds = Counter(corpus.taxonomy.kinds.get(article.kind, article.kind) for article in articles)
    return Reply(
        join(
            "\n\n",
            lines(bold(texts.SOURCES_TITLE), text(describe_size(corpus))),
            _render_counts(outlets),
            _render_counts(kinds),
            text(texts.SOURCES_ARE_NOTES),
        )
    )


def _render_counts(counts: Counter[str]) -> Markup:
    named = counts.most_common(_OUTLETS)
    listed = [
        text(f"• {texts.describe_count(shorten(name, _NAME_UNITS), count)}")
        for name, count in named
    ]
    hidden = len(counts) - len(named)
    rest = counts.total() - sum(count for _, count in named)
    return lines(*listed, text(f"• {texts.describe_rest(hidden, rest)}" if hidden else ""))


def _list_quotable(corpus: Corpus) -> list[Article]:
    return [article for article in corpus.articles if article.retracted is None]
