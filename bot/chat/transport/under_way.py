"""What was taken and is not handled yet, and how much of it there may be."""

from __future__ import annotations

import asyncio
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.chat.transport.envelopes import Envelope

AT_ONCE = 100
"""The most updates in one answer to getUpdates, and connections of a webhook."""

_MOST_MESSAGES, _MOST_QUERIES, _MOST_BYTES = 20_000, 4_000, 64 * 1024 * 1024


class Arrival(Enum):
    """What becomes of an update."""

    TAKEN = "taken"
    REPEATED = "repeated"
    BUSY = "busy"
    STOPPING = "stopping"


class UnderWay:
    """Updates by their ids: messages, which are written down, and queries, which are not.

    None is admitted any more once it is not `is_open`.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.messages: dict[int, Envelope] = {}
        self.queries: dict[int, Envelope] = {}
        self.is_open = True
        self._bytes = 0
        self._has_less = asyncio.Event()

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.messages) + len(self.queries)

    def list_all(self) -> list[Envelope]:
        """Return all of them."""
        return [*self.messages.values(), *self.queries.values()]

    def find(self, identifier: int) -> Envelope | None:
        """Return the one with this id, if it is under way."""
        return self.messages.get(identifier) or self.queries.get(identifier)

    def admit(self, envelope: Envelope) -> Arrival:
        """Have one more under way, unless it is not to be taken."""
        if not self.is_open:
            return Arrival.STOPPING
        if self.find(envelope.id):
            return Arrival.REPEATED
        if not self._has_room(1, of_messages=envelope.is_kept):
            return Arrival.BUSY
        self.add(envelope)
        return Arrival.TAKEN

    def add(self, envelope: Envelope) -> None:
        """Have one more under way."""
        self._choose(envelope)[envelope.id] = envelope
        self._bytes += len(envelope.body)

    def remove(self, envelope: Envelope) -> None:
        """Have one less."""
        self._choose(envelope).pop(envelope.id, None)
        self._bytes -= len(envelope.body)
        self._has_less.set()

    def has_room(self) -> bool:
        """Tell whether as many as Telegram hands out at once can be taken."""
        return self._has_room(AT_ONCE, of_messages=True) and self._has_room(
            AT_ONCE, of_messages=False
        )

    async def wait_for_less(self) -> None:
        """Wait until one is removed."""
        self._has_less.clear()
        await self._has_less.wait()

    def _choose(self, envelope: Envelope) -> dict[int, Envelope]:
        return self.messages if envelope.is_kept else self.queries

    def _has_room(self, more: int, *, of_messages: bool) -> bool:
        number, most = (
            (len(self.messages), _MOST_MESSAGES)
            if of_messages
            else (len(self.queries), _MOST_QUERIES)
        )
        return number + more <= most and self._bytes < _MOST_BYTES
