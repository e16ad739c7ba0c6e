"""Privacy: what is kept, why, and how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from bot.chat.incoming import PRIVATE
from bot.chat.markup import bold, join, lines, text
from bot.chat.reply import Reply
from bot.chat.sending import find_place, send_reply
from bot.texts.spoken import privacy as texts

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.host import App, Context, Host


def register(application: App, _host: Host) -> None:
    """Add /privasi and /privacy."""
    application.add_handler(CommandHandler(("privasi", "privacy"), _tell, filters=PRIVATE))


async def _tell(update: Update, context: Context) -> None:
    if update.message is None:
        return
    kept = [text(f"• {entry}") for entry in texts.KEPT.values()]
    content = join(
        "\n\n",
        bold(texts.TITLE),
        lines(text(texts.KEPT_TITLE), *kept),
        text(texts.NOT_KEPT),
        text(texts.TELEGRAM),
        text(texts.HOW_TO_DELETE),
    )
    await send_reply(context.bot, find_place(update.message), Reply(content))
