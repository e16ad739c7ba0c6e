"""Further quotations: the buttons under an answer turn its pages, /lagi sends the next one."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from bot.chat.asking import Wrapping, open_page
from bot.chat.callbacks import TurnPage
from bot.chat.incoming import PRIVATE
from bot.chat.pressing import Press, make_press_handler
from bot.chat.reading import recall_question
from bot.chat.receipts import keep_receipts
from bot.chat.responding import is_answered, make_remark, respond
from bot.chat.sending import edit_reply
from bot.texts.spoken import answers as wording
from bot.texts.spoken import chat as texts

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.chat.host import App, Context, Host
    from bot.chat.pages import Page


def register(application: App, host: Host) -> None:
    """Add the buttons and their typed equivalent."""
    application.add_handler(make_press_handler(host, TurnPage, _turn))
    application.add_handler(CommandHandler("lagi", partial(_continue, host), filters=PRIVATE))


async def _turn(host: Host, press: Press[TurnPage]) -> str:
    chat, message, action = press.place.chat, press.place.message, press.action
    shown, asked = await asyncio.gather(
        host.memory.answers.find_sent(chat, message), host.memory.questions.recall(action.token)
    )
    if shown and (shown.token, shown.start) == (action.token, action.start):
        return ""
    if asked is None:
        return texts.BUTTON_EXPIRED
    page = await open_page(host, asked, start=action.start)
    if not page.shown:
        return wording.NO_MORE
    if not await edit_reply(press.bot, chat, message, page.reply):
        return texts.BUTTON_EXPIRED
    await asyncio.gather(
        host.memory.answers.replace(chat, page.as_sent(message)),
        keep_receipts(host, chat, page.articles),
    )
    return ""


async def _continue(host: Host, update: Update, context: Context) -> None:
    message = update.message
    if message is None or await is_answered(host, message):
        return
    await respond(context.bot, host, message, await _open_next(host, message))


async def _open_next(host: Host, message: Message) -> Page:
    latest = await host.memory.answers.find_latest(message.chat.id)
    asked = await recall_question(host, latest)
    if latest is None or asked is None:
        return make_remark(texts.NOTHING_TO_CONTINUE)
    start = latest.start + latest.shown
    page = await open_page(host, asked, start=start, wrapping=Wrapping(quotes_question=True))
    return page if page.shown else make_remark(wording.NO_MORE)
