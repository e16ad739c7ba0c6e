"""An archive put back: at once, or checked now and put back when the bot starts again."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from bot.backups import CORPUS, DATABASE, KEY, BackupError, Contents, find_database, unpack
from bot.settings import Settings
from bot.store import StoreError
from bot.texts import backups as texts

_STAGED = ".pemulihan"
"""The folder of what is to be put back at the next start, in DATA_DIR and in CORPUS_DIR."""

_SIDES = ("", "-wal", "-shm")
"""The files of an SQLite database, by what follows its name."""


def restore_backup(
    source: IO[bytes], settings: Settings, *, replace: bool, any_key: bool = False
) -> Contents:
    """Put back what `write_backup` wrote.

    Everything is unpacked and checked before the first file of the server moves. What is there
    already is moved aside, files into hidden folders beside it, never deleted.

    Args:
        source: the archive; nothing in it is trusted.
        settings: where to; the bot must not be running there.
        replace: whether what is there may be moved aside.
        any_key: whether the archive's privacy key may be another one than that of the settings.

    Raises:
        BackupError: the archive is damaged or strange, its key is another one, or something is
            there and may not move.
        OSError: a file cannot be written.
        StoreError: the database cannot be written.
    """
    with _make_places(settings) as places:
        contents = _unpack(source, places, settings, any_key=any_key)
        _put_back(places, settings, replace=replace)
    return contents


def stage_backup(source: IO[bytes], settings: Settings, *, any_key: bool = False) -> Contents:
    """Check what `write_backup` wrote, and leave it to `finish_restoration`.

    Raises:
        BackupError: the archive is damaged or strange, or its key another one; nothing changes.
        OSError: a file cannot be written.
    """
    with _make_places(settings) as places:
        contents = _unpack(source, places, settings, any_key=any_key)
        corpus, data = settings.corpus_dir / _STAGED, settings.data_dir / _STAGED
        for staged in (data, corpus):
            shutil.rmtree(staged, ignore_errors=True)
        # The one that is looked for comes last, when all is there.
        places[CORPUS].rename(corpus)
        places[KEY].rename(data)
    return contents


def finish_restoration(settings: Settings) -> bool:
    """Put back what was staged, if anything was; begin with this, before anything is opened.

    One of several bots that start together does it, and the others wait.

    Raises:
        BackupError: it failed, and is still staged.
    """
    data = settings.data_dir / _STAGED
    if not data.is_dir():
        return False
    with _alone(data):
        if not data.is_dir():
            return False
        places = _name_places(data, settings.corpus_dir / _STAGED)
        try:
            _put_back(places, settings, replace=True)
            # First the one that is looked for.
            for staged in (data, settings.corpus_dir / _STAGED):
                shutil.rmtree(staged)
        except (StoreError, OSError) as error:
            raise BackupError(texts.describe_unrestored(str(error))) from error
    return True


def _unpack(
    source: IO[bytes], places: dict[str, Path], settings: Settings, *, any_key: bool
) -> Contents:
    contents = unpack(source, places)
    if not any_key and settings.privacy_key not in {None, contents.key}:
        raise BackupError(texts.OTHER_KEY)
    return contents


@contextmanager
def _make_places(settings: Settings) -> Iterator[dict[str, Path]]:
    """Make the folders to unpack into, on the file systems that the files are for."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    settings.corpus_dir.mkdir(parents=True, exist_ok=True)
    data = Path(tempfile.mkdtemp(dir=settings.data_dir, prefix="."))
    corpus = Path(tempfile.mkdtemp(dir=settings.corpus_dir, prefix="."))
    try:
        yield _name_places(data, corpus)
    finally:
        for folder in (data, corpus):
            shutil.rmtree(folder, ignore_errors=True)


def _name_places(data: Path, corpus: Path) -> dict[str, Path]:
    return {DATABASE: data, KEY: data, CORPUS: corpus}


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other process holds `folder`, and hold it; it may be gone by then."""
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415 - there is none on Windows

    try:
        handle = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        yield
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _put_back(places: dict[str, Path], settings: Settings, *, replace: bool) -> None:
    database = find_database(settings)
    moves = list(_plan(places, database, settings))
    present = [after for _, after in moves if after.exists()]
    if present and not replace:
        raise BackupError(texts.describe_present(present[0]))
    copy = places[DATABASE] / DATABASE
    if database is None and copy.exists():
        # Only those who run PostgreSQL need what it takes.
        from bot.store.copying import copy_in  # noqa: PLC0415

        copy_in(copy, settings.database_url, replace=replace)
        copy.unlink()
    sides = [Path(f"{database}{side}") for side in _SIDES[1:]] if copy.exists() else []
    _swap(moves, [*sides, *present])


def _plan(
    places: dict[str, Path], database: Path | None, settings: Settings
) -> Iterator[tuple[Path, Path]]:
    """Yield each unpacked file or folder that is to move, and where it goes."""
    if (places[KEY] / KEY).exists():
        yield places[KEY] / KEY, settings.data_dir / KEY
    if database and (places[DATABASE] / DATABASE).exists():
        yield places[DATABASE] / DATABASE, database
    # The folder itself may be a mounted volume, which cannot move.
    with suppress(FileNotFoundError):
        for path in sorted((places[CORPUS] / CORPUS).iterdir()):
            yield path, settings.corpus_dir / path.name


def _swap(moves: Iterable[tuple[Path, Path]], former: Iterable[Path]) -> None:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    for path in former:
        if path.exists():
            aside = path.parent / f".{texts.ASIDE}-{stamp}"
            aside.mkdir(exist_ok=True)
            path.rename(aside / path.name)
    for before, after in moves:
        before.rename(after)
