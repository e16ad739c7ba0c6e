"""An answer for a chat in which others talk: a quotation or two, or one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.values import Status
from bot.chat.layout import Block, assemble, fit
from bot.chat.markup import Markup, italic, text
from bot.chat.views.alternatives import render_alternatives
from bot.chat.views.claim import render_claim_head
from bot.chat.views.quotation import render_quotation
from bot.texts.spoken import answers as wording

if TYPE_CHECKING:
    from bot.answers.values import Answer
    from bot.articles.values import Corpus

QUOTATIONS = 2
"""How many quotations are shown at most."""


def render_compact(answer: Answer, corpus: Corpus) -> Markup:
    """Return the head of the claim card, up to two quotations and a choice, or say a miss.

    Args:
        answer: one that looked for an answer: found, near or not found.
        corpus: what it was made from.
    """
    if not answer.quotations:
        return text(wording.NOT_FOUND)
    near = wording.NEAR if answer.status is Status.NEAR else ""
    head = render_claim_head(answer.claim) if answer.claim else Markup()
    shown = answer.quotations[:QUOTATIONS]
    quoted = [render_quotation(quotation, None, corpus.taxonomy.kinds) for quotation in shown]
    return assemble(
        fit(
            [
                Block(italic(near)),
                Block(head, 1),
                Block(quoted[0]),
                *(Block(q, 2) for q in quoted[1:]),
                Block(render_alternatives(answer), 3),
            ]
        )
    )
