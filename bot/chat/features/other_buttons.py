"""Buttons that are older than the bot, or forged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import CallbackQueryHandler

from bot.texts.spoken import chat as texts

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.host import App, Context, Host


def register(application: App, _host: Host) -> None:
    """Answer every press that no other feature knows; register this one last."""
    application.add_handler(CallbackQueryHandler(_refuse))


async def _refuse(update: Update, _context: Context) -> None:
    if update.callback_query:
        await update.callback_query.answer(texts.BUTTON_UNKNOWN)
