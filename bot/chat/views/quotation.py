"""A quotation with its source, as a piece of a message."""

from __future__ import annotations

import re
from functools import lru_cache
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
    underline,
)
from bot.texts.spoken import answers as wording
from bot.texts.spoken import chat as texts
from bot.texts.spoken import get_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.answers.values import Quotation, Span
    from bot.articles.values import Article, Citation, Correction
    from bot.texts.spoken import Language

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
_MARKS = 4
"""Words that are marked in one quotation."""


def render_quotation(quotation: Quotation, number: int | None, kinds: Mapping[str, str]) -> Markup:
    """Return the passage with its best sentence in bold, and its source below it.

    In that sentence, where it comes first in view, a few of the words that the question shares are
    underlined.

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
        return lines(
            text(f"{number}." if number else ""), quote(_emphasise(quotation, marked=True)), source
        )
    best = _find_best(quotation)
    folded = quote(_emphasise(quotation, marked=not best), expandable=True)
    return lines(numbered + bold(best), folded, source)


def render_source(
    article: Article, kinds: Mapping[str, str], speakers: tuple[str, ...] = ()
) -> Markup:
    """Return headline, outlet, day, kind and speakers, and the newest corrections."""
    kind = kinds.get(article.kind, article.kind)
    corrections = article.corrections[-_CORRECTIONS:]
    return _render_source(article.citation, kind, speakers, corrections, get_language())


def render_outlet(citation: Citation) -> Markup:
    """Return the outlet's name."""
    outlet = shorten(citation.outlet, _LABEL_UNITS)
    # Telegram turns a name such as "Kompas.com" into a link to the outlet's front page.
    return link(outlet, citation.url) if "." in outlet else text(outlet)


def render_headline(citation: Citation) -> Markup:
    """Return the headline as a link; without a safe address, or a headline, what there is."""
    headline = shorten(citation.title, _TITLE_UNITS) or texts.UNTITLED
    return link(headline, citation.url)


def render_also(articles: tuple[Article, ...]) -> Markup:
    """Return the line of outlets that report the same, each a link; empty when there is none."""
    if not articles:
        return Markup()
    return text(f"{wording.ALSO_REPORTED} ") + link_outlets(articles[:_ALSO])


def link_outlets(articles: tuple[Article, ...]) -> Markup:
    """Return the outlets of the articles, each a link, separated by commas."""
    return join(", ", *(_link_outlet(article) for article in articles))


# Some articles answer many questions.
@lru_cache(maxsize=512)
def _render_source(
    citation: Citation,
    kind: str,
    speakers: tuple[str, ...],
    corrections: tuple[Correction, ...],
    _spoken: Language,
) -> Markup:
    outlet = shorten(citation.outlet, _LABEL_UNITS)
    described = wording.describe_source(
        outlet,
        citation.published,
        shorten(kind, _LABEL_UNITS),
        [shorten(speaker, _LABEL_UNITS) for speaker in speakers],
    )
    corrected = [
        italic(shorten(wording.describe_correction(correction), _CORRECTION_UNITS))
        for correction in corrections
    ]
    rest = shorten(described, _TITLE_UNITS).removeprefix(outlet)
    return lines(render_headline(citation), render_outlet(citation) + text(rest), *corrected)


def _link_outlet(article: Article) -> Markup:
    outlet = shorten(article.citation.outlet, _LABEL_UNITS)
    return link(outlet or texts.UNTITLED, article.citation.url)


def _folds(quotation: Quotation) -> bool:
    passage, (start, end) = quotation.passage.text, quotation.best
    units = count_units(passage)
    if end - start >= _MOST * len(passage):
        return units > LONGEST_QUOTE / 2
    return units > (_FOLD_FROM if passage[:start].strip() else _FOLD_FROM_IF_BEST_FIRST)


def _find_best(quotation: Quotation) -> Markup:
    """Return the best sentence on one line, marked; nothing where it is too long to stand twice."""
    best = _mark(quotation, flat=True)
    return best if best.units <= _LONGEST_BEST else Markup()


def _emphasise(quotation: Quotation, *, marked: bool) -> Markup:
    passage, (start, end) = quotation.passage.text, quotation.best
    best = _mark(quotation, flat=False) if marked else text(passage[start:end])
    return text(passage[:start].lstrip()) + bold(best) + text(passage[end:].rstrip())


def _mark(quotation: Quotation, *, flat: bool) -> Markup:
    """Return the best sentence with its marks underlined; a `flat` one stands on one line."""
    passage, (place, end) = quotation.passage.text, quotation.best
    best = Markup()
    for left, right in _choose_marks(quotation):
        best += text(_flatten(passage[place:left], flat=flat)) + underline(passage[left:right])
        place = right
    return best + text(_flatten(passage[place:end], flat=flat))


def _choose_marks(quotation: Quotation) -> Iterator[Span]:
    """Yield the first few marks of the best sentence, one for each word."""
    passage, (place, end) = quotation.passage.text, quotation.best
    seen: set[str] = set()
    for left, right in quotation.marks:
        word = passage[left:right].casefold()
        if place <= left < right <= end and word not in seen and len(seen) < _MARKS:
            seen.add(word)
            place = right
            yield left, right


def _flatten(part: str, *, flat: bool) -> str:
    return re.sub(r"\s+", " ", part) if flat else part
