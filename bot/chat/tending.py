"""What goes on beside the conversation: counts are written, repeated errors are told."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.chat.desk.notices import settle
from bot.texts.serve import CANNOT_COUNT, CANNOT_TEND_DESK

if TYPE_CHECKING:
    from telegram.ext import ExtBot

    from bot.chat.host import Host
    from bot.chat.transport.urgency import Urgency

_LOG = logging.getLogger(__name__)

_EVERY_SECONDS = 5.0


async def tend(bot: ExtBot[Urgency], host: Host) -> None:
    """Go on until cancelled; then nothing is told any more."""
    was_failing, ended = False, host.memory.outage.ended
    try:
        while True:
            await asyncio.sleep(_EVERY_SECONDS)
            is_failing = host.memory.outage.is_on
            if is_failing and not was_failing:
                host.alarm.note_outage(bot, host)
            was_failing = is_failing
            if host.memory.outage.ended > ended:
                ended = host.memory.outage.ended
                await _settle(bot, host)
            if not is_failing:
                await write_counts(host)
                host.alarm.note_repeats(bot, host)
    finally:
        await host.alarm.stop()


async def _settle(bot: ExtBot[Urgency], host: Host) -> None:
    """Finish the changes of articles that the outage interrupted."""
    try:
        await settle(bot, host)
    except Exception as error:  # noqa: BLE001 - questions are answered all the same
        host.alarm.report(bot, host, error, CANNOT_TEND_DESK)


async def write_counts(host: Host) -> None:
    """Write what was counted since the last time; what fails is kept for the next."""
    try:
        # Without a time limit: the store gives up by itself, and cancelling it would tear its
        # connection apart.
        await host.tally.write(host.memory.statistics)
    except Exception:  # noqa: BLE001 - questions are answered all the same
        _LOG.warning(CANNOT_COUNT, exc_info=True)
