"""Replicas divide what Telegram lets the bot send, and soon notice when one comes or goes."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.store import StoreError

if TYPE_CHECKING:
    from bot.chat.transport.arrivals import Arrivals
    from bot.chat.transport.delivery import Delivery
    from bot.store.replicas import Replicas

_LOG = logging.getLogger(__name__)

EVERY_SECONDS = 2.0


async def divide_limits(delivery: Delivery, arrivals: Arrivals, replicas: Replicas) -> None:
    """Go on until cancelled. Without a working database, the last division stays.

    The parts are equal, since a load balancer gives each replica as much to do.
    """
    while True:
        try:
            number = await replicas.count()
            delivery.divide(number)
            arrivals.note_replicas(number)
        except StoreError:
            _LOG.debug("nobody knows how many replicas there are")
        await asyncio.sleep(EVERY_SECONDS)
