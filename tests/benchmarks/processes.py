"""Bots as processes of their own, all on one core, so that each has the same machine."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.counterpart import Counterpart, Line
from tests.leaks import find_process_leaks
from tests.process_traces import keep_pages, start_python

_TOKEN = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"  # noqa: S105 - of no bot
_SECRET = "s" * 32
_STARTED_WITHIN = 60.0
_MIB = 1024.0


@dataclass(frozen=True, slots=True)
class RunningBot:
    """A bot that has connected: its line to the counterpart, and its process."""

    line: Line
    process: asyncio.subprocess.Process

    @property
    def mebibytes(self) -> float:
        """Memory that the process holds now, or NaN where the system does not tell."""
        status = Path(f"/proc/{self.process.pid}/status")
        lines = status.read_text().splitlines() if status.exists() else ()
        sizes = [line.split()[1] for line in lines if line.startswith("VmRSS")]
        return float(sizes[0]) / _MIB if sizes else float("nan")

    @property
    def cpu_seconds(self) -> float:
        """Processor time that it used so far, or NaN where the system does not tell."""
        stat = Path(f"/proc/{self.process.pid}/stat")
        if not stat.exists():
            return float("nan")
        fields = stat.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Kind:
    """How a bot is started: arguments of Python, and whether updates come by webhook."""

    name: str
    arguments: tuple[str, ...]
    has_webhook: bool = False


@asynccontextmanager
async def run_bot(
    kind: Kind, counterpart: Counterpart, api_url: str, number: int, folder: Path
) -> AsyncIterator[RunningBot]:
    """Run a bot until it is not needed any more; it has connected when this returns.

    Raises an AssertionError at the end when it told or wrote who sent what, or the token.

    Args:
        kind: how it is started; in arguments, {token}, {api} and {port} are replaced.
        counterpart: whom it talks to.
        api_url: the counterpart's address.
        number: the number of its token.
        folder: where it may keep what it likes.
    """
    line, port = counterpart.open_line(number), _find_port()
    token = f"{number}:{_TOKEN}"
    settings = {
        "TELEGRAM_BOT_TOKEN": token,
        "TELEGRAM_API_URL": api_url,
        "DATA_DIR": str(folder),
        "LOG_LEVEL": "WARNING",
    }
    if kind.has_webhook:
        line.port = port
        settings["WEBHOOK_URL"] = "https://bot.example.org/telegram"
        settings["WEBHOOK_SECRET"] = _SECRET
        settings["HTTP_LISTEN"] = f"127.0.0.1:{port}"
    arguments = [part.format(token=token, api=api_url, port=port) for part in kind.arguments]
    process, log = await start_python(arguments, settings, folder)
    _pin(process.pid, is_bot=True)
    try:
        async with asyncio.timeout(_STARTED_WITHIN):
            await _wait_until_ready(line, process, port if kind.has_webhook else None)
        yield RunningBot(line, process)
        if kind.has_webhook:
            await keep_pages(f"http://127.0.0.1:{port}", folder)
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        await process.wait()
        sys.stderr.write(log.read_text(encoding="utf-8"))
    leaks = find_process_leaks({_TOKEN, *counterpart.secrets}, folder)
    assert not leaks, leaks


def pin_self() -> None:
    """Keep this process away from the core of the bots."""
    _pin(0, is_bot=False)


def _pin(process: int, *, is_bot: bool) -> None:
    cores = range(os.cpu_count() or 1)
    if sys.platform == "linux" and len(cores) > 1:
        os.sched_setaffinity(process, cores[:1] if is_bot else cores[1:])


async def _wait_until_ready(
    line: Line, process: asyncio.subprocess.Process, port: int | None
) -> None:
    while process.returncode is None:
        if port is None and line.polls:
            return
        if port is not None and line.webhook and _listens(port):
            return
        await asyncio.sleep(0.05)
    raise RuntimeError(f"the bot ended with {process.returncode}")


def _find_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
