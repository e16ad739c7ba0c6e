"""A quotation with its source, as a piece of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.markup import (
    Markup,
    bold,
    count_units,
    italic,
    join,
    lines,
    link,
    quote,
    shorten,
    text,
)
from bot.texts.spoken import answers as wording
from bot.texts.spoken import chat as texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.answers.values import Quotation
    from bot.articles.values import Article

LONGEST_QUOTE = 1_200
"""Passages beyond these UTF-16 units are not quoted; those of the corpus have about 500."""

_FOLD_FROM = 320
_FOLD_FROM_IF_BEST_FIRST = 450
_LONGEST_BEST = 400
_MOST = 0.6
_TITLE_UNITS = 200
_LABEL_UNITS = 60
_CORRECTION_UNITS = 250
_CORRECTIONS = 2
_ALSO = 5


def render_quotation(quotation: Quotation, number: int | None, kinds: Mapping[str, str]) -> Markup:
    """Return the passage with its best sentence emphasised, and its source below it.

    A long passage is folded, and then shows its first lines only; so the best sentence stands
    before it, too. It stays open when the best sentence is most of it, or begins it and little
    follows. The source is never folded.

    Args:
        quotation: what is quoted.
        number: the number it has for the reader; None where it stands alone.
        kinds: labels of the kinds of articles.
    """
    source = render_source(quotation.article, kinds, quotation.speakers)
    passage = quotation.passage.text.strip()
    numbered = text(f"{number}. " if number else "")
    if count_units(passage) > LONGEST_QUOTE:
        return lines(numbered + italic(texts.TOO_LONG_TO_QUOTE), source)
    if not _folds(quotation):
        return lines(text(f"{number}." if number else ""), quote(_emphasise(quotation)), source)
    folded = quote(_emphasise(quotation), expandable=True)
    return lines(numbered + bold(_find_best(quotation)), folded, source)


def render_source(
    article: Article, kinds: Mapping[str, str], speakers: tuple[str, ...] = ()
) -> Markup:
    """Return headline, outlet, day, kind and speakers, and the newest corrections."""
    citation = article.citation
    outlet = shorten(citation.outlet, _LABEL_UNITS)
    described = wording.describe_source(
        outlet,
        citation.published,
        shorten(kinds.get(article.kind, article.kind), _LABEL_UNITS),
        [shorten(speaker, _LABEL_UNITS) for speaker in speakers],
    )
    corrections = [
        italic(shorten(wording.describe_correction(correction), _CORRECTION_UNITS))
        for correction in article.corrections[-_CORRECTIONS:]
    ]
    rest = shorten(described, _TITLE_UNITS).removeprefix(outlet)
    return lines(render_headline(article), render_outlet(article) + text(rest), *corrections)


def render_outlet(article: Article) -> Markup:
    """Return the outlet's name."""
    outlet = shorten(article.citation.outlet, _LABEL_UNITS)
    # Telegram turns a name such as "Kompas.com" into a link to the outlet's front page.
    return link(outlet, article.citation.url) if "." in outlet else text(outlet)


def render_headline(article: Article) -> Markup:
    """Return the headline as a link; without a safe address, or a headline, what there is."""
    headline = shorten(article.citation.title, _TITLE_UNITS) or texts.UNTITLED
    return link(headline, article.citation.url)


def render_also(articles: tuple[Article, ...]) -> Markup:
    """Return the line of outlets that report the same, each a link; empty when there is none."""
    if not articles:
        return Markup()
    return text(f"{wording.ALSO_REPORTED} ") + link_outlets(articles[:_ALSO])


def link_outlets(articles: tuple[Article, ...]) -> Markup:
    """Return the outlets of the articles, each a link, separated by commas."""
    return join(", ", *(_link_outlet(article) for article in articles))


def _link_outlet(article: Article) -> Markup:
    outlet = shorten(article.citation.outlet, _LABEL_UNITS)
    return link(outlet or texts.UNTITLED, article.citation.url)


def _folds(quotation: Quotation) -> bool:
    passage, (start, end) = quotation.passage.text, quotation.best
    units = count_units(passage)
    if end - start >= _MOST * len(passage):
        return units > LONGEST_QUOTE / 2
    return units > (_FOLD_FROM if passage[:start].strip() else _FOLD_FROM_IF_BEST_FIRST)


def _find_best(quotation: Quotation) -> str:
    start, end = quotation.best
    best = " ".join(quotation.passage.text[start:end].split())
    return best if count_units(best) <= _LONGEST_BEST else ""


def _emphasise(quotation: Quotation) -> Markup:
    passage, (start, end) = quotation.passage.text, quotation.best
    before, best, after = passage[:start].lstrip(), passage[start:end], passage[end:].rstrip()
    return text(before) + bold(best) + text(after)
