"""One archive with all that a server holds: its database, privacy key and corpus."""

from __future__ import annotations

import io
import os
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO

from sqlalchemy.engine import make_url

from bot.articles import CorpusError, load_corpus
from bot.privacy import find_privacy_key
from bot.settings import Settings
from bot.texts import backups as texts

_DATABASE, _KEY, _CORPUS = "database.db", "privacy.key", "corpus"
_MOST_BYTES = 8 * 1024**3
_COPIED_PAGES = 1_000
_SIDES = ("", "-wal", "-shm")
"""The files of an SQLite database, by what follows its name."""


class BackupError(Exception):
    """An archive cannot be written or restored; the message says why and what helps."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What an archive holds: how many corpus files, and whether a database is among them."""

    corpus_files: int
    has_database: bool


def write_backup(settings: Settings, target: IO[bytes]) -> Contents:
    """Write the archive (tar, gzip) to `target`, while the bot may be running.

    The copy of an SQLite database is consistent (https://www.sqlite.org/backup.html); one in
    PostgreSQL is not in the archive, and `pg_dump` is its tool.

    Raises:
        OSError: a file cannot be read or `target` not be written.
    """
    database = find_database(settings)
    with (
        tempfile.TemporaryDirectory(dir=settings.data_dir) as folder,
        tarfile.open(fileobj=target, mode="w|gz") as archive,
    ):
        _add_bytes(archive, _KEY, find_privacy_key(settings).hex().encode() + b"\n")
        has_database = database is not None and database.is_file()
        if database and has_database:
            copy = Path(folder, _DATABASE)
            _copy_database(database, copy)
            archive.add(copy, _DATABASE, filter=_forget_owner)
        files = list(_list_files(settings.corpus_dir))
        for path in files:
            name = f"{_CORPUS}/{path.relative_to(settings.corpus_dir).as_posix()}"
            archive.add(path, name, filter=_forget_owner)
    return Contents(len(files), has_database)


def restore_backup(source: IO[bytes], settings: Settings, *, replace: bool) -> Contents:
    """Put back what `write_backup` wrote.

    Everything is unpacked and checked before the first file of the server moves. What is there
    already is moved aside into hidden folders beside it, never deleted.

    Args:
        source: the archive; nothing in it is trusted.
        settings: where to; the bot must not be running there.
        replace: whether what is there may be moved aside.

    Raises:
        BackupError: the archive is damaged or strange, or something is there and may not move.
        OSError: a file cannot be written.
    """
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    settings.corpus_dir.mkdir(parents=True, exist_ok=True)
    database = find_database(settings) or settings.data_dir / _DATABASE
    with (
        tempfile.TemporaryDirectory(dir=settings.data_dir) as data,
        tempfile.TemporaryDirectory(dir=settings.corpus_dir, prefix=".") as corpus,
    ):
        places = {_DATABASE: Path(data), _KEY: Path(data), _CORPUS: Path(corpus)}
        _unpack(source, places)
        contents = _check(places)
        moves = list(_plan(places, database, settings))
        present = [after for _, after in moves if after.exists()]
        if present and not replace:
            raise BackupError(texts.describe_present(present[0]))
        _swap(moves, [*(Path(f"{database}{side}") for side in _SIDES[1:]), *present])
    return contents


def find_database(settings: Settings) -> Path | None:
    """Return the file of the SQLite database, or None for another one."""
    url = make_url(settings.database_url)
    is_file = url.get_backend_name() == "sqlite" and url.database not in {None, "", ":memory:"}
    return Path(str(url.database)) if is_file else None


def _copy_database(database: Path, copy: Path) -> None:
    with closing(sqlite3.connect(database)) as ours, closing(sqlite3.connect(copy)) as other:
        # In pieces, between which the bot can write.
        ours.backup(other, pages=_COPIED_PAGES, sleep=0.01)


def _list_files(folder: Path) -> Iterator[Path]:
    """Yield the files of the corpus, not what is hidden or linked from elsewhere."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if not name.startswith(".") and path.is_file() and not path.is_symlink():
                yield path


def _add_bytes(archive: tarfile.TarFile, name: str, data: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(data), 0o600
    archive.addfile(entry, io.BytesIO(data))


def _forget_owner(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def _unpack(source: IO[bytes], places: dict[str, Path]) -> None:
    left = _MOST_BYTES
    try:
        with tarfile.open(fileobj=source, mode="r|gz") as archive:
            for entry in archive:
                first, *inner = PurePosixPath(entry.name).parts or ("",)
                left -= entry.size
                is_known = first in places and bool(inner) == (first == _CORPUS)
                if not is_known or not entry.isfile() or left < 0:
                    raise BackupError(texts.describe_strange(entry.name))
                archive.extract(entry, places[first], filter="data")
    except (tarfile.TarError, EOFError, OSError) as error:
        raise BackupError(texts.describe_damaged(str(error))) from error


def _check(places: dict[str, Path]) -> Contents:
    """Tell what was unpacked.

    Raises:
        BackupError: it is not a whole back-up.
    """
    corpus, database = places[_CORPUS] / _CORPUS, places[_DATABASE] / _DATABASE
    if not (places[_KEY] / _KEY).is_file():
        raise BackupError(texts.NO_KEY)
    try:
        load_corpus(corpus)
    except CorpusError as error:
        raise BackupError(texts.describe_damaged(str(error))) from error
    if database.is_file() and not _is_sound(database):
        raise BackupError(texts.DATABASE_DAMAGED)
    return Contents(len(list(_list_files(corpus))), database.is_file())


def _is_sound(database: Path) -> bool:
    try:
        with closing(sqlite3.connect(database)) as connection:
            verdict: object = connection.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.DatabaseError:
        return False
    return verdict == ("ok",)


def _plan(
    places: dict[str, Path], database: Path, settings: Settings
) -> Iterator[tuple[Path, Path]]:
    """Yield each unpacked file or folder and where it goes."""
    yield places[_KEY] / _KEY, settings.data_dir / _KEY
    if (places[_DATABASE] / _DATABASE).exists():
        yield places[_DATABASE] / _DATABASE, database
    # The folder itself may be a mounted volume, which cannot move.
    for path in sorted((places[_CORPUS] / _CORPUS).iterdir()):
        yield path, settings.corpus_dir / path.name


def _swap(moves: Iterable[tuple[Path, Path]], former: Iterable[Path]) -> None:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    for path in former:
        if path.exists():
            aside = path.parent / f".{texts.ASIDE}-{stamp}"
            aside.mkdir(exist_ok=True)
            path.rename(aside / path.name)
    for before, after in moves:
        before.rename(after)
