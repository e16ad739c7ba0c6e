"""A whole article as the corpus has it: our notes paragraph by paragraph, and the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.chat.layout import Block, assemble, fit
from bot.chat.markup import italic, quote, text
from bot.chat.reply import Reply
from bot.chat.views.quotation import render_source
from bot.texts.spoken import links as texts

if TYPE_CHECKING:
    from bot.articles.values import Article, Taxonomy

_BLANK_LINES = re.compile(r"\n\s*\n")


def render_article(article: Article, taxonomy: Taxonomy) -> Reply:
    """Return source and paragraphs; the message says so where the last ones have no room."""
    labels = taxonomy.perspectives
    speakers = tuple(labels.get(each, each) for each in article.perspectives)
    source = Block(render_source(article, taxonomy.kinds, speakers))
    ending = Block(italic(texts.ARTICLE_ENDS_EARLY))
    paragraphs: list[Block] = []
    for rank, paragraph in enumerate(_BLANK_LINES.split(article.body.strip()), start=1):
        former = paragraphs[-1] if paragraphs else source
        paragraphs.append(Block(quote(text(paragraph)), rank, former, "\n"))
    whole = fit([source, *paragraphs, ending])
    return Reply(assemble(whole if len(whole) < len(paragraphs) + 2 else whole[:-1]))
