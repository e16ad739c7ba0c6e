"""Private chats that send too much: one polite notice, then silence for a while."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram import Update
from telegram.ext import ApplicationHandlerStop, TypeHandler

from bot.chat import flood
from bot.chat.sending import find_place
from bot.texts.spoken import groups as texts

if TYPE_CHECKING:
    from bot.chat.host import App, Context, Host

_BEFORE_OTHERS = -2


def register(application: App, host: Host) -> None:
    """Look at every message and press of a private chat before any other feature does."""
    handler = TypeHandler(Update, partial(_watch, host))
    application.add_handler(handler, group=_BEFORE_OTHERS)


async def _watch(host: Host, update: Update, context: Context) -> None:
    message, query = update.message or update.edited_message, update.callback_query
    spender = _find_spender(update)
    if spender is None:
        return
    spending = await flood.spend_in_private(host, spender)
    if spending is flood.Spending.WITHIN:
        return
    if query:
        await query.answer(texts.SLOW_DOWN)
    elif message and spending is flood.Spending.NOTICE:
        await flood.ask_to_slow_down(context.bot, find_place(message))
    raise ApplicationHandlerStop


def _find_spender(update: Update) -> int | None:
    """Return who wrote in their private chat, or pressed a button anywhere."""
    if update.callback_query:
        return update.callback_query.from_user.id
    message = update.message or update.edited_message
    return message.chat.id if message and message.chat.type == message.chat.PRIVATE else None
