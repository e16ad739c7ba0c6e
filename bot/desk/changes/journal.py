"""Makes a change in steps that a crash between any two of them leaves whole.

The intent goes into the store, with the bytes before and after; then the file is written, whole or
not at all; then git has its commit; then, in one transaction, the audit line is added and the
intent and the draft are deleted. Whatever a crash leaves is settled before the next change and at
the next start, by comparing the file with the intent.
"""

from __future__ import annotations

import asyncio
import logging
import re
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from bot.articles.sources import ARTICLES
from bot.desk.changes.change_values import Recovery
from bot.desk.changes.differences import compare, read_title
from bot.desk.errors import FileConflictError, UnwritableError
from bot.desk.files.article_files import read_key
from bot.desk.files.atomic_files import remove_file, replace_file, write_new
from bot.desk.files.corpus_lock import hold_corpus
from bot.texts import changes as texts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from bot.desk.changes.git_commits import GitCommits
    from bot.store import AuditLine, AuditLog, Intent

_LOG = logging.getLogger(__name__)

_LEFTOVER = re.compile(r"\.[a-z0-9-]+\.md\.[0-9a-f]{8}\.tmp")


class Journal:
    """Carries out changes of one corpus folder, each while it holds the corpus."""

    def __init__(self, corpus_dir: Path, audit: AuditLog, commits: GitCommits) -> None:
        """Write into `corpus_dir`, and keep intents and lines in `audit`."""
        self._folder = corpus_dir / ARTICLES
        self._audit = audit
        self._commits = commits

    @asynccontextmanager
    async def hold(self) -> AsyncIterator[Recovery]:
        """Keep everybody else from changing the corpus, settle what a crash left, and yield that.

        Raises:
            BusyError: somebody else changes it for too long.
        """
        async with hold_corpus(self._folder):
            yield await self._recover()

    async def read(self, file: str) -> bytes | None:
        """Return the bytes of an article's file, or None when there is none.

        Raises:
            OSError: it cannot be read.
        """
        return await asyncio.to_thread(_read, self._folder / file)

    async def list_files(self) -> frozenset[str]:
        """Return the names of all files that there are."""
        return frozenset(
            await asyncio.to_thread(lambda: [path.name for path in self._folder.iterdir()])
        )

    async def carry_out(
        self, intent: Intent, version: int | None = None
    ) -> tuple[AuditLine, tuple[str, ...]]:
        """Do what `intent` says.

        Args:
            intent: what to do.
            version: the version of its draft, if it has one.

        Returns:
            The line of the audit log, and what did not work although the change stands.

        Raises:
            StaleIntentError: the draft has another version; nothing was done.
            FileConflictError: the file is not as the intent has it; nothing was done.
            FileExistsError: a new file has a name that is taken; nothing was done.
            UnwritableError: the file cannot be written; nothing was done.
        """
        await self._audit.begin(intent, version)
        try:
            await _run_to_the_end(lambda: _write(self._folder / intent.file, intent))
        except FileExistsError:
            await self._audit.drop(intent)
            raise
        except OSError as error:
            await self._audit.drop(intent)
            raise UnwritableError(f"{texts.UNWRITABLE}{error.strerror or error}.") from error
        except FileConflictError as error:
            await self._audit.drop(intent)
            changes = compare(intent.before, await self.read(intent.file))
            raise FileConflictError(texts.describe_conflict(intent.file, changes)) from error
        return await self._settle(intent)

    async def _recover(self) -> Recovery:
        """Settle or drop every intent that a crash has left, and remove half-written files."""
        await asyncio.to_thread(_remove_leftovers, self._folder)
        settled, dropped = 0, 0
        conflicts: list[str] = []
        for intent in await self._audit.list_intents():
            present = await self.read(intent.file)
            if present == intent.after or _was_published(intent, present):
                await self._settle(intent)
                settled += 1
                continue
            await self._audit.drop(intent)
            dropped += 1
            if present != intent.before:
                conflicts.append(texts.describe_unclear_change(intent.file))
        for conflict in conflicts:
            _LOG.warning(conflict)
        return Recovery(settled, dropped, tuple(conflicts))

    async def _settle(self, intent: Intent) -> tuple[AuditLine, tuple[str, ...]]:
        title = read_title(intent.after or intent.before or b"")
        subject = texts.describe_commit(intent.action.value, title, intent.undoes)
        problem = await self._commits.record(intent.file, subject)
        if problem:
            _LOG.warning(problem)
        line = await self._audit.settle(intent)
        return line, (problem,) if problem else ()


def _was_published(intent: Intent, present: bytes | None) -> bool:
    """Tell whether the intent's new file was written, and changed by somebody since."""
    return intent.before is None and present is not None and read_key(present) == intent.key


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _write(path: Path, intent: Intent) -> None:
    if intent.before is None and intent.after is not None:
        write_new(path, intent.after)
    elif intent.before is not None and intent.after is not None:
        replace_file(path, intent.before, intent.after)
    elif intent.before is not None:
        remove_file(path, intent.before)


def _remove_leftovers(folder: Path) -> None:
    for path in folder.iterdir():
        if _LEFTOVER.fullmatch(path.name):
            with suppress(FileNotFoundError):
                path.unlink()


async def _run_to_the_end(write: Callable[[], None]) -> None:
    """Run in a thread, and let it end even when the task is cancelled meanwhile.

    Otherwise the next change could begin before this one is on disk.
    """
    task = asyncio.ensure_future(asyncio.to_thread(write))
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise
