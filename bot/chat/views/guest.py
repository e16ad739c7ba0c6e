"""The answer to a guest, as the one message that may be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.callbacks import OpenClaim, shorten_key
from bot.chat.deep_links import AskHere, Link, link_question
from bot.chat.markup import shorten, text
from bot.chat.views.card import Card
from bot.chat.views.compact import render_compact
from bot.texts import inline as texts

if TYPE_CHECKING:
    from bot.answers.values import Answer
    from bot.articles.values import Corpus

_ID = "guest"
_DESCRIPTION_UNITS = 160


def make_answer_card(answer: Answer, corpus: Corpus) -> Card:
    """Return the compact answer, with the way to go on in private."""
    links: list[tuple[str, Link]] = [(texts.ASK_ON, link_question(answer.question))]
    if answer.claim:
        links.insert(0, (texts.OPEN_CLAIM, OpenClaim(shorten_key(answer.claim.key))))
    description = shorten(answer.question, _DESCRIPTION_UNITS)
    return Card(_ID, texts.BOT_NAME, description, render_compact(answer, corpus), tuple(links))


def make_hint_card() -> Card:
    """Return the line that says how to ask, for a mention that asks nothing."""
    content, hint = text(texts.NOTHING_TO_CHECK), texts.NOTHING_TO_CHECK
    return Card(_ID, texts.BOT_NAME, hint, content, ((texts.ASK_ON, AskHere()),))
