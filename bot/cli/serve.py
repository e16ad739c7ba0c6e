"""No command: the Telegram bot, by long polling, until SIGTERM or Ctrl-C."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from bot.answers import open_answerer
from bot.chat.service import RefusedError, UnreachableError, run_service
from bot.privacy import find_privacy_key
from bot.store import StoreError, open_memory
from bot.texts import serve as texts

if TYPE_CHECKING:
    import argparse

    from bot.answers import Answerer
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
    key = find_privacy_key(settings)
    answerer = open_answerer(settings.corpus_dir, settings.data_dir / "cache")
    try:
        asyncio.run(_serve(settings, settings.telegram_bot_token, key, answerer))
    except RefusedError:
        return _complain(texts.describe_refusal(settings.telegram_api_url), _BAD_SETTINGS)
    except StoreError as error:
        return _complain(texts.describe_bad_database(str(error)), _BAD_SETTINGS)
    except UnreachableError as error:
        reason = texts.describe_unreachable(settings.telegram_api_url, str(error))
        return _complain(reason, _UNREACHABLE)
    return 0


async def _serve(settings: Settings, token: str, key: bytes, answerer: Answerer) -> None:
    _cancel_on_signals()
    with suppress(asyncio.CancelledError):
        async with (
            open_memory(settings.database_url, key) as memory,
            run_service(
                token, settings.telegram_api_url, answerer, memory, settings.moderator_ids
            ) as refused,
        ):
            await refused.wait()
            raise RefusedError
    _LOG.info(texts.STOPPED)


def _cancel_on_signals() -> None:
    # Cancelling ends the start as quickly as the service; an event would have to wait for it.
    task = asyncio.current_task()
    for number in (signal.SIGTERM, signal.SIGINT):
        if task:
            asyncio.get_running_loop().add_signal_handler(number, task.cancel)


def _complain(message: str, code: int) -> int:
    sys.stderr.write(message + "\n")
    return code
