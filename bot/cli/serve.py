"""No command: the Telegram bot, by long polling or a webhook, until SIGTERM or Ctrl-C."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING

from bot.answers.live import LiveAnswerer
from bot.backups import BackupError
from bot.chat.service import RefusedError, UnreachableError, WebhookRefusedError, run_service
from bot.chat.transport.requests import NoAuthoritiesError
from bot.desk import DeskRules
from bot.event_loop import run_quickly
from bot.garbage import set_aside
from bot.privacy import find_privacy_key
from bot.restoration import finish_restoration
from bot.store import OtherKeyError, StoreError, open_memory
from bot.texts import serve as texts
from bot.web.errors import ListenError

if TYPE_CHECKING:
    import argparse
    from contextlib import AbstractAsyncContextManager

    from bot.chat.service import Service
    from bot.settings import Settings

_LOG = logging.getLogger(__name__)

_UNREACHABLE = 1
_BAD_SETTINGS = 2


def run(_args: argparse.Namespace, settings: Settings) -> int:
    """Run the bot and return 0, 1 for an unreachable server, or 2 for settings to be mended."""
    if settings.telegram_bot_token is None:
        return _complain(texts.NOT_CONFIGURED, _BAD_SETTINGS)
    # Durations as timedelta: python-telegram-bot warns of the old way at every flood wait.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    try:
        if finish_restoration(settings):
            _LOG.info(texts.RESTORED)
    except BackupError as error:
        return _complain(str(error), _BAD_SETTINGS)
    key = find_privacy_key(settings)
    live = LiveAnswerer.open(settings.corpus_dir, settings.data_dir / "cache")
    set_aside()
    try:
        run_quickly(_serve(settings, settings.telegram_bot_token, key, live))
    except (RefusedError, StoreError, ListenError, WebhookRefusedError) as error:
        return _complain(_describe(error, settings), _BAD_SETTINGS)
    except NoAuthoritiesError:
        return _complain(texts.NO_AUTHORITIES, _BAD_SETTINGS)
    except UnreachableError as error:
        reason = texts.describe_unreachable(settings.telegram_api_url, str(error))
        return _complain(reason, _UNREACHABLE)
    return 0


def _describe(error: Exception, settings: Settings) -> str:
    match error:
        case OtherKeyError():
            return str(error)
        case StoreError():
            return texts.describe_bad_database(str(error))
        case ListenError():
            return texts.describe_unlistenable(str(error))
        case WebhookRefusedError():
            return texts.describe_refused_webhook(str(error))
    return texts.describe_refusal(settings.telegram_api_url)


async def _serve(settings: Settings, token: str, key: bytes, live: LiveAnswerer) -> None:
    _cancel_on_signals()
    with suppress(asyncio.CancelledError):
        async with (
            open_memory(settings.database_url, key) as memory,
            run_service(
                token,
                settings.telegram_api_url,
                live,
                memory,
                _make_rules(settings),
                polls=settings.webhook_url is None,
            ) as service,
            _open_http(service, settings),
        ):
            await service.refused.wait()
            raise RefusedError
    _LOG.info(texts.STOPPED)


def _make_rules(settings: Settings) -> DeskRules:
    return DeskRules(
        chiefs=settings.chiefs,
        moderators=settings.moderator_ids,
        four_eyes=settings.four_eyes,
        corpus_git=settings.corpus_git,
        allow_hosts=settings.intake_allow_hosts,
    )


def _open_http(service: Service, settings: Settings) -> AbstractAsyncContextManager[None]:
    if settings.http_listen is None:
        return nullcontext()
    # Where nobody is served, the server need not be in memory.
    from bot.web.server import serve_http  # noqa: PLC0415
    from bot.web.webhook import WebhookSettings  # noqa: PLC0415

    webhook = None
    if settings.webhook_url and settings.webhook_secret:
        webhook = WebhookSettings(settings.webhook_url, settings.webhook_secret)
    return serve_http(service, settings.http_listen, webhook)


def _cancel_on_signals() -> None:
    # Cancelling ends the start as quickly as the service; an event would have to wait for it.
    task = asyncio.current_task()
    for number in (signal.SIGTERM, signal.SIGINT):
        if task:
            asyncio.get_running_loop().add_signal_handler(number, task.cancel)


def _complain(message: str, code: int) -> int:
    sys.stderr.write(message + "\n")
    return code
