"""Updates between Telegram and their handlers: each is handled once, and none is lost.

What an update asks for is done at least once or at most once, by its kind:

- Messages, edits and changes of membership are written down before Telegram is told that they
  arrived, and crossed out after they were handled. A replica that is gone leaves them to another
  one. Between an answer and its record lies an instant in which a killed replica makes the next
  one answer again; Telegram has no way to send a message once only.
- Presses, inline queries, guest queries and chosen results are written down by their id alone and
  never done again: who pressed or typed does it again, and sooner.
"""

from __future__ import annotations

import asyncio
import json
import logging
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

from telegram import Update

from bot.chat.application import ALLOWED_UPDATES
from bot.chat.metrics import begin_journey
from bot.chat.transport.journal import RENEW_SECONDS, Journal
from bot.store import ArrivedUpdate
from bot.texts.serve import HANDLING_FAILED, describe_unreadable_update

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from bot.chat.host import App
    from bot.chat.metrics import Metrics
    from bot.store.updates import UpdateLog

Json: TypeAlias = dict[str, Any]

_LOG = logging.getLogger(__name__)

AT_ONCE = 100
"""The most updates in one answer to getUpdates, and connections of a webhook."""

_KEPT = frozenset({Update.MESSAGE, Update.EDITED_MESSAGE, Update.MY_CHAT_MEMBER})
_MOST_MESSAGES = 4_000
_MOST_QUERIES = 1_000
_OTHER = "other"


class Arrival(Enum):
    """What becomes of an update."""

    TAKEN = "taken"
    REPEATED = "repeated"
    UNREADABLE = "unreadable"
    BUSY = "busy"
    STOPPING = "stopping"


class Arrivals:
    """Takes updates from whatever brings them, and handles each in a task of its own."""

    def __init__(self, application: App, log: UpdateLog, metrics: Metrics) -> None:
        """Hand updates to `application`, whose processor decides on their order."""
        self._application = application
        self._journal = Journal(log)
        self._metrics = metrics
        self._messages: dict[int, asyncio.Task[None]] = {}
        self._queries: dict[int, asyncio.Task[None]] = {}
        self._is_open = True
        metrics.watch("messages_under_way", "Messages not handled yet", lambda: len(self._messages))
        metrics.watch("queries_under_way", "Queries not handled yet", lambda: len(self._queries))

    async def wait_for_room(self) -> None:
        """Wait until as many as Telegram hands out at once can be taken."""
        for tasks, most in ((self._messages, _MOST_MESSAGES), (self._queries, _MOST_QUERIES)):
            while len(tasks) + AT_ONCE > most:
                await asyncio.wait(tasks.values(), return_when=asyncio.FIRST_COMPLETED)

    async def take(self, raw: Json, *, patience: float = 0.0) -> Arrival:
        """Take an update; once it is `TAKEN`, it is safe, whatever happens to the bot.

        Args:
            raw: an update as Telegram sends it, with an integer `update_id`.
            patience: seconds for which to wait until it is handled.
        """
        identifier, kind = int(raw["update_id"]), find_kind(raw)
        tasks, most = self._find_place(kind)
        if not self._is_open:
            return self._refuse(Arrival.STOPPING)
        if identifier in tasks:
            return self._refuse(Arrival.REPEATED)
        if len(tasks) >= most:
            return self._refuse(Arrival.BUSY)
        update = self._read(raw)
        if update is None:
            return self._refuse(Arrival.UNREADABLE)
        entered: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        body = json.dumps(raw).encode() if kind in _KEPT else None
        work = self._enter(ArrivedUpdate(identifier, body), update, kind, entered)
        task = self._start(identifier, tasks, work)
        if not await entered:
            return self._refuse(Arrival.REPEATED)
        if patience:
            await asyncio.wait({task}, timeout=patience)
        return Arrival.TAKEN

    async def keep(self) -> None:
        """Keep what is under way, and take over what other replicas left behind, for ever."""
        while True:
            try:
                for body in await self._journal.renew(tuple(self._messages)):
                    self._resume(json.loads(body))
            except Exception:  # noqa: BLE001 - a lease that ends lets another replica answer again
                _LOG.exception(HANDLING_FAILED)
            await asyncio.sleep(RENEW_SECONDS)

    async def drain(self, seconds: float) -> int:
        """Take nothing any more, finish what is under way, and return how much was left over.

        What is not finished after some seconds is stopped; messages among it are left to another
        replica or to the next start.
        """
        self._is_open = False
        tasks = {*self._messages.values(), *self._queries.values()}
        if tasks:
            await asyncio.wait(tasks, timeout=seconds)
        unfinished = tuple(self._messages)
        left = {*self._messages.values(), *self._queries.values()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        await self._journal.close(unfinished)
        return len(left)

    def _resume(self, raw: Json) -> None:
        update, identifier = self._read(raw), int(raw["update_id"])
        if update and identifier not in self._messages:
            handled = self._handle(identifier, update, find_kind(raw), _now())
            self._start(identifier, self._messages, handled)

    def _find_place(self, kind: str) -> tuple[dict[int, asyncio.Task[None]], int]:
        is_kept = kind in _KEPT
        return (self._messages, _MOST_MESSAGES) if is_kept else (self._queries, _MOST_QUERIES)

    def _refuse(self, arrival: Arrival) -> Arrival:
        self._metrics.count_refused(arrival.value)
        return arrival

    def _read(self, raw: Json) -> Update | None:
        try:
            return Update.de_json(raw, self._application.bot)
        except Exception as error:  # noqa: BLE001 - python-telegram-bot raises whatever comes
            _LOG.warning(describe_unreadable_update(type(error).__name__))
            return None

    def _start(
        self,
        identifier: int,
        tasks: dict[int, asyncio.Task[None]],
        work: Coroutine[Any, Any, None],
    ) -> asyncio.Task[None]:
        task = tasks[identifier] = asyncio.create_task(work)
        task.add_done_callback(lambda _task: tasks.pop(identifier, None))
        return task

    async def _enter(
        self, arrived: ArrivedUpdate, update: Update, kind: str, entered: asyncio.Future[bool]
    ) -> None:
        began, is_new = _now(), False
        try:
            is_new = await self._journal.enter(arrived)
        finally:
            entered.set_result(is_new)
        if is_new:
            await self._handle(arrived.id, update, kind, began)

    async def _handle(self, identifier: int, update: Update, kind: str, began: float) -> None:
        begin_journey(kind, began)
        self._metrics.count_update(kind)
        handling = self._application.process_update(update)
        try:
            await self._application.update_processor.process_update(update, handling)
        except Exception:  # noqa: BLE001 - others are to be handled all the same
            _LOG.exception(HANDLING_FAILED)
        if kind in _KEPT:
            self._journal.leave(identifier)


def find_kind(raw: Json) -> str:
    """Return the kind of an update, out of those that features handle, or "other"."""
    return next((kind for kind in ALLOWED_UPDATES if kind in raw), _OTHER)


def _now() -> float:
    return asyncio.get_running_loop().time()
