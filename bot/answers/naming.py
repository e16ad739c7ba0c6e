"""Which article a message names: by its address, or by its headline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from types import MappingProxyType

from bot.articles import AddressError, Article, article_key
from bot.search.links import find_addresses
from bot.search.tokens import tokenize

_OPENING = 4
"""Words; a shorter headline ("Penerapan Sirekap") is rather what a question is about."""

Words = tuple[str, ...]


class NamedArticles:
    """Finds the article that a message links to or quotes the headline of."""

    def __init__(
        self, articles: Iterable[Article], known: Mapping[str, Words] = MappingProxyType({})
    ) -> None:
        """Find one of `articles`; of two with the same headline, the first.

        Args:
            articles: those that can be named.
            known: the words of headlines that were read before.
        """
        self._by_key = {article.key: article for article in articles}
        self._by_opening: dict[Words, list[tuple[Words, Article]]] = defaultdict(list)
        self._read: dict[str, Words] = {}
        for article in self._by_key.values():
            title = article.citation.title
            headline = self._read[title] = known.get(title) or _read_words(title)
            if len(headline) >= _OPENING:
                self._by_opening[headline[:_OPENING]].append((headline, article))

    def follow(self, articles: Iterable[Article]) -> NamedArticles:
        """Return the same for other `articles`, of which many are alike."""
        return NamedArticles(articles, self._read)

    def find_linked(self, text: str) -> Article | None:
        """Return the article of the first address in `text` that is an article's, or None."""
        for url in find_addresses(text):
            with suppress(AddressError):
                article = self._by_key.get(article_key(url))
                if article:
                    return article
        return None

    def find_headed(self, text: str) -> Article | None:
        """Return the article with the longest headline that stands in `text`, or None."""
        found = list(self._list_headed(_read_words(text)))
        return max(found, key=lambda headed: len(headed[0]))[1] if found else None

    def _list_headed(self, words: Words) -> Iterator[tuple[Words, Article]]:
        for start in range(len(words) - _OPENING + 1):
            for headline, article in self._by_opening.get(words[start : start + _OPENING], ()):
                if words[start : start + len(headline)] == headline:
                    yield headline, article


def _read_words(text: str) -> Words:
    return tuple(token.text for token in tokenize(text))
