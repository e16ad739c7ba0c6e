"""News for people who did not ask just now: corrections and retractions of what they received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.callbacks import TellCorrections
from bot.chat.layout import Block, assemble, fit
from bot.chat.markup import Markup, bold, join, lines, shorten, text
from bot.chat.reply import Reply, make_button, stack
from bot.chat.views.quotation import render_headline, render_outlet
from bot.texts.spoken import answers as wording
from bot.texts.spoken import follow_up as texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.values import Article

_CHANGE_UNITS = 400
_CHANGES = 3


def render_changes(changed: Sequence[tuple[Article, int]]) -> Reply:
    """Return what happened to articles since their versions that the person has."""
    blocks = [
        Block(_render_change(article, version), rank)
        for rank, (article, version) in enumerate(changed, start=1)
    ]
    off = make_button(texts.CORRECTIONS_OFF, TellCorrections(False))
    return Reply(assemble(fit([Block(bold(texts.ARTICLES_CHANGED)), *blocks])), stack([off]))


def _render_change(article: Article, version: int) -> Markup:
    corrections = [
        text(shorten(wording.describe_correction(correction), _CHANGE_UNITS))
        for correction in article.corrections[version:][-_CHANGES:]
    ]
    retraction = text(shorten(texts.describe_retraction(article), _CHANGE_UNITS))
    source = join(" · ", render_headline(article.citation), render_outlet(article.citation))
    return lines(source, *corrections, retraction)
