"""The corpus while the bot runs: changes are taken up, news and problems are told."""

from __future__ import annotations

import asyncio
import math
from functools import partial
from typing import TYPE_CHECKING

from bot.chat.announcing import announce_news
from bot.chat.problem_report import ProblemReport
from bot.garbage import set_aside
from bot.texts import serve as serve_texts
from bot.texts import watching as texts

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram.ext import ExtBot

    from bot.chat.host import Host
    from bot.chat.transport.urgency import Urgency

_EVERY_SECONDS = 1.0
_AFTER_FAILURE_SECONDS = 60.0
_KEPT_AFTER_SECONDS = 60.0
"""While moderators work, the index would be written after each of their changes."""


async def watch_corpus(bot: ExtBot[Urgency], host: Host) -> None:
    """Go on until cancelled. A long announcement keeps no change from being taken up."""
    changes, news, report = _Changes(host), _News(bot, host), ProblemReport(bot, host)

    def complain(complaint: str, error: Exception) -> None:
        host.alarm.report(bot, error, complaint)

    # Unlike gather, a group that is cancelled waits for all of its tasks.
    async with asyncio.TaskGroup() as group:
        group.create_task(_repeat(changes.take_up, partial(complain, texts.CANNOT_REFRESH)))
        group.create_task(_repeat(news.tell, partial(complain, serve_texts.CANNOT_ANNOUNCE)))
        group.create_task(_repeat(report.look, partial(complain, texts.CANNOT_REPORT)))


class _Changes:
    """Takes up what changed, lets go of what was there before, and keeps it for the next start."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._revision = host.answerer.corpus.revision
        self._kept_at = math.inf

    async def take_up(self) -> None:
        await self._host.live.refresh()
        answerer, now = self._host.answerer, asyncio.get_running_loop().time()
        if answerer.corpus.revision != self._revision:
            self._revision = answerer.corpus.revision
            self._kept_at = now + _KEPT_AFTER_SECONDS
            await asyncio.to_thread(self._host.examples.follow, answerer)
            await asyncio.to_thread(set_aside)
        elif now >= self._kept_at:
            self._kept_at = math.inf
            await self._host.live.keep()


class _News:
    """Announces each state of the corpus, one after another."""

    def __init__(self, bot: ExtBot[Urgency], host: Host) -> None:
        self._bot = bot
        self._host = host
        self._announced = ""

    async def tell(self) -> None:
        revision = self._host.answerer.corpus.revision
        if revision != self._announced:
            await announce_news(self._bot, self._host)
            self._announced = revision


async def _repeat(
    step: Callable[[], Awaitable[None]], complain: Callable[[Exception], None]
) -> None:
    while True:
        pause = _EVERY_SECONDS
        try:
            await step()
        except Exception as error:  # noqa: BLE001 - questions are answered all the same
            complain(error)
            pause = _AFTER_FAILURE_SECONDS
        await asyncio.sleep(pause)
