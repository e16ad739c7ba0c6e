"""What the corpus holds, as a terminal shows it: how many articles of which outlets."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.console.screen import indent, plain
from bot.texts import answers as answer_texts
from bot.texts import console as texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.articles.values import Article, Corpus
    from bot.console.screen import Part

_OUTLETS = 20


def render_sources(corpus: Corpus) -> Iterator[Part]:
    """Yield the size of the corpus and the outlets that it quotes most."""
    articles = _list_quotable(corpus)
    outlets = Counter(article.citation.outlet for article in articles)
    until = answer_texts.describe_sources_until(corpus.newest)
    yield plain(f"{texts.describe_sources(len(articles), len(outlets))} {until}")
    for outlet, count in outlets.most_common(_OUTLETS):
        yield indent(texts.describe_outlet(outlet, count), lead="- ")
    if len(outlets) > _OUTLETS:
        yield plain(texts.describe_rest_of_outlets(len(outlets) - _OUTLETS))


def _list_quotable(corpus: Corpus) -> list[Article]:
    return [article for article in corpus.articles if article.retracted is None]
