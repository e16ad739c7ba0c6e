"""`new-key`: the present privacy key becomes that of the database, after it was changed."""

from __future__ import annotations

import argparse
import asyncio
import sys
from typing import TYPE_CHECKING

from bot.privacy import find_privacy_key
from bot.store import StoreError, adopt_key
from bot.texts import serve as texts

if TYPE_CHECKING:
    from bot.settings import Settings

_BAD_SETTINGS = 2


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("new-key", help=texts.NEW_KEY, description=texts.NEW_KEY)
    parser.set_defaults(run=run)


def run(_args: argparse.Namespace, settings: Settings) -> int:
    """Forget whomever the former key knew, say how much that was, and return 0; 2 on failure."""
    try:
        forgotten = asyncio.run(adopt_key(settings.database_url, find_privacy_key(settings)))
    except StoreError as error:
        sys.stderr.write(texts.describe_bad_database(str(error)) + "\n")
        return _BAD_SETTINGS
    told = texts.SAME_KEY if forgotten is None else texts.describe_new_key(forgotten)
    sys.stdout.write(told + "\n")
    return 0
