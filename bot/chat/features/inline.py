"""Inline mode: `@bot some words` in any chat offers quotations, claims and topics to send there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram import InlineQueryResultsButton
from telegram.ext import ChosenInlineResultHandler, InlineQueryHandler

from bot.answers.values import Status
from bot.chat.deep_links import encode
from bot.chat.inline.pages import InlinePages
from bot.chat.inline.results import make_result
from bot.desk.figures import Channel

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.host import App, Context, Host
    from bot.chat.inline.pages import Invitation


def register(application: App, host: Host) -> None:
    """Answer inline queries, and count which claims and topics are sent where Telegram tells."""
    pages = InlinePages()
    application.add_handler(InlineQueryHandler(partial(_answer, host, pages)))
    application.add_handler(ChosenInlineResultHandler(partial(_count, host, pages)))


async def _answer(host: Host, pages: InlinePages, update: Update, context: Context) -> None:
    query = update.inline_query
    if query is None:
        return
    # Not in a thread: so short a text takes less time than the wait for a thread behind long ones.
    page = pages.turn(host.answerer, query.query, query.offset)
    if query.query.strip() and not query.offset:
        result = Status.FOUND if page.cards else Status.NOT_FOUND
        host.metrics.count_answer(result, Channel.INLINE)
    await query.answer(
        [make_result(card, context.bot.username) for card in page.cards],
        cache_time=page.cache_seconds,
        is_personal=False,
        next_offset=page.next_offset,
        button=_make_button(page.invitation),
    )


def _make_button(invitation: Invitation | None) -> InlineQueryResultsButton | None:
    if invitation is None:
        return None
    return InlineQueryResultsButton(invitation.label, start_parameter=encode(invitation.link))


async def _count(host: Host, pages: InlinePages, update: Update, _context: Context) -> None:
    if update.chosen_inline_result:
        pages.count_choice(host.answerer.corpus, update.chosen_inline_result.result_id)
        host.tally.count_choice(Channel.INLINE)
