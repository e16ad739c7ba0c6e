"""The language of buttons and fixed texts: that of the person's Telegram, in private chats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import Update
from telegram.ext import TypeHandler

from bot.texts.spoken import choose_language, speak

if TYPE_CHECKING:
    from bot.chat.host import App, Context, Host

_BEFORE_OTHERS = -3


def register(application: App, _host: Host) -> None:
    """Choose the language before any other feature looks at an update.

    Groups and inline results are read by many, and stay Indonesian.
    """
    application.add_handler(TypeHandler(Update, _choose), group=_BEFORE_OTHERS)


async def _choose(update: Update, _context: Context) -> None:
    user, chat = update.effective_user, update.effective_chat
    if user and chat and chat.type == chat.PRIVATE:
        speak(choose_language(user.language_code))
