"""Errors of the bot itself, told to moderators: each kind once an hour."""

from __future__ import annotations

import asyncio
import logging
import secrets
import traceback
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telegram.error import BadRequest, NetworkError

import bot as package
from bot.chat.markup import lines, text
from bot.chat.reply import Reply
from bot.store import StoreError
from bot.texts import moderation_screen as texts
from bot.texts.serve import describe_failure, describe_undelivered

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from telegram.ext import ExtBot

    from bot.chat.audience import Audience
    from bot.chat.transport.urgency import Urgency
    from bot.store.marks import Marks

_LOG = logging.getLogger(__name__)

_HOUR = 3600
_NOBODY = 0
"""No person has this id; what is marked as theirs is the bot's own."""

_PACKAGE = Path(package.__file__).parent


class Alarm:
    """Tells moderators of errors: each kind once an hour, with how often it happened besides.

    Errors of one type that were raised at one place are one kind. Replicas share what was told
    through the store; while that fails, each goes by what it told itself.
    """

    def __init__(self, audience: Audience, marks: Marks) -> None:
        """Begin with nothing told to `audience`, but for what `marks` hold."""
        self._audience = audience
        self._marks = marks
        self._repeats: Counter[str] = Counter()
        self._told: dict[str, float] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def note(self, bot: ExtBot[Urgency], error: BaseException, incident: str) -> None:
        """Tell of `error`, whose log line holds `incident`, without keeping anybody waiting."""
        kind = describe_kind(error)
        self._begin(self._tell(bot, kind, texts.describe_incident(kind, incident)))

    def report(self, bot: ExtBot[Urgency], error: BaseException, complaint: str) -> None:
        """Log `error`, which happened beside the conversation, and tell of it.

        Faults of the network are not told. Times at which the store fails are neither told nor
        logged here: the store logs them, and `note_outage` tells of them.
        """
        if isinstance(error, StoreError):
            return
        incident = secrets.token_hex(3)
        _LOG.error(describe_failure(complaint, incident), exc_info=error)
        is_network = isinstance(error, NetworkError) and not isinstance(error, BadRequest)
        if not is_network:
            self.note(bot, error, incident)

    def note_outage(self, bot: ExtBot[Urgency]) -> None:
        """Tell that the store fails."""
        self._begin(self._tell(bot, StoreError.__name__, texts.STORE_FAILS))

    def note_repeats(self, bot: ExtBot[Urgency]) -> None:
        """Tell how often errors happened again, of each kind whose hour is over."""
        for kind in list(self._repeats):
            self._begin(self._tell(bot, kind))

    async def stop(self) -> None:
        """Tell nothing any more, and let go of the store."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _begin(self, telling: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(telling)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _tell(self, bot: ExtBot[Urgency], kind: str, news: str = "") -> None:
        try:
            if not await self._claim(kind):
                self._repeats[kind] += bool(news)
                return
            said = [news] if news else []
            repeats = self._repeats.pop(kind, 0)
            if repeats:
                said.append(texts.describe_repeats(kind, repeats))
            await self._audience.tell(bot, Reply(lines(*map(text, said))))
        except Exception as error:  # noqa: BLE001 - an alert about a failed alert would never end
            _LOG.warning(describe_undelivered(type(error).__name__))

    async def _claim(self, kind: str) -> bool:
        """Tell whether it is this process that tells of `kind` in this hour."""
        now = asyncio.get_running_loop().time()
        try:
            is_ours = await self._marks.put(_NOBODY, f"alert {kind}", seconds=_HOUR)
        except Exception:  # noqa: BLE001 - it may be the store that moderators must hear of
            is_ours = now - self._told.get(kind, -_HOUR) >= _HOUR
        if is_ours:
            self._told[kind] = now
        return is_ours


def describe_kind(error: BaseException) -> str:
    """Return type and place of an error: the last line of ours that it went through.

    Its message is left out; it may quote what somebody wrote.
    """
    ours = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(_PACKAGE)
    ]
    if not ours:
        return type(error).__name__
    file = Path(ours[-1].filename).relative_to(_PACKAGE).as_posix()
    return f"{type(error).__name__}, {file}:{ours[-1].lineno}"
