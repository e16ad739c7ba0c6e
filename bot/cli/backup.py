"""`backup` and `restore`: all that a server holds, in one archive."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from bot.backups import BackupError, write_backup
from bot.restoration import restore_backup, stage_backup
from bot.store import StoreError
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
    how = restoring.add_mutually_exclusive_group()
    how.add_argument("--replace", action="store_true", help=texts.REPLACE)
    how.add_argument("--at-restart", action="store_true", help=texts.AT_RESTART)
    restoring.add_argument("--other-key", action="store_true", help=texts.ANY_KEY)
    restoring.set_defaults(run=run_restore)


def run_backup(args: argparse.Namespace, settings: Settings) -> int:
    """Write the archive, which appears whole or not at all; return 1 when that is refused."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    try:
        if args.file == _STANDARD:
            contents = write_backup(settings, sys.stdout.buffer)
        else:
            contents = _write_new(Path(args.file), settings)
    except FileExistsError:
        return _refuse(texts.describe_existing(Path(args.file)))
    except StoreError as error:
        return _refuse(str(error))
    done = texts.describe_written(contents.corpus_files, database=contents.has_database)
    sys.stderr.write(done + "\n")
    return 0


def run_restore(args: argparse.Namespace, settings: Settings) -> int:
    """Put everything back, or have it put back; return 1 when that is refused."""
    try:
        if args.file == _STANDARD:
            contents = _restore(sys.stdin.buffer, args, settings)
        else:
            with Path(args.file).open("rb") as file:
                contents = _restore(file, args, settings)
    except (BackupError, StoreError) as error:
        return _refuse(str(error))
    if settings.privacy_key not in {None, contents.key}:
        sys.stderr.write(texts.OTHER_KEY_KEPT + "\n")
    restored = texts.describe_restored(contents.corpus_files, database=contents.has_database)
    sys.stdout.write((texts.STAGED if args.at_restart else restored) + "\n")
    return 0


def _restore(source: IO[bytes], args: argparse.Namespace, settings: Settings) -> Contents:
    if args.at_restart:
        return stage_backup(source, settings, any_key=args.other_key)
    return restore_backup(source, settings, replace=args.replace, any_key=args.other_key)


def _refuse(reason: str) -> int:
    sys.stderr.write(reason + "\n")
    return _REFUSED


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
