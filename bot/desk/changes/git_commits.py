"""One commit for each change of an article, where the corpus is in a git work tree."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from bot.texts import changes as texts

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS = 10.0
_PAUSES = (0.05, 0.1, 0.2, 0.4)
_NAME, _EMAIL = "Tanya Sirekap", "tanya-sirekap@localhost"
_OPTIONS = (
    # Nothing of the repository's own may run or ask; who commits is said for this commit only.
    *("-c", f"core.hooksPath={os.devnull}", "-c", "core.fsmonitor=false"),
    *("-c", "commit.gpgSign=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false"),
    *("-c", f"user.name={_NAME}", "-c", f"user.email={_EMAIL}"),
    *("-c", "core.quotePath=false", "--literal-pathspecs", "--no-pager"),
)


class _GitError(Exception):
    """Git failed; the message is the first line of what it `told`."""

    def __init__(self, told: str) -> None:
        super().__init__(next(iter(told.strip().splitlines()), texts.GIT_SILENT))
        self.told = told


class GitCommits:
    """Commits single files of the corpus; a failure is told and changes nothing else."""

    def __init__(self, corpus_dir: Path, *, enabled: bool) -> None:
        """Commit in the work tree of `corpus_dir`, if `enabled`."""
        self._corpus_dir = corpus_dir
        self._enabled = enabled

    async def record(self, file: str, subject: str) -> str | None:
        """Commit the present state of one article's file, and nothing else that is changed.

        Args:
            file: its name in `articles/`.
            subject: the first line of the message.

        Returns:
            What went wrong, as a sentence for the moderator, or None.
        """
        if not self._enabled:
            return None
        try:
            if await self._run("rev-parse", "--is-inside-work-tree") != "true":
                return texts.NO_WORK_TREE
            await self._commit(f"articles/{file}", " ".join(subject.split()))
        except _GitError as error:
            return texts.describe_git_failure(str(error))
        return None

    async def _commit(self, path: str, message: str) -> None:
        if not await self._run("status", "--porcelain", "--", path):
            return
        await self._run_patiently("add", "--", path)
        options = ("--quiet", "--no-verify", "--only", f"--message={message}")
        await self._run_patiently("commit", *options, "--", path)

    async def _run_patiently(self, *words: str) -> None:
        """Run git, again and again while somebody else is at the same work tree."""
        for pause in _PAUSES:
            try:
                await self._run(*words)
            except _GitError as error:
                if "index.lock" not in error.told:
                    raise
            else:
                return
            await asyncio.sleep(pause)
        await self._run(*words)

    async def _run(self, *words: str) -> str:
        """Run git in the corpus folder and return what it printed."""
        try:
            process = await asyncio.create_subprocess_exec(
                "git",
                *_OPTIONS,
                *words,
                cwd=self._corpus_dir,
                env=_make_environment(),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
            )
        except OSError as error:
            raise _GitError(error.strerror or str(error)) from error
        try:
            async with asyncio.timeout(_SECONDS):
                out, err = await process.communicate()
        except TimeoutError:
            raise _GitError(texts.GIT_TOO_SLOW) from None
        finally:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
        if process.returncode:
            raise _GitError((err or out).decode("utf-8", "replace"))
        return out.decode("utf-8", "replace").strip()


def _make_environment() -> dict[str, str]:
    """Return the environment without what would lead git elsewhere or make it ask."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
