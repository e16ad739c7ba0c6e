"""The running bot: connect, say who it is, poll until told to stop, stop quickly."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError

from bot.chat.announcing import announce_news
from bot.chat.application import ALLOWED_UPDATES, build_application
from bot.chat.examples import choose_examples
from bot.chat.host import Host
from bot.chat.registration import register_profile
from bot.chat.requests import PollingRequest
from bot.store import StoreError
from bot.texts import serve as texts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from telegram.ext import ExtBot

    from bot.answers import Answerer
    from bot.chat.host import App
    from bot.chat.urgency import Urgency
    from bot.store import Memory

_LOG = logging.getLogger(__name__)

_CONNECT_SECONDS = 10.0
_RETRY_SECONDS = 1.0
_POLL_SECONDS = 10
_STEP_SECONDS = 2.0
_PURGE_SECONDS = 3600.0


class RefusedError(Exception):
    """The Bot API server refused the token."""


class UnreachableError(Exception):
    """The Bot API server did not answer within ten seconds; the message says why."""


@asynccontextmanager
async def run_service(
    token: str,
    api_url: str,
    answerer: Answerer,
    memory: Memory,
    moderators: frozenset[int] = frozenset(),
) -> AsyncIterator[asyncio.Event]:
    """Run the bot for as long as the context lasts; leaving it takes less than five seconds.

    Yields an event that is set if the server refuses the token later on.

    Args:
        token: of the bot.
        api_url: base address of the Bot API server, without a slash at its end.
        answerer: answers questions.
        memory: remembers what buttons and edits need.
        moderators: ids of the accounts to which reports are sent.

    Raises:
        UnreachableError: when the server does not answer.
        RefusedError: when it refuses the token.
    """
    examples = await asyncio.to_thread(choose_examples, answerer)
    polling = PollingRequest()
    host = Host(answerer, memory, examples, moderators)
    application = build_application(token, api_url, host, polling)
    await _connect(application)
    background = [asyncio.create_task(_purge_hourly(memory))]
    try:
        await _start(application, answerer)
        background.append(asyncio.create_task(_announce(application.bot, host)))
        yield polling.refused
    finally:
        for task in background:
            task.cancel()
        await _stop(application)
        await asyncio.gather(*background, return_exceptions=True)


async def _connect(application: App) -> None:
    reason = "tidak ada jawaban"
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


async def _start(application: App, answerer: Answerer) -> None:
    await register_profile(application.bot)
    await application.start()
    if application.updater:
        await application.updater.start_polling(
            timeout=_POLL_SECONDS,
            allowed_updates=ALLOWED_UPDATES,
            error_callback=_report_polling_fault,
        )
    me, corpus = application.bot.bot, answerer.corpus
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


def _report_polling_fault(error: TelegramError) -> None:
    if isinstance(error, Conflict):
        _LOG.error(texts.OTHER_INSTANCE)
    else:
        _LOG.warning(texts.describe_polling_fault(error.message))


async def _stop(application: App) -> None:
    if application.updater and application.updater.running:
        await _stop_step(application.updater.stop)
    if application.running:
        await _stop_step(application.stop)
    await application.shutdown()


async def _stop_step(step: Callable[[], Awaitable[None]]) -> None:
    try:
        async with asyncio.timeout(_STEP_SECONDS):
            await step()
    except (TimeoutError, TelegramError):
        _LOG.warning(texts.SLOW_STOP)


async def _announce(bot: ExtBot[Urgency], host: Host) -> None:
    try:
        await announce_news(bot, host)
    except Exception:  # noqa: BLE001 - it answers without that, and tells the rest another time
        _LOG.exception(texts.CANNOT_ANNOUNCE)


async def _purge_hourly(memory: Memory) -> None:
    while True:
        try:
            await memory.purge()
        except StoreError:
            _LOG.exception(texts.CANNOT_PURGE)
        await asyncio.sleep(_PURGE_SECONDS)
