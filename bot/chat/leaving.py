"""Groups where the bot may not write: it leaves them, since it could only listen."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.texts.serve import LEFT_GROUP

if TYPE_CHECKING:
    from telegram import Bot, Chat

_LOG = logging.getLogger(__name__)

_MUTED = ("not enough rights to send", "have no rights to send", "chat_write_forbidden")
_GROUPS = {ChatType.GROUP, ChatType.SUPERGROUP}


def is_muted(error: Exception | None) -> bool:
    """Tell whether Telegram refused a message because the bot may not write in the chat."""
    if not isinstance(error, BadRequest | Forbidden):
        return False
    return any(reason in error.message.lower() for reason in _MUTED)


async def leave(bot: Bot, chat: Chat) -> None:
    """Leave a group, if it is one and the bot is still in it."""
    if chat.type in _GROUPS:
        with suppress(TelegramError):
            await bot.leave_chat(chat.id)
            _LOG.info(LEFT_GROUP)
