"""The bot as a process of its own, as those who run it start it."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.chat.corpora import REAL
from tests.process_traces import find_address, keep_pages, open_log

PROGRAM = ("-W", "error", "-m", "bot")
_STARTED = "siap"


@dataclass
class RunningBot:
    """A process that writes its log to a file; `address` is that of its HTTP server, if any."""

    process: asyncio.subprocess.Process
    file: Path
    address: str | None = None

    @property
    def log(self) -> str:
        """What it wrote to standard error so far."""
        return self.file.read_text(encoding="utf-8")

    async def logs(self, words: str, within: float = 30) -> None:
        """Wait until it writes `words`."""
        ends = asyncio.get_running_loop().time() + within
        while words not in self.log:
            running = self.process.returncode is None
            assert running, f"ended before it wrote {words!r}:\n{self.log}"
            in_time = asyncio.get_running_loop().time() < ends
            assert in_time, f"did not write {words!r} within {within} s:\n{self.log}"
            await asyncio.sleep(0.02)

    async def ends(self, within: float = 30) -> int:
        """Wait for its end and return the exit code."""
        try:
            async with asyncio.timeout(within):
                return await self.process.wait()
        except TimeoutError:
            raise AssertionError(f"did not end within {within} s:\n{self.log}") from None

    async def terminate(self, by: signal.Signals = signal.SIGTERM) -> None:
        """Keep what its HTTP server tells for the leak watch, and ask it to stop."""
        await self.keep_pages()
        self.process.send_signal(by)

    async def keep_pages(self) -> None:
        """Keep what its HTTP server tells, unless it has ended or none listens yet."""
        if self.address is None or self.process.returncode is not None:
            return
        try:
            await keep_pages(self.address, self.file.parent)
        except httpx.ConnectError:
            assert _STARTED not in self.log, f"nothing listens at {self.address}:\n{self.log}"


@asynccontextmanager
async def run_bot(
    folder: Path, settings: Mapping[str, str], program: tuple[str, ...] = PROGRAM
) -> AsyncIterator[RunningBot]:
    """Run `python -m bot` with these settings only; `folder` is its working and data folder.

    Whoever watches `folder` for leaks finds its log and, if it listens, its pages there.
    """
    log = open_log(folder)
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    own = {"DATA_DIR": str(folder / "data"), "CORPUS_DIR": str(REAL)}
    with log.open("wb") as stream:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, *program),
            cwd=folder,
            env={**kept, **own, "PYTHONPATH": str(REAL.parent), **settings},
            stdout=stream,
            stderr=stream,
        )
    running = RunningBot(process, log, find_address(settings))
    try:
        yield running
        await running.keep_pages()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
