"""Edited questions: the answer changes with them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import MessageHandler, filters

from bot.chat.incoming import PRIVATE_EDIT
from bot.chat.reading import recall_question
from bot.chat.receipts import keep_receipts
from bot.chat.responding import read_message, respond
from bot.chat.sending import edit_reply

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.host import App, Context, Host

_WORDS = (filters.TEXT & ~filters.COMMAND) | filters.CAPTION


def register(application: App, host: Host) -> None:
    """Follow edits of messages that were answered in the last two days; leave others alone."""
    application.add_handler(MessageHandler(PRIVATE_EDIT & _WORDS, partial(_follow, host)))


async def _follow(host: Host, update: Update, context: Context) -> None:
    message = update.edited_message
    if message is None:
        return
    chat, answers = message.chat.id, host.memory.answers
    sent = await answers.find(chat, message.message_id)
    if sent is None:
        return
    former = await recall_question(host, sent)
    page = await read_message(host, message, former.previous if former else None)
    if page.reply.digest == sent.digest:
        return
    if await edit_reply(context.bot, chat, sent.message, page.reply):
        await answers.record(chat, message.message_id, page.as_sent(sent.message))
        await keep_receipts(host, chat, page.articles)
    else:
        await respond(context.bot, host, message, page)
