"""Sources: which outlets are quoted, how many articles, how new."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from bot.chat.incoming import PRIVATE
from bot.chat.sending import find_place, send_reply
from bot.chat.views.sources import render_sources

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.host import App, Context, Host


def register(application: App, host: Host) -> None:
    """Add /sumber."""
    application.add_handler(CommandHandler("sumber", partial(_list, host), filters=PRIVATE))


async def _list(host: Host, update: Update, context: Context) -> None:
    if update.message:
        reply = render_sources(host.answerer.corpus)
        await send_reply(context.bot, find_place(update.message), reply)
