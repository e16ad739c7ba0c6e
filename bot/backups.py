"""One archive with all that a server holds: its database, privacy key and corpus."""

from __future__ import annotations

import io
import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from sqlalchemy.engine import make_url

from bot.articles import CorpusError, load_corpus
from bot.privacy import find_privacy_key
from bot.setting_values import parse_privacy_key
from bot.settings import Settings
from bot.texts import backups as texts

DATABASE, KEY, CORPUS = "database.db", "privacy.key", "corpus"
"""What an archive holds: two files and a folder."""

_MOST_BYTES = 8 * 1024**3
_COPIED_PAGES = 1_000


class BackupError(Exception):
    """An archive cannot be written or restored; the message says why and what helps."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What an archive holds: how many corpus files, whether a database, and the privacy key."""

    corpus_files: int
    has_database: bool
    key: bytes = field(repr=False)


def write_backup(settings: Settings, target: IO[bytes]) -> Contents:
    """Write the archive (tar, gzip) to `target`, while the bot may be running.

    The database is copied as it is at one moment, and as an SQLite file also from PostgreSQL, so
    that it can be restored to either.

    Raises:
        OSError: a file cannot be read or `target` not be written.
        StoreError: the database cannot be read.
    """
    with (
        tempfile.TemporaryDirectory(dir=settings.data_dir) as folder,
        tarfile.open(fileobj=target, mode="w|gz") as archive,
    ):
        key = find_privacy_key(settings)
        _add_bytes(archive, KEY, key.hex().encode() + b"\n")
        copy = Path(folder, DATABASE)
        has_database = _copy_database(settings, copy)
        if has_database:
            archive.add(copy, DATABASE, filter=_forget_owner)
        files = list(_list_files(settings.corpus_dir))
        for path in files:
            name = f"{CORPUS}/{path.relative_to(settings.corpus_dir).as_posix()}"
            archive.add(path, name, filter=_forget_owner)
    return Contents(len(files), has_database, key)


def find_database(settings: Settings) -> Path | None:
    """Return the file of the SQLite database, or None for another one."""
    url = make_url(settings.database_url)
    is_file = url.get_backend_name() == "sqlite" and url.database not in {None, "", ":memory:"}
    return Path(str(url.database)) if is_file else None


def _copy_database(settings: Settings, copy: Path) -> bool:
    """Write the database to the file `copy`; return False where there is none yet."""
    database = find_database(settings)
    if database is None:
        # Only those who run PostgreSQL need what it takes.
        from bot.store.copying import copy_out  # noqa: PLC0415

        return copy_out(settings.database_url, copy)
    if not database.is_file():
        return False
    with closing(sqlite3.connect(database)) as ours, closing(sqlite3.connect(copy)) as other:
        # In pieces, between which the bot can write.
        ours.backup(other, pages=_COPIED_PAGES, sleep=0.01)
    return True


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


def unpack(source: IO[bytes], places: Mapping[str, Path]) -> Contents:
    """Unpack an archive, of which nothing is trusted, and tell what it holds.

    Args:
        source: the archive.
        places: the folders for `DATABASE`, `KEY` and `CORPUS`, in which they get those names.

    Raises:
        BackupError: it is damaged, strange, or not a whole back-up.
    """
    left = _MOST_BYTES
    try:
        with tarfile.open(fileobj=source, mode="r|gz") as archive:
            for entry in archive:
                first, *inner = PurePosixPath(entry.name).parts or ("",)
                left -= entry.size
                is_known = first in places and bool(inner) == (first == CORPUS)
                if not is_known or not entry.isfile() or left < 0:
                    raise BackupError(texts.describe_strange(entry.name))
                _extract(archive, entry, places[first])
    except (tarfile.TarError, EOFError, OSError) as error:
        raise BackupError(texts.describe_damaged(str(error))) from error
    return _check(places)


def _extract(archive: tarfile.TarFile, entry: tarfile.TarInfo, folder: Path) -> None:
    # The filters of tarfile do the same, but Python 3.11 has them from 3.11.4 only.
    target = (folder / entry.name).resolve()
    content = archive.extractfile(entry)
    if content is None or not target.is_relative_to(folder.resolve()):
        raise BackupError(texts.describe_strange(entry.name))
    target.parent.mkdir(parents=True, exist_ok=True)
    with content, target.open("wb") as file:
        shutil.copyfileobj(content, file)
    target.chmod(0o600 if entry.name == KEY else 0o644)


def _check(places: Mapping[str, Path]) -> Contents:
    corpus, database = places[CORPUS] / CORPUS, places[DATABASE] / DATABASE
    try:
        key = parse_privacy_key((places[KEY] / KEY).read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise BackupError(texts.NO_KEY) from error
    try:
        load_corpus(corpus)
    except CorpusError as error:
        raise BackupError(texts.describe_damaged(str(error))) from error
    if database.is_file() and not _is_sound(database):
        raise BackupError(texts.DATABASE_DAMAGED)
    return Contents(len(list(_list_files(corpus))), database.is_file(), key)


def _is_sound(database: Path) -> bool:
    try:
        with closing(sqlite3.connect(database)) as connection:
            verdict: object = connection.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.DatabaseError:
        return False
    return verdict == ("ok",)
