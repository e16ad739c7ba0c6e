"""Updates of a rush: written down as one list at once, and read one by one after that."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NamedTuple

from bot.chat.transport.envelopes import KEPT, close_envelope, encode, find_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.transport.envelopes import Envelope, Json
    from bot.chat.transport.journal import Batch, Journal


class _Held(NamedTuple):
    raws: Sequence[Json]
    batch: Batch
    began: float


class Rush:
    """What came together and is safe, and not read yet.

    Who waits in Telegram's line waits for each hundred before them to be written down. To read
    these as well takes as long again; it is done while Telegram looks for the next hundred.
    """

    def __init__(self, journal: Journal) -> None:
        """Write to `journal`."""
        self._journal = journal
        self._held: list[_Held] = []

    async def hold(self, raws: Sequence[Json]) -> frozenset[int]:
        """Write updates down as Telegram sends them, all of kinds that are kept.

        Returns:
            The ids of those that are not among the latest of this replica. Whether another one
            took them is asked at the turn of the first of them.
        """
        began = asyncio.get_running_loop().time()
        fresh = [raw for raw in raws if self._journal.note(raw["update_id"])]
        if fresh:
            batch = await self._journal.hold(fresh[0]["update_id"], encode(fresh))
            self._held.append(_Held(fresh, batch, began))
        return frozenset(raw["update_id"] for raw in fresh)

    def read(self) -> list[Envelope]:
        """Return what was held since the last time, one by one."""
        held, self._held = self._held, []
        return [envelope for each in held for envelope in _read(each)]


def may_be_held(raws: Sequence[Json]) -> bool:
    """Tell whether all of these are of kinds that are kept until they are handled."""
    return all(find_kind(raw) in KEPT for raw in raws)


def _read(held: _Held) -> list[Envelope]:
    envelopes = [close_envelope(raw, held.began) for raw in held.raws]
    held.batch.envelopes = envelopes
    for envelope in envelopes:
        envelope.batch = held.batch
    return envelopes
