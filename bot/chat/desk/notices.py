"""What goes on at the desk by itself: half-made changes are settled, old drafts announced."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot.chat.markup import text
from bot.chat.registration import register_moderators
from bot.chat.reply import Reply
from bot.chat.sending import send_notice
from bot.chat.views.desk_draft_parts import render_ending
from bot.texts.serve import CANNOT_TEND_DESK, describe_undelivered

if TYPE_CHECKING:
    from telegram.ext import ExtBot

    from bot.chat.host import Host
    from bot.chat.transport.urgency import Urgency

_LOG = logging.getLogger(__name__)

_EVERY_SECONDS = 3600.0


async def tend_desk(bot: ExtBot[Urgency], host: Host) -> None:
    """Show moderators their commands and what a crash left behind, then go on until cancelled."""
    try:
        await register_moderators(bot, await _list_chats(host))
        await settle(bot, host)
    except Exception as error:  # noqa: BLE001 - citizens are answered all the same
        host.alarm.report(bot, error, CANNOT_TEND_DESK)
    while True:
        try:
            await tell_ending(bot, host)
        except Exception as error:  # noqa: BLE001 - the same
            host.alarm.report(bot, error, CANNOT_TEND_DESK)
        await asyncio.sleep(_EVERY_SECONDS)


async def tell_ending(bot: ExtBot[Urgency], host: Host) -> None:
    """Tell owners of drafts that these will be deleted, once for each time that nears its end."""
    for ending in await host.desk.tray.take_ending():
        if ending.owner is None:
            continue
        try:
            await send_notice(bot, ending.owner, render_ending(ending.draft))
        except TelegramError as error:
            _LOG.warning(describe_undelivered(error.message))


async def settle(bot: ExtBot[Urgency], host: Host) -> None:
    """Settle what a crash or an outage left half made, and tell moderators of what cannot be."""
    recovery = await host.desk.changes.recover()
    for conflict in recovery.conflicts:
        await host.audience.tell(bot, Reply(text(conflict)))


async def _list_chats(host: Host) -> list[int]:
    return [person.address for person in await host.desk.rights.list_people()]
