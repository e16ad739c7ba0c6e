"""Removal: who asked in a group, or an administrator, has the bot's answer deleted with /hapus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram.error import BadRequest
from telegram.ext import CommandHandler

from bot.chat.addressing import find_replied, replies_to_bot
from bot.chat.group_talk import GroupTalk
from bot.chat.incoming import GROUP
from bot.chat.senders import find_sender, is_admin
from bot.texts.spoken import groups as texts

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.host import App, Context, Host


def register(application: App, host: Host) -> None:
    """Add /hapus, as a reply to the answer that is to go."""
    application.add_handler(CommandHandler("hapus", partial(_remove, host), filters=GROUP))


async def _remove(host: Host, update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    talk, replied = GroupTalk(host, context.bot, message), find_replied(message)
    if replied is None or not replies_to_bot(message, context.bot):
        await _say(talk, texts.HOW_TO_REMOVE)
    elif not await _may_remove(talk, replied.message_id):
        await _say(talk, texts.NOT_YOURS)
    else:
        await _delete(talk, replied.message_id)


async def _may_remove(talk: GroupTalk, answer: int) -> bool:
    sender, chat = find_sender(talk.message), talk.message.chat.id
    if sender is None:
        return False
    if await talk.host.memory.askers.has_asked(chat, answer, sender.id):
        return True
    return await is_admin(talk.bot, chat, sender)


async def _delete(talk: GroupTalk, answer: int) -> None:
    try:
        await talk.bot.delete_message(talk.message.chat.id, answer)
    except BadRequest as error:
        # It is gone already: /hapus was said twice.
        if "not found" not in error.message.lower():
            await _say(talk, texts.TOO_OLD_TO_REMOVE)


async def _say(talk: GroupTalk, line: str) -> None:
    if await talk.is_welcome():
        await talk.say(line)
