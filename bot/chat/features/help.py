"""Help: how to ask, and the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from bot.chat.incoming import PRIVATE
from bot.chat.markup import bold, join, lines, text
from bot.chat.reply import Reply
from bot.chat.sending import find_place, send_reply
from bot.texts.spoken import chat as texts
from bot.texts.spoken import follow_up

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.host import App, Context, Host


def register(application: App, _host: Host) -> None:
    """Add /bantuan and /help."""
    application.add_handler(CommandHandler(("bantuan", "help"), _help, filters=PRIVATE))


async def _help(update: Update, context: Context) -> None:
    if update.message:
        await send_reply(context.bot, find_place(update.message), _make_help())


def _make_help() -> Reply:
    tips = [text(f"• {tip}") for tip in texts.HELP_TIPS]
    commands = [text(f"/{name}: {told}") for name, told in texts.COMMANDS.items()]
    buttons = [text(f"/{name}: {told}") for name, told in follow_up.BUTTON_COMMANDS.items()]
    return Reply(
        join(
            "\n\n",
            lines(bold(texts.HELP_TITLE), *tips),
            lines(bold(texts.COMMANDS_TITLE), *commands),
            lines(bold(follow_up.BUTTON_COMMANDS_TITLE), *buttons),
        )
    )
