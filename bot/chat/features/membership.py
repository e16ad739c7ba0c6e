"""Where the bot is: it leaves groups that mute it, and follows those that are upgraded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram import ChatMemberRestricted
from telegram.ext import ChatMemberHandler, MessageHandler, filters

from bot.chat.incoming import GROUP
from bot.chat.leaving import leave

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.host import App, Context, Host


def register(application: App, host: Host) -> None:
    """Watch the bot's own membership, and groups that become supergroups."""
    application.add_handler(ChatMemberHandler(_watch, ChatMemberHandler.MY_CHAT_MEMBER))
    upgraded = GROUP & filters.StatusUpdate.MIGRATE
    application.add_handler(MessageHandler(upgraded, partial(_follow, host)))


async def _watch(update: Update, context: Context) -> None:
    change = update.my_chat_member
    now = change.new_chat_member if change else None
    if change and isinstance(now, ChatMemberRestricted) and not now.can_send_messages:
        await leave(context.bot, change.chat)


async def _follow(host: Host, update: Update, _context: Context) -> None:
    message = update.message
    if message is None:
        return
    old, new = message.chat.id, message.migrate_to_chat_id
    if message.migrate_from_chat_id:
        old, new = message.migrate_from_chat_id, message.chat.id
    if new:
        await host.memory.groups.move(old, new)
