"""The sources of one answer, with buttons that copy their addresses and report them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from bot.chat.callbacks import ListSources
from bot.chat.incoming import PRIVATE
from bot.chat.markup import text
from bot.chat.pressing import Press, make_press_handler
from bot.chat.reply import Reply
from bot.chat.sending import find_place, send_reply
from bot.chat.shown import find_shown, find_shown_for
from bot.chat.views.follow_up import render_answer_sources
from bot.texts.spoken import chat as chat_texts
from bot.texts.spoken import follow_up as texts

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.host import App, Context, Host


def register(application: App, host: Host) -> None:
    """Add the button and its typed equivalent."""
    application.add_handler(make_press_handler(host, ListSources, _list))
    command = partial(_list_typed, host)
    application.add_handler(CommandHandler("sumberjawaban", command, filters=PRIVATE))


async def _list(host: Host, press: Press[ListSources]) -> str:
    action = press.action
    shown = await find_shown(host, action.token, action.start, action.shown)
    if shown is None:
        return chat_texts.BUTTON_EXPIRED
    reply = render_answer_sources(shown.numbered, shown.corpus.taxonomy.kinds)
    await send_reply(press.bot, press.place, reply)
    return ""


async def _list_typed(host: Host, update: Update, context: Context) -> None:
    if update.message is None:
        return
    shown = await find_shown_for(host, update.message)
    if shown:
        reply = render_answer_sources(shown.numbered, shown.corpus.taxonomy.kinds)
    else:
        reply = Reply(text(texts.NO_ANSWER_YET))
    await send_reply(context.bot, find_place(update.message), reply)
