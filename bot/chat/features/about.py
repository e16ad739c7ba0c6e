"""About: what the bot is and what it does not do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from bot.chat.incoming import PRIVATE
from bot.chat.markup import bold, join, text
from bot.chat.reply import Reply
from bot.chat.sending import find_place, send_reply
from bot.chat.views.sources import describe_size
from bot.texts.spoken import chat as texts

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.host import App, Context, Host


def register(application: App, host: Host) -> None:
    """Add /tentang."""
    application.add_handler(CommandHandler("tentang", partial(_tell, host), filters=PRIVATE))


async def _tell(host: Host, update: Update, context: Context) -> None:
    if update.message is None:
        return
    size = describe_size(host.answerer.corpus)
    content = join("\n\n", bold(texts.ABOUT_TITLE), *map(text, texts.ABOUT), text(size))
    await send_reply(context.bot, find_place(update.message), Reply(content))
