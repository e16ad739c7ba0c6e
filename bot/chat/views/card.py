"""A quotation, a claim or a topic as it is offered in a list and sent from there to any chat."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.topics import describe_topic
from bot.answers.values import Quotation
from bot.articles.values import Claim
from bot.chat.callbacks import OpenClaim, OpenTopic, shorten_key
from bot.chat.deep_links import Link, OpenArticle
from bot.chat.layout import Block, assemble, fit
from bot.chat.markup import Markup, bold, italic, lines, quote, shorten, text
from bot.chat.views.claim import render_claim_body, render_claim_head
from bot.chat.views.quotation import render_quotation, render_source
from bot.texts import inline as texts
from bot.texts.spoken import browsing
from bot.texts.spoken import chat as chat_texts

if TYPE_CHECKING:
    from bot.articles.values import Corpus, Topic

_TITLE_UNITS = 160
_DESCRIPTION_UNITS = 320
_TOPIC_ARTICLES = 2


@dataclass(frozen=True, slots=True)
class Card:
    """A result: `title` and `description` in the list; `content` and buttons when sent.

    `id` tells it from all other cards, of this corpus and of its former states, in 29 bytes.
    `links` are the labels of the buttons, and what each opens in the private chat.
    """

    id: str
    title: str
    description: str
    content: Markup
    links: tuple[tuple[str, Link], ...]


def name_card(subject: Quotation | Claim | Topic, corpus: Corpus) -> str:
    """Return the `id` of the card of `subject`."""
    match subject:
        case Quotation():
            name = f"passage {subject.passage.key}"
        case Claim():
            name = f"claim {subject.key}"
        case topic:
            name = f"topic {topic.id}"
    return f"{corpus.revision[:12]}-{hashlib.sha256(name.encode()).hexdigest()[:16]}"


def make_quotation_card(quotation: Quotation, corpus: Corpus, *, is_sure: bool) -> Card:
    """Return the card of a quotation, marked where it may not be what was asked for."""
    citation = quotation.article.citation
    headline = shorten(citation.title, _TITLE_UNITS) or chat_texts.UNTITLED
    description = texts.describe_quotation(citation, quotation.sentence, is_sure=is_sure)
    return Card(
        id=name_card(quotation, corpus),
        title=headline if is_sure else texts.entitle(texts.MAYBE, headline),
        description=_shorten_lines(description),
        content=render_quotation(quotation, None, corpus.taxonomy.kinds),
        links=((texts.READ_ON, OpenArticle(quotation.article.key)),),
    )


def make_claim_card(claim: Claim, corpus: Corpus) -> Card:
    """Return the card of a claim; its body is folded, and left out where it is too long."""
    head = Block(render_claim_head(claim))
    body = quote(render_claim_body(claim, corpus), expandable=True)
    last = Block(italic(chat_texts.CARD_IS_NO_VERDICT))
    return Card(
        id=name_card(claim, corpus),
        title=texts.entitle(texts.ABOUT_CLAIM, shorten(claim.claim, _TITLE_UNITS)),
        description=_shorten_lines(texts.describe_claim(claim)),
        content=assemble(fit([head, Block(body, 1, head, "\n"), last])),
        links=((texts.OPEN_CLAIM, OpenClaim(shorten_key(claim.key))),),
    )


def make_topic_card(topic: Topic, corpus: Corpus) -> Card:
    """Return the card of a topic: what it is about, its size, and articles that matter."""
    described = describe_topic(corpus, topic)
    size = browsing.describe_topic_size(described.articles, len(described.claims))
    cited = described.most_cited[:_TOPIC_ARTICLES]
    head = lines(
        bold(shorten(topic.name, _TITLE_UNITS) or chat_texts.UNTITLED),
        text(shorten(topic.description, _DESCRIPTION_UNITS)),
        text(f"{size}."),
    )
    sources = [Block(render_source(article, corpus.taxonomy.kinds), 1) for article in cited]
    return Card(
        id=name_card(topic, corpus),
        title=texts.entitle(texts.ABOUT_TOPIC, shorten(topic.name, _TITLE_UNITS)),
        description=_shorten_lines(f"{size}\n{topic.description}"),
        content=assemble(fit([Block(head), *sources])),
        links=((texts.OPEN_TOPIC, OpenTopic(shorten_key(topic.id))),),
    )


def make_subject_card(subject: Claim | Topic, corpus: Corpus) -> Card:
    """Return the card of a claim or of a topic."""
    if isinstance(subject, Claim):
        return make_claim_card(subject, corpus)
    return make_topic_card(subject, corpus)


def _shorten_lines(description: str) -> str:
    first, _, rest = description.partition("\n")
    shown = (shorten(first, _TITLE_UNITS), shorten(rest, _DESCRIPTION_UNITS))
    return "\n".join(filter(None, shown))
