"""The running bot: connect, say who it is, take updates until told to stop, finish those."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError

from bot.chat.alerts import Alarm
from bot.chat.application import ALLOWED_UPDATES, build_application
from bot.chat.audience import Audience
from bot.chat.desk.notices import tend_desk
from bot.chat.host import Host
from bot.chat.metrics import Metrics
from bot.chat.registration import register_profile
from bot.chat.tally import Tally
from bot.chat.tending import purge_hourly, tend, write_counts
from bot.chat.transport.arrivals import Arrivals
from bot.chat.transport.delivery import Delivery
from bot.chat.transport.division import divide_limits
from bot.chat.transport.polling import Poller
from bot.chat.transport.requests import PollingRequest
from bot.chat.transport.under_way import AT_ONCE
from bot.chat.vitals import Vitals
from bot.chat.watching import watch_corpus
from bot.desk import DeskRules, open_desk
from bot.texts import serve as texts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator, Sequence

    from telegram.ext import ExtBot

    from bot.answers.live import LiveAnswerer
    from bot.chat.host import App
    from bot.chat.transport.urgency import Urgency
    from bot.store import Memory

_LOG = logging.getLogger(__name__)

NO_MODERATORS = DeskRules()

_CONNECT_SECONDS = 10.0
_RETRY_SECONDS = 1.0
_FINISH_SECONDS = 6.0
_STEP_SECONDS = 2.0


class RefusedError(Exception):
    """The Bot API server refused the token."""


class UnreachableError(Exception):
    """The Bot API server did not answer within ten seconds; the message says why."""


class WebhookRefusedError(Exception):
    """The Bot API server does not take the webhook; the message says why."""


@dataclass(frozen=True, slots=True)
class Service:
    """The running bot, for what brings it updates and what looks after it.

    `refused` is set when the server refuses the token later on.
    """

    host: Host
    bot: ExtBot[Urgency]
    arrivals: Arrivals
    vitals: Vitals
    refused: asyncio.Event

    async def set_webhook(self, address: str, secret: str) -> None:
        """Have Telegram bring updates to `address`, with the secret in a header of each.

        Raises:
            WebhookRefusedError: when it does not want to.
            UnreachableError: when it can't be asked.
        """
        try:
            await self.bot.set_webhook(
                address,
                max_connections=AT_ONCE,
                allowed_updates=ALLOWED_UPDATES,
                drop_pending_updates=False,
                secret_token=secret,
            )
        except BadRequest as error:
            raise WebhookRefusedError(error.message) from error
        except NetworkError as error:
            raise UnreachableError(error.message) from error

    def hurry(self) -> None:
        """Begin to stop: nobody waits for the database as long as before."""
        self.vitals.note_stop()
        self.host.memory.hurry(_STEP_SECONDS)

    async def finish(self) -> None:
        """Take no updates any more, and finish those that are under way.

        That ends some seconds after the bot began to stop.
        """
        self.hurry()
        if await self.arrivals.drain(max(_FINISH_SECONDS - self.vitals.stopping_seconds, 0.0)):
            _LOG.warning(texts.SLOW_STOP)


@asynccontextmanager
async def run_service(
    token: str,
    api_url: str,
    live: LiveAnswerer,
    memory: Memory,
    rules: DeskRules = NO_MODERATORS,
    *,
    polls: bool = True,
) -> AsyncIterator[Service]:
    """Run the bot for as long as the context lasts; leaving it takes less than ten seconds.

    Args:
        token: of the bot.
        api_url: base address of the Bot API server, without a slash at its end.
        live: answers questions.
        memory: remembers what buttons and edits need.
        rules: who moderates, and how.
        polls: whether it fetches updates itself; else they are brought to `Service.arrivals`.

    Raises:
        UnreachableError: when the server does not answer.
        RefusedError: when it refuses the token.
    """
    polling, vitals = PollingRequest(), Vitals()
    host = await _open_host(live, memory, rules)
    application = build_application(token, api_url, host, polling)
    arrivals = Arrivals(application, memory.updates, host.metrics)
    poller = Poller(application.bot, polling, arrivals, vitals)
    service = Service(host, application.bot, arrivals, vitals, polling.refused)
    await _connect(application)
    vitals.note_contact()
    always = purge_hourly(memory), vitals.watch(service.bot, host, service.refused), arrivals.keep()
    background = [*map(asyncio.create_task, always)]
    try:
        await _start(application, host)
        if polls:
            poller.start()
        background += map(asyncio.create_task, _list_upkeep(service, polls=polls))
        yield service
    finally:
        service.hurry()
        await poller.stop()
        await service.finish()
        await poller.confirm()
        await _end(application, host, background)


async def _end(application: App, host: Host, background: Sequence[asyncio.Task[None]]) -> None:
    for task in background:
        task.cancel()
    await _stop(application)
    await write_counts(host)
    await asyncio.gather(*background, return_exceptions=True)


async def _open_host(live: LiveAnswerer, memory: Memory, rules: DeskRules) -> Host:
    metrics = Metrics()
    desk = open_desk(memory, live, rules)
    audience = Audience(desk, rules.chiefs | rules.moderators)
    host = Host(
        live,
        memory,
        desk,
        audience,
        Alarm(audience, memory.marks),
        tally=Tally(metrics),
        metrics=metrics,
    )
    await asyncio.to_thread(host.examples.follow, host.answerer)
    return host


def _list_upkeep(service: Service, *, polls: bool) -> Iterator[Coroutine[Any, Any, None]]:
    """Yield what goes on beside the answers for as long as the bot runs."""
    bot, host = service.bot, service.host
    # Only one bot can poll; several behind a webhook share what Telegram lets a bot send.
    if not polls and isinstance(bot.rate_limiter, Delivery):
        yield divide_limits(bot.rate_limiter, service.arrivals, host.memory.replicas)
    yield watch_corpus(bot, host)
    yield tend(bot, host)
    yield tend_desk(bot, host)


async def _connect(application: App) -> None:
    reason = texts.NO_ANSWER
    try:
        async with asyncio.timeout(_CONNECT_SECONDS):
            while True:
                try:
                    return await application.initialize()
                except NetworkError as error:
                    reason = error.message
                await asyncio.sleep(_RETRY_SECONDS)
    except TimeoutError:
        await application.bot.shutdown()
        raise UnreachableError(reason) from None
    except InvalidToken:
        await application.bot.shutdown()
        # The library's error quotes the token.
        raise RefusedError from None
    except BaseException:
        await application.bot.shutdown()
        raise


async def _start(application: App, host: Host) -> None:
    await register_profile(application.bot)
    await application.start()
    me, answerer = application.bot.bot, host.answerer
    corpus = answerer.corpus
    _LOG.info(
        texts.describe_start(
            str(me.username), len(corpus.articles), answerer.passages, corpus.newest
        )
    )
    _LOG.info(
        texts.describe_modes(
            privacy=not me.can_read_all_group_messages, inline=bool(me.supports_inline_queries)
        )
    )


async def _stop(application: App) -> None:
    if application.running:
        await _stop_step(application.stop)
    await application.shutdown()


async def _stop_step(step: Callable[[], Awaitable[None]]) -> None:
    try:
        async with asyncio.timeout(_STEP_SECONDS):
            await step()
    except (TimeoutError, TelegramError):
        _LOG.warning(texts.SLOW_STOP)
