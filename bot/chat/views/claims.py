"""A list of claims by topic, a page at a time; each opens its card."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bot.answers.topics import list_claims
from bot.chat.callbacks import ListClaims, shorten_key
from bot.chat.layout import Block, assemble, fit
from bot.chat.markup import bold, lines, text
from bot.chat.reply import Reply, Row, arrange, make_button
from bot.chat.views.claim import make_claim_button
from bot.chat.views.topic import render_claim_line
from bot.texts.spoken import browsing as texts
from bot.texts.spoken import chat as chat_texts

if TYPE_CHECKING:
    from bot.answers.topics import NumberedClaim
    from bot.articles.values import Corpus, Topic

CLAIMS = 10
"""Claims on a page."""

_COLUMNS = 5

_Listed = tuple["Topic", "NumberedClaim"]


def render_claims(
    corpus: Corpus, topic: Topic | None = None, start: int = 0, notice: str = ""
) -> Reply | None:
    """Return a page of the claims, all or those of one topic; None when it has none.

    Args:
        corpus: what they are listed from.
        topic: the topic that they belong to, if not all.
        start: the number of the first claim on the page, from 0.
        notice: the title, where it is not just the list.
    """
    groups = list_claims(corpus, topic)
    listed = [(group.topic, claim) for group in groups for claim in group.claims]
    page = listed[start : start + CLAIMS]
    if not page:
        return None
    head = lines(bold(notice or texts.CLAIMS_TITLE), text(texts.CLAIMS_ARE_NO_VERDICT))
    count = texts.describe_claims(start + 1, start + len(page), len(listed))
    last = Block(lines(text(count), text(chat_texts.CLAIM_HINT)))
    buttons = [make_claim_button(each.claim, str(each.number)) for _, each in page]
    rows = (*arrange(buttons, _COLUMNS), _turn(topic, start, len(listed)))
    return Reply(
        assemble(fit([Block(head), *_lay_out(page), last])), tuple(row for row in rows if row)
    )


def _lay_out(page: list[_Listed]) -> list[Block]:
    blocks: list[Block] = []
    for topic, listed in groupby(page, key=lambda each: each[0]):
        heading = Block(bold(topic.name), rank=1)
        lined = [Block(render_claim_line(claim), 1, heading, "\n") for _, claim in listed]
        blocks += [heading, *lined]
    return blocks


def _turn(topic: Topic | None, start: int, total: int) -> Row:
    key = shorten_key(topic.id) if topic else ""
    former = ListClaims(max(0, start - CLAIMS), key)
    following = ListClaims(start + CLAIMS, key)
    row = (
        make_button(chat_texts.PREVIOUS, former) if start else None,
        make_button(chat_texts.NEXT, following) if start + CLAIMS < total else None,
    )
    return tuple(button for button in row if button)
