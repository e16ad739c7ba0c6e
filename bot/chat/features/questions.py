"""Questions: any text or caption in a private chat."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import MessageHandler, filters

from bot.chat.incoming import PRIVATE
from bot.chat.reading import find_previous
from bot.chat.responding import is_answered, read_message, respond

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.host import App, Context, Host

_WORDS = (filters.TEXT & ~filters.COMMAND) | filters.CAPTION


def register(application: App, host: Host) -> None:
    """Answer what people write, forward, or put under a picture."""
    application.add_handler(MessageHandler(PRIVATE & _WORDS, partial(_answer, host)))


async def _answer(host: Host, update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    is_old, previous = await asyncio.gather(
        is_answered(host, message), find_previous(host, message)
    )
    if is_old:
        return
    # What was chosen from our own inline results is an answer already.
    if message.via_bot and message.via_bot.id == context.bot.id:
        return
    page = await read_message(host, message, previous)
    await respond(context.bot, host, message, page)
