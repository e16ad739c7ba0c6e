"""Writes files whole or not at all, even when the power fails between two steps."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.desk.errors import FileConflictError
from bot.texts import desk as texts


def write_new(path: Path, data: bytes) -> None:
    """Write `data` to `path`, which appears complete or not at all.

    Raises:
        FileExistsError: there is a file already; it stays as it is.
        OSError: it cannot be written.
    """
    with _write_beside(path, data) as temporary:
        # Unlike a rename, a link fails where there is a file.
        os.link(temporary, path)
    _sync_folder(path.parent)


def replace_file(path: Path, expected: bytes, data: bytes) -> None:
    """Put `data` in the place of the file's content, which must still be `expected`.

    Raises:
        FileConflictError: the file holds something else by now; it stays as it is.
        OSError: it cannot be read or written.
    """
    with _write_beside(path, data) as temporary:
        shutil.copymode(path, temporary)
        if path.read_bytes() != expected:
            raise FileConflictError(texts.describe_conflict(path.name))
        temporary.replace(path)
    _sync_folder(path.parent)


def remove_file(path: Path, expected: bytes) -> None:
    """Remove the file, whose content must still be `expected`.

    Raises:
        FileConflictError: it holds something else by now; it stays as it is.
        OSError: it cannot be read or removed.
    """
    if path.read_bytes() != expected:
        raise FileConflictError(texts.describe_conflict(path.name))
    path.unlink()
    _sync_folder(path.parent)


@contextmanager
def _write_beside(path: Path, data: bytes) -> Iterator[Path]:
    # Hidden, so that nobody who reads the folder meanwhile takes it for one of its files.
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def _sync_folder(folder: Path) -> None:
    # Windows neither opens folders nor needs this.
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
