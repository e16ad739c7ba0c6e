"""What goes on beside the conversation: counts are written, errors told, old rows deleted.

While the database fails, all of it waits; the store itself says so in the log, once.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.chat.desk.notices import settle
from bot.store import OtherKeyError, StoreError
from bot.texts.serve import CANNOT_COUNT, CANNOT_TEND_DESK, describe_unreadable

if TYPE_CHECKING:
    from telegram.ext import ExtBot

    from bot.chat.host import Host
    from bot.chat.transport.urgency import Urgency
    from bot.store import Memory

_LOG = logging.getLogger(__name__)

_EVERY_SECONDS = 5.0
_PURGE_SECONDS = 3600.0
_AFTER_FAILURE_SECONDS = 60.0


async def tend(bot: ExtBot[Urgency], host: Host) -> None:
    """Go on until cancelled; then nothing is told any more."""
    was_failing, ended = False, host.memory.outage.ended
    try:
        while True:
            await asyncio.sleep(_EVERY_SECONDS)
            is_failing = host.memory.outage.is_on
            if is_failing and not was_failing:
                host.alarm.note_outage(bot)
            was_failing = is_failing
            if host.memory.outage.ended > ended:
                ended = host.memory.outage.ended
                await _settle(bot, host)
            if not is_failing:
                await write_counts(host)
                host.alarm.note_repeats(bot)
    finally:
        await host.alarm.stop()


async def _settle(bot: ExtBot[Urgency], host: Host) -> None:
    """Finish the changes of articles that the outage interrupted."""
    try:
        await settle(bot, host)
    except Exception as error:  # noqa: BLE001 - questions are answered all the same
        host.alarm.report(bot, error, CANNOT_TEND_DESK)


async def write_counts(host: Host) -> None:
    """Write what was counted since the last time; what fails is kept for the next."""
    try:
        # Without a time limit: the store gives up by itself, and cancelling it would tear its
        # connection apart.
        await host.tally.write(host.memory.statistics)
    except StoreError:
        _LOG.debug("counts wait for the database")
    except Exception:  # noqa: BLE001 - questions are answered all the same
        _LOG.warning(CANNOT_COUNT, exc_info=True)


async def purge_hourly(memory: Memory) -> None:
    """Delete what expired, for ever; at first also what was sealed under another key."""
    is_first = True
    while True:
        pause = _PURGE_SECONDS
        try:
            if is_first:
                _tell_unreadable(await memory.drop_unreadable())
            is_first = False
            await memory.purge()
        except OtherKeyError as error:
            _LOG.error(str(error))
        except StoreError:
            pause = _AFTER_FAILURE_SECONDS
        await asyncio.sleep(pause)


def _tell_unreadable(rows: int) -> None:
    if rows:
        _LOG.warning(describe_unreadable(rows))
