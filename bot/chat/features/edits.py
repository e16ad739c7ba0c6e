"""Edited questions: the answer changes with them."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import MessageHandler, filters

from bot.chat.incoming import PRIVATE_EDIT
from bot.chat.reading import recall_question
from bot.chat.receipts import keep_answer
from bot.chat.responding import read_message, respond
from bot.chat.sending import edit_reply

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.chat.host import App, Context, Host
    from bot.store import SentAnswer

_NEW = timedelta(minutes=1)
_PAUSES = (0.2, 0.4, 0.8, 1.6, 3.2)

_WORDS = (filters.TEXT & ~filters.COMMAND) | filters.CAPTION


def register(application: App, host: Host) -> None:
    """Follow edits of messages that were answered in the last two days; leave others alone."""
    application.add_handler(MessageHandler(PRIVATE_EDIT & _WORDS, partial(_follow, host)))


async def _follow(host: Host, update: Update, context: Context) -> None:
    message = update.edited_message
    if message is None:
        return
    chat = message.chat.id
    sent = await _find_answer(host, message)
    if sent is None:
        return
    former = await recall_question(host, sent)
    page = await read_message(host, message, former.previous if former else None)
    if page.reply.digest == sent.digest:
        return
    if await edit_reply(context.bot, chat, sent.message, page.reply):
        await keep_answer(host, chat, (message.message_id,), page, sent.message)
    else:
        await respond(context.bot, host, message, page)


async def _find_answer(host: Host, message: Message) -> SentAnswer | None:
    """Return the answer to a message, which another replica may still be about to send."""
    chat, number = message.chat.id, message.message_id
    sent = await host.memory.answers.find(chat, number)
    is_new = message.edit_date is not None and message.edit_date - message.date < _NEW
    for pause in _PAUSES if is_new else ():
        if sent:
            break
        await asyncio.sleep(pause)
        sent = await host.memory.answers.find(chat, number)
    return sent
