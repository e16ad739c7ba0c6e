"""The bot as a process of its own, as those who run it start it."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.chat.corpora import REAL


@dataclass
class RunningBot:
    """A process that writes its log to a file."""

    process: asyncio.subprocess.Process
    file: Path

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
        async with asyncio.timeout(within):
            return await self.process.wait()

    def terminate(self, by: signal.Signals = signal.SIGTERM) -> None:
        """Ask it to stop."""
        self.process.send_signal(by)


@asynccontextmanager
async def run_bot(folder: Path, settings: Mapping[str, str]) -> AsyncIterator[RunningBot]:
    """Run `python -m bot` with these settings only; `folder` is its working and data folder."""
    log = folder / "log.txt"
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    own = {"DATA_DIR": str(folder / "data"), "CORPUS_DIR": str(REAL)}
    with log.open("wb") as stream:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-W", "error", "-m", "bot"),
            cwd=folder,
            env={**kept, **own, "PYTHONPATH": str(REAL.parent), **settings},
            stdout=stream,
            stderr=stream,
        )
    try:
        yield RunningBot(process, log)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
