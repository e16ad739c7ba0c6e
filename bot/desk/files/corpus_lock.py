"""One change of the corpus at a time, among all processes of this machine."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.desk.errors import BusyError, NoFolderError
from bot.texts import changes as texts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

_PAUSE_SECONDS = 0.02
_MOST_SECONDS = 15.0


@asynccontextmanager
async def hold_corpus(folder: Path, seconds: float = _MOST_SECONDS) -> AsyncIterator[None]:
    """Wait until nobody else changes the articles in `folder`, and keep others waiting.

    The lock is one of the operating system on the folder itself: it needs no file of its own, and
    ends with the process, however that ends.

    Raises:
        BusyError: somebody else holds it for longer than `seconds`.
        NoFolderError: there is no such folder.
    """
    ends = time.monotonic() + seconds
    try:
        handle = os.open(folder, os.O_RDONLY)
    except FileNotFoundError as error:
        raise NoFolderError(texts.NO_FOLDER) from error
    try:
        while not _try(handle):
            if time.monotonic() > ends:
                raise BusyError(texts.BUSY)
            # Not a waiting call in a thread: all threads could be waiting for one that needs one.
            await asyncio.sleep(_PAUSE_SECONDS)
        yield
    finally:
        os.close(handle)


def _try(handle: int) -> bool:
    if sys.platform == "win32":
        return True
    import fcntl  # noqa: PLC0415 - there is none on Windows

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
