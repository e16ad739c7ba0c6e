"""Guests: a mention in a group that the bot is no member of is answered once.

The bot sees the mention and the message that it replies to, and nothing else of that group:
https://core.telegram.org/bots/api#answerguestquery
"""

from __future__ import annotations

import asyncio
import re
from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import MessageHandler, filters

from bot.answers.values import Status
from bot.chat.incoming import TextKind, classify
from bot.chat.inline.results import make_result
from bot.chat.views.compact import QUOTATIONS
from bot.chat.views.guest import make_answer_card, make_hint_card
from bot.desk.figures import Channel
from bot.texts.spoken import Language, speaking

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.chat.host import App, Context, Host
    from bot.chat.views.card import Card


def register(application: App, host: Host) -> None:
    """Answer guest messages; nothing of them is kept."""
    handler = MessageHandler(filters.UpdateType.GUEST_MESSAGE, partial(_answer, host))
    application.add_handler(handler)


async def _answer(host: Host, update: Update, context: Context) -> None:
    message, bot = update.guest_message, context.bot
    if message is None or message.guest_query_id is None:
        return
    # In Indonesian, even in a chat of two: others read it, too.
    with speaking(Language.INDONESIAN):
        card = await _make_card(host, _find_asked(message, bot.username))
    await bot.answer_guest_query(message.guest_query_id, make_result(card, bot.username))


def _find_asked(message: Message, username: str) -> str:
    """Return what is to be checked: the first of these that has words.

    The part of another message that is quoted, the message replied to, or what stands beside the
    mention itself.
    """
    quoted, replied = message.quote, message.reply_to_message
    mention = re.compile(rf"@{re.escape(username)}\b", re.IGNORECASE)
    candidates = (
        quoted.text if quoted else "",
        (replied.text or replied.caption or "") if replied else "",
        mention.sub(" ", message.text or message.caption or "").strip(),
    )
    worded = (each for each in candidates if classify(each) in {TextKind.QUESTION, TextKind.LINK})
    return next(worded, "")


async def _make_card(host: Host, asked: str) -> Card:
    answerer = host.answerer
    # In a thread, so that a long message doesn't keep everybody else waiting.
    answer = await asyncio.to_thread(answerer.answer, asked, limit=QUOTATIONS)
    if answer.status in {Status.EMPTY, Status.SMALL_TALK}:
        return make_hint_card()
    host.tally.count_answer(answer, Channel.GUEST)
    return make_answer_card(answer, answerer.corpus)
