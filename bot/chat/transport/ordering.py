"""Updates side by side, but those of one chat one after the other."""

from __future__ import annotations

import asyncio
import inspect
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable

MESSAGES_AT_ONCE = 128
QUERIES_AT_ONCE = 64

_NO_LIMIT = 2**31
"""Our own places are taken only by what is really being handled, not by what waits its turn."""


class ChatOrder(BaseUpdateProcessor):
    """Handles the messages of one chat in their order, and those of up to 128 chats at once.

    An edit that arrives while its question is being answered waits for the answer that it edits,
    and two quick presses of a button do not both turn the same page. What waits for its turn in
    one chat takes no place from others. Presses, inline queries and the like have places and an
    order of their own: somebody looks at a spinning button while messages may wait for Telegram.
    """

    def __init__(self) -> None:
        """Begin without any chat."""
        super().__init__(_NO_LIMIT)
        self._messages = asyncio.Semaphore(MESSAGES_AT_ONCE)
        self._queries = asyncio.Semaphore(QUERIES_AT_ONCE)
        self._locks: WeakValueDictionary[tuple[int, bool], asyncio.Lock] = WeakValueDictionary()
        self._is_open = True

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await `coroutine` after those of earlier updates of its kind from the same chat."""
        try:
            async with self._take_turn(update):
                if self._is_open:
                    await coroutine
        finally:
            # Does nothing unless it was never begun, because the bot stops.
            if inspect.iscoroutine(coroutine):
                coroutine.close()

    @asynccontextmanager
    async def _take_turn(self, update: object) -> AsyncIterator[None]:
        is_message = isinstance(update, Update) and bool(update.message or update.edited_message)
        places = self._messages if is_message else self._queries
        chat = update.effective_chat if isinstance(update, Update) else None
        if chat is None:
            async with places:
                yield
            return
        lock = self._locks.setdefault((chat.id, is_message), asyncio.Lock())
        async with lock, places:
            yield

    async def initialize(self) -> None:
        """Do nothing: there is nothing to open."""

    async def shutdown(self) -> None:
        """Begin nothing any more; what still waits came too late."""
        self._is_open = False
