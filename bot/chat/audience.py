"""Moderators as those who are told of something without having asked."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot.chat.sending import send_notice
from bot.texts.serve import describe_undelivered

if TYPE_CHECKING:
    from collections.abc import Collection

    from telegram.ext import ExtBot

    from bot.chat.reply import Reply
    from bot.chat.transport.urgency import Urgency
    from bot.desk import Desk

_LOG = logging.getLogger(__name__)


class Audience:
    """All moderators who can be reached, with the store or without it."""

    def __init__(self, desk: Desk, moderators: Collection[int]) -> None:
        """Ask `desk` who moderates; while it can't tell, go by `moderators`.

        Those are ids of the settings: of Telegram accounts, which are those of private chats.
        """
        self._desk = desk
        self._moderators = moderators

    async def tell(self, bot: ExtBot[Urgency], reply: Reply) -> None:
        """Send `reply` to everybody; never fails because of one of them."""
        for chat in await self._list_chats():
            try:
                await send_notice(bot, chat, reply)
            except TelegramError as error:
                _LOG.warning(describe_undelivered(error.message))

    async def _list_chats(self) -> list[int]:
        try:
            people = await self._desk.rights.list_people()
        except Exception:  # noqa: BLE001 - the moderators of the settings are known without the store
            return sorted(self._moderators)
        return [person.address for person in people]
