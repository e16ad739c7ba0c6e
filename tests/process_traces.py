"""What a bot that is a process of its own leaves for the leak watch: its log, and its pages.

Both are files in the folder that is watched, where those of several processes lie side by side.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import sys
from asyncio.subprocess import Process
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import httpx

PATHS = ("metrics", "healthz", "readyz")
_CHECKOUT = Path(__file__).parents[1]
_LOG, _PAGE = "process-log", "process-page"
_ANSWERED_WITHIN = 30.0


def find_address(settings: Mapping[str, str]) -> str | None:
    """Return the address of the HTTP server that a bot with `settings` runs, if it runs one."""
    listen = settings.get("HTTP_LISTEN")
    return f"http://{listen}" if listen else None


def open_log(folder: Path) -> Path:
    """Return a new file for all that a process writes."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{_LOG}-{secrets.token_hex(4)}"
    file.touch()
    return file


async def start_python(
    arguments: Sequence[str], settings: Mapping[str, str], folder: Path
) -> tuple[Process, Path]:
    """Start Python with `arguments`, and `settings` besides ours; return it and its log."""
    log = open_log(folder)
    with log.open("wb") as stream:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, *arguments),
            cwd=_CHECKOUT,
            env={**os.environ, **settings},
            stdout=stream,
            stderr=stream,
        )
    return process, log


async def keep_pages(address: str, folder: Path) -> None:
    """Write down what the HTTP server at `address` tells those who look after the bot.

    Raises:
        httpx.TransportError: when it does not answer.
    """
    async with httpx.AsyncClient(base_url=address, timeout=_ANSWERED_WITHIN) as client:
        for path in PATHS:
            keep_page(path, (await client.get(f"/{path}")).text, folder)


def keep_page(path: str, text: str, folder: Path) -> None:
    """Write down what was told at `path`."""
    file = folder / f"{_PAGE}-{path}-{secrets.token_hex(4)}"
    file.write_text(text, encoding="utf-8")


def read_logs(folder: Path) -> Iterator[str]:
    """Yield each log in `folder` and below."""
    yield from _read(folder, _LOG)


def read_pages(folder: Path) -> Iterator[str]:
    """Yield each page in `folder` and below."""
    yield from _read(folder, _PAGE)


def _read(folder: Path, kind: str) -> Iterator[str]:
    for path in sorted(folder.rglob(f"{kind}-*")):
        yield path.read_text(encoding="utf-8", errors="replace")
