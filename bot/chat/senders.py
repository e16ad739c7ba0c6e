"""Who speaks in a group: people, channels, and administrators who speak as the group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram.error import BadRequest

if TYPE_CHECKING:
    from telegram import Bot, Message


@dataclass(frozen=True, slots=True)
class Sender:
    """An account or a channel by its id; anonymous administrators have that of their group."""

    id: int
    is_group: bool = False


def find_sender(message: Message) -> Sender | None:
    """Return who sent a message to a group, or None for posts of a linked channel and for bots."""
    if message.is_automatic_forward:
        return None
    if message.sender_chat:
        # `from` is then a stand-in for old clients: https://core.telegram.org/bots/api#message
        chat = message.sender_chat.id
        return Sender(chat, is_group=chat == message.chat.id)
    user = message.from_user
    return Sender(user.id) if user and not user.is_bot else None


async def is_admin(bot: Bot, chat: int, sender: Sender) -> bool:
    """Tell whether the sender administers a group, asking Telegram each time."""
    if sender.is_group:
        return True
    try:
        # Unlike single members, administrators are told to bots that are none themselves.
        admins = await bot.get_chat_administrators(chat)
    except BadRequest:
        return False
    return any(admin.user.id == sender.id for admin in admins)
