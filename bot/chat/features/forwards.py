"""Forwarded messages: those that arrive within a second are one case, answered once."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from telegram.ext import MessageHandler, filters

from bot.chat.desk.intake import read_source
from bot.chat.desk.offers import offer_intake
from bot.chat.incoming import PRIVATE
from bot.chat.reading import find_words
from bot.chat.responding import is_answered, read_text, respond

if TYPE_CHECKING:
    from telegram import Bot, Message, Update

    from bot.chat.host import App, Context, Host

Cases: TypeAlias = "dict[int, list[Message]]"
"""Forwarded messages that wait for their second to pass, by chat."""

_TOGETHER_SECONDS = 1.0
_WORDS = (filters.TEXT & ~filters.COMMAND) | filters.CAPTION


def register(application: App, host: Host) -> None:
    """Collect forwarded texts and captions; register this before other questions."""
    cases: Cases = {}
    collect = partial(_collect, host, cases)
    application.add_handler(MessageHandler(PRIVATE & filters.FORWARDED & _WORDS, collect))


async def _collect(host: Host, cases: Cases, update: Update, context: Context) -> None:
    message = update.message
    if message is None or await is_answered(host, message):
        return
    case = cases.setdefault(message.chat.id, [])
    case.append(message)
    if len(case) == 1:
        answering = _answer_later(context.bot, host, cases, message.chat.id)
        context.application.create_task(answering, update)


async def _answer_later(bot: Bot, host: Host, cases: Cases, chat: int) -> None:
    await asyncio.sleep(_TOGETHER_SECONDS)
    messages = cases.pop(chat)
    words = "\n".join(dict.fromkeys(map(find_words, messages)))
    page = await read_text(host, words, None, forwards=len(messages))
    page = await offer_intake(host, chat, "\n".join(map(read_source, messages)), page)
    number = await respond(bot, host, messages[0], page)
    for message in messages[1:]:
        await host.memory.answers.record(chat, message.message_id, page.as_sent(number))
