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
import logging
import math
from typing import TYPE_CHECKING

from telegram import Update

from bot.chat.metrics import begin_journey
from bot.chat.plain_text import PlainText, read_plain_text
from bot.chat.transport.envelopes import close_envelope, decode, decode_batch, is_batch
from bot.chat.transport.journal import RENEW_SECONDS, Journal
from bot.chat.transport.lanes import MESSAGES_AT_ONCE, QUERIES_AT_ONCE, Lane, Lanes
from bot.chat.transport.rush import Rush, may_be_held
from bot.chat.transport.under_way import AT_ONCE, Arrival, UnderWay
from bot.store import ArrivedUpdate
from bot.texts.serve import HANDLING_FAILED, describe_unreadable_update

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.host import App
    from bot.chat.metrics import Metrics
    from bot.chat.transport.envelopes import Envelope, Json
    from bot.store.updates import UpdateLog

_LOG = logging.getLogger(__name__)

_RUSH = 8  # Brought at once, beside a crowd that waits, so many are not the last of it.
_CROWD, _CROWD_OF_ONE = 200, 8
"""With so many under way, a webhook is told at once that its update is safe."""


class Arrivals:
    """Takes updates from whatever brings them, and has each handled in its turn."""

    def __init__(self, application: App, log: UpdateLog, metrics: Metrics) -> None:
        """Hand updates to `application`, those of a chat one after the other."""
        self._application = application
        self._journal = Journal(log)
        self._rush = Rush(self._journal)
        self._metrics = metrics
        self._under_way = UnderWay()
        self._message_lane = Lane(MESSAGES_AT_ONCE, self._handle, self._drop)
        self._query_lane = Lane(QUERIES_AT_ONCE, self._handle, self._drop)
        self._lanes = Lanes([self._query_lane, self._message_lane])
        self._crowd = _CROWD
        self._entering = 0
        messages, queries = self._under_way.messages, self._under_way.queries
        metrics.watch("messages_under_way", "Messages not handled yet", messages.__len__)
        metrics.watch("queries_under_way", "Queries not handled yet", queries.__len__)

    async def wait_for_room(self) -> None:
        """Wait until as many as Telegram hands out at once can be taken."""
        while not self._under_way.has_room():
            self.note_backlog(is_behind=False)
            await self._under_way.wait_for_less()

    def note_replicas(self, number: int) -> None:
        """Note how many replicas take updates, this one included."""
        self._crowd = _CROWD_OF_ONE if number == 1 else _CROWD

    def note_backlog(self, *, is_behind: bool) -> None:
        """Note whether Telegram has more at once: who came last can't be told before it is here."""
        self._lanes.hold_back(is_behind=is_behind)

    async def take(self, raw: Json, *, patience: float = 0.0) -> Arrival:
        """Take one; unless many are under way, wait `patience` seconds at most for its end."""
        self._entering += 1
        messages = self._under_way.messages
        if self._entering >= _RUSH and len(messages) >= max(AT_ONCE, self._crowd):
            self.note_backlog(is_behind=self._under_way.is_open)
        try:
            (arrival,) = await self.take_all([raw])
        finally:
            self._entering -= 1
        envelope = self._under_way.find(raw["update_id"])
        if patience and envelope and arrival is Arrival.TAKEN and len(messages) < self._crowd:
            await asyncio.wait({envelope.watch()}, timeout=patience)
        return arrival

    async def take_all(self, raws: Sequence[Json], *, in_rush: bool = False) -> list[Arrival]:
        """Take updates as Telegram sends them; once `TAKEN`, they are safe, whatever happens.

        In a rush, in which there must be room for all, nothing else is seen to: what becomes of
        them begins with `line_up`, and whether another replica took one is asked at its turn.
        """
        if in_rush and self._under_way.is_open and may_be_held(raws):
            others = [raw for raw in raws if not self._under_way.find(raw["update_id"])]
            arrivals, fresh = [Arrival.TAKEN] * len(raws), await self._rush.hold(others)
        else:
            envelopes = [close_envelope(raw, _now()) for raw in raws]
            arrivals = [self._under_way.admit(envelope) for envelope in envelopes]
            taken = zip(envelopes, arrivals, strict=True)
            fresh = await self._enter([e for e, arrival in taken if arrival is Arrival.TAKEN])
        for place, raw in enumerate(raws):
            if arrivals[place] is Arrival.TAKEN and raw["update_id"] not in fresh:
                arrivals[place] = Arrival.REPEATED
            if arrivals[place] is not Arrival.TAKEN:
                self._metrics.count_refused(arrivals[place].value)
        return arrivals

    def line_up(self) -> None:
        """Let what was taken in a rush wait for its turn."""
        for envelope in self._rush.read():
            self._under_way.add(envelope)
            self._queue(envelope)
        self._lanes.look()

    async def keep(self) -> None:
        """Keep what is under way, and take over what other replicas left behind, for ever."""
        renewed = -math.inf
        while True:
            resumed: list[Envelope] = []
            try:
                if _now() - renewed >= RENEW_SECONDS:
                    await self._journal.renew(tuple(self._under_way.messages))
                    renewed = _now()
                for body in await self._journal.take_over():
                    if is_batch(body):
                        resumed += await self._resume_batch(decode_batch(body))
                    else:
                        resumed += self._resume(decode(body))
            except Exception:  # noqa: BLE001 - a lease that ends lets another replica answer again
                _LOG.exception(HANDLING_FAILED)
            # There may be more, which are not all taken at once: one may be what ends replicas.
            if resumed:
                await asyncio.wait([each.watch() for each in resumed], timeout=RENEW_SECONDS)
            else:
                await asyncio.sleep(RENEW_SECONDS)

    async def drain(self, seconds: float) -> int:
        """Take nothing any more, finish what is under way, and return how much was left over.

        What is not finished after some seconds is stopped; messages among it are left to another
        replica or to the next start.
        """
        self._under_way.is_open = False
        self.note_backlog(is_behind=False)
        if under_way := [each.watch() for each in self._under_way.list_all()]:
            await asyncio.wait(under_way, timeout=seconds)
        unfinished, left = tuple(self._under_way.messages), len(self._under_way)
        await self._lanes.stop()
        await self._journal.close(unfinished)
        return left

    async def _enter(self, envelopes: Sequence[Envelope]) -> frozenset[int]:
        """Write updates down, let those that are new wait for their turn, and return their ids."""
        fresh: frozenset[int] = frozenset()
        written = [ArrivedUpdate(e.id, e.body if e.is_kept else None) for e in envelopes]
        try:
            fresh = await self._journal.enter(written)
        finally:
            for envelope in envelopes:
                if envelope.id in fresh:
                    self._queue(envelope)
                else:
                    self._finish(envelope)
            self._lanes.look()
        return fresh

    def _resume(self, raw: Json) -> list[Envelope]:
        envelope = close_envelope(raw, _now())
        if not self._under_way.is_open or self._under_way.find(envelope.id):
            return []
        self._under_way.add(envelope)
        self._queue(envelope, is_left_over=True)
        self._lanes.look()
        return [envelope]

    async def _resume_batch(self, raws: Sequence[Json]) -> list[Envelope]:
        """Take what another replica took in a rush, except what it had begun already."""
        arrivals = await self.take_all(raws)
        if Arrival.BUSY not in arrivals and Arrival.STOPPING not in arrivals:
            self._journal.leave_batch(raws[0]["update_id"])
        return [each for raw in raws if (each := self._under_way.find(raw["update_id"]))]

    def _queue(self, envelope: Envelope, *, is_left_over: bool = False) -> None:
        lane = self._message_lane if envelope.is_kept else self._query_lane
        lane.add(envelope, is_left_over=is_left_over)

    async def _handle(self, envelope: Envelope) -> None:
        if envelope.batch and not await self._journal.is_new(envelope.id, envelope.batch):
            self._drop(envelope, Arrival.REPEATED.value)
            return
        update = self._read(envelope)
        if update:
            begin_journey(envelope.kind, envelope.began)
            self._metrics.count_update(envelope.kind)
            try:
                await self._application.process_update(update)
            except Exception:  # noqa: BLE001 - others are to be handled all the same
                _LOG.exception(HANDLING_FAILED)
        if envelope.is_kept:
            self._journal.leave(envelope.id)
        self._finish(envelope)

    def _read(self, envelope: Envelope) -> Update | PlainText | None:
        try:
            raw = decode(envelope.body)
            return read_plain_text(raw) or Update.de_json(raw, self._application.bot)
        except Exception as error:  # noqa: BLE001 - python-telegram-bot raises whatever comes
            self._metrics.count_refused("unreadable")
            _LOG.warning(describe_unreadable_update(type(error).__name__))
            return None

    def _drop(self, envelope: Envelope, reason: str = "outdated") -> None:
        self._metrics.count_refused(reason)
        self._finish(envelope)

    def _finish(self, envelope: Envelope) -> None:
        self._under_way.remove(envelope)
        envelope.finish()


def _now() -> float:
    return asyncio.get_running_loop().time()
