"""The desk for those who sit at the command line: its changes are in the audit log, too."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, TypeVar

from bot.desk import DeskRules, Shelf, open_operator_desk
from bot.privacy import find_privacy_key
from bot.settings import SettingsError
from bot.store import OtherKeyError, StoreError, open_memory
from bot.texts import serve as texts

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.desk import Change, ChangeDesk
    from bot.settings import Settings

_Result = TypeVar("_Result")

REFUSED = 1
"""The exit code for what the desk refuses."""


def use_desk(
    settings: Settings, shelf: Shelf, act: Callable[[ChangeDesk], Awaitable[_Result]]
) -> _Result:
    """Open the desk, settle what a crash has left, and return what `act` returns.

    Raises:
        SettingsError: the database cannot be opened.
        DeskError: what `act` does is refused.
    """
    try:
        return asyncio.run(_use_desk(settings, shelf, act))
    except OtherKeyError as error:
        raise SettingsError(str(error)) from error
    except StoreError as error:
        raise SettingsError(texts.describe_bad_database(str(error))) from error


def show_warnings(change: Change) -> None:
    """Write what did not work although the change stands."""
    for warning in change.warnings:
        sys.stderr.write(f"{warning}\n")


async def _use_desk(
    settings: Settings, shelf: Shelf, act: Callable[[ChangeDesk], Awaitable[_Result]]
) -> _Result:
    async with open_memory(settings.database_url, find_privacy_key(settings)) as memory:
        desk = open_operator_desk(memory, shelf, DeskRules(corpus_git=settings.corpus_git))
        return await act(desk)
