"""Sharing an answer: its button opens inline mode in a chat of choice, /bagikan offers the same."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from bot.chat.callbacks import AskAgain
from bot.chat.deep_links import make_address
from bot.chat.incoming import PRIVATE
from bot.chat.markup import bold, lines, text
from bot.chat.reply import Reply, stack
from bot.chat.sending import find_place, send_reply
from bot.chat.shown import find_shown_for
from bot.chat.views.follow_up import make_share_button
from bot.texts.spoken import follow_up as texts

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.host import App, Context, Host
    from bot.chat.shown import Shown


def register(application: App, host: Host) -> None:
    """Add the typed equivalent; the button itself asks nothing of the bot."""
    command = partial(_share, host)
    application.add_handler(CommandHandler("bagikan", command, filters=PRIVATE))


async def _share(host: Host, update: Update, context: Context) -> None:
    if update.message is None:
        return
    shown = await find_shown_for(host, update.message)
    reply = _offer(shown, context.bot.username) if shown else Reply(text(texts.NO_ANSWER_YET))
    await send_reply(context.bot, find_place(update.message), reply)


def _offer(shown: Shown, username: str) -> Reply:
    address = make_address(username, AskAgain(shown.token)) or ""
    content = lines(
        text(texts.SHARE_HINT),
        bold(f"@{username} {shown.share}"),
        text(texts.SHARE_LINK_HINT),
        text(address),
    )
    return Reply(content, stack([make_share_button(shown.share)]))
