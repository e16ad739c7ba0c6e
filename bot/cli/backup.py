"""`backup` and `restore`: all that a server holds, in one archive."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from bot.backups import BackupError, find_database, restore_backup, write_backup
from bot.texts import backups as texts

if TYPE_CHECKING:
    from bot.backups import Contents
    from bot.settings import Settings

_REFUSED = 1
_STANDARD = "-"


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add both commands."""
    backing_up = subparsers.add_parser("backup", help=texts.BACKUP, description=texts.BACKUP)
    backing_up.add_argument("file", metavar="FILE", help=texts.BACKUP_FILE)
    backing_up.set_defaults(run=run_backup)
    restoring = subparsers.add_parser("restore", help=texts.RESTORE, description=texts.RESTORE)
    restoring.add_argument("file", metavar="FILE", help=texts.RESTORE_FILE)
    restoring.add_argument("--replace", action="store_true", help=texts.REPLACE)
    restoring.set_defaults(run=run_restore)


def run_backup(args: argparse.Namespace, settings: Settings) -> int:
    """Write the archive, which appears whole or not at all; return 1 if its name is taken."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    if args.file == _STANDARD:
        contents = write_backup(settings, sys.stdout.buffer)
    else:
        path = Path(args.file)
        try:
            contents = _write_new(path, settings)
        except FileExistsError:
            sys.stderr.write(texts.describe_existing(path) + "\n")
            return _REFUSED
    sys.stderr.write(texts.describe_written(args.file, contents.corpus_files) + "\n")
    if find_database(settings) is None:
        sys.stderr.write(texts.OTHER_DATABASE + "\n")
    return 0


def run_restore(args: argparse.Namespace, settings: Settings) -> int:
    """Put everything back; return 1 when that is refused, with nothing changed."""
    try:
        if args.file == _STANDARD:
            contents = restore_backup(sys.stdin.buffer, settings, replace=args.replace)
        else:
            with Path(args.file).open("rb") as file:
                contents = restore_backup(file, settings, replace=args.replace)
    except BackupError as error:
        sys.stderr.write(f"{error}\n")
        return _REFUSED
    restored = texts.describe_restored(contents.corpus_files, database=contents.has_database)
    sys.stdout.write(restored + "\n")
    return 0


def _write_new(path: Path, settings: Settings) -> Contents:
    # It holds the privacy key; mkstemp makes it readable for its owner only.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            contents = write_backup(settings, file)
            file.flush()
            os.fsync(file.fileno())
        path.hardlink_to(name)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()
    return contents
