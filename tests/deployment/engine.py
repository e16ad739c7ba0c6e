"""A container engine with Compose, and copies of the checkout that it runs."""

from __future__ import annotations

import asyncio
import functools
import os
import secrets
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.fake_telegram import FakeTelegram
from tests.process_traces import PATHS, keep_page, open_log

ROOT = Path(__file__).resolve().parents[2]
IMAGE = "tanya-sirekap-test"
GATEWAY = "host.docker.internal"
"""By this name containers find the machine that they run on."""

_IN_IMAGE = ("bot", "corpus", "pyproject.toml", "uv.lock", "README.md", "LICENSE")
_DEPLOYED = ("Dockerfile", ".dockerignore", "compose.yaml", "compose.replicas.yaml")
_TELL = (
    "import http.client, sys; bot = http.client.HTTPConnection('127.0.0.1', 8080); "
    "bot.request('GET', sys.argv[1]); print(bot.getresponse().read().decode())"
)
_PULL_SECONDS = 300
_RUN_SECONDS = 300


def require_engine(*images: str) -> None:
    """Skip the test where no engine runs, it has no Compose, or `images` are not to be had."""
    missing = _find_missing() or next(filter(None, map(_find_missing_image, images)), None)
    if missing:
        pytest.skip(missing)


@functools.cache
def _find_missing() -> str | None:
    if shutil.which("docker") is None:
        return "docker is not installed"
    if _fails("info"):
        return "no container engine answers"
    return "docker has no compose" if _fails("compose", "version") else None


@functools.cache
def _find_missing_image(image: str) -> str | None:
    there = not _fails("image", "inspect", image) or not _fails("pull", "--quiet", image)
    return None if there else f"the image {image} is not to be had here"


def _fails(*words: str) -> bool:
    try:
        return bool(run_docker(*words, seconds=_PULL_SECONDS).returncode)
    except subprocess.TimeoutExpired:
        return True


def run_docker(
    *words: str | Path, seconds: float = _RUN_SECONDS
) -> subprocess.CompletedProcess[str]:
    """Run `docker` with `words` to its end."""
    return subprocess.run(
        [shutil.which("docker") or "docker", *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds,
    )


def copy_checkout(folder: Path) -> Path:
    """Copy what is deployed into `folder`, without the settings and data of whoever tests."""
    for name in (*_IN_IMAGE, *_DEPLOYED):
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__", ".*")
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


@dataclass(frozen=True)
class Site:
    """A checkout on a server, in whose folder commands are run as operators run them."""

    folder: Path
    environment: dict[str, str]

    async def run(self, command: str, *, seconds: float = _RUN_SECONDS) -> str:
        """Run a line of shell, hold that it succeeds, and return what it wrote."""
        process = await asyncio.create_subprocess_exec(
            *("bash", "-euo", "pipefail", "-c", command),
            cwd=self.folder,
            env={**os.environ, **self.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        async with asyncio.timeout(seconds):
            output, _ = await process.communicate()
        text = output.decode()
        assert process.returncode == 0, f"{command}\n{text}"
        return text


@asynccontextmanager
async def open_site(
    telegram: FakeTelegram, folder: Path, compose_file: str, override: str, settings: dict[str, str]
) -> AsyncIterator[Site]:
    """Lay out a checkout with its `.env` for the fake Telegram; remove all that ran at the end.

    What the bots wrote and tell at the end is kept in `folder` for the leak watch.

    Args:
        telegram: the Bot API.
        folder: for the checkout, which is copied.
        compose_file: the one that operators use.
        override: what differs in the test, as a Compose file.
        settings: of `.env`, beside those of the Bot API.
    """
    copy_checkout(folder)
    (folder / "override.yaml").write_text(override, encoding="utf-8")
    async with _relay(telegram) as port:
        connection = {
            "TELEGRAM_BOT_TOKEN": telegram.token,
            "TELEGRAM_API_URL": f"http://{GATEWAY}:{port}",
        }
        lines = (f"{name}={value}\n" for name, value in (connection | settings).items())
        (folder / ".env").write_text("".join(lines), encoding="utf-8")
        site = Site(
            folder,
            {
                "COMPOSE_FILE": f"{compose_file}:override.yaml",
                "COMPOSE_PROJECT_NAME": f"test-{secrets.token_hex(4)}",
            },
        )
        try:
            yield site
            await _keep_traces(site)
        finally:
            await site.run("docker compose down --volumes --timeout 1")


async def _keep_traces(site: Site) -> None:
    """Keep what the bots wrote, and what those that run tell, for the leak watch."""
    open_log(site.folder).write_text(await site.run("docker compose logs bot"), encoding="utf-8")
    for container in (await site.run("docker compose ps --quiet bot")).split():
        for path in PATHS:
            page = await site.run(f'docker exec {container} python -c "{_TELL}" /{path}')
            keep_page(path, page, site.folder)


@asynccontextmanager
async def _relay(telegram: FakeTelegram) -> AsyncIterator[int]:
    """Let containers reach the fake, which listens on the loopback interface only."""

    async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while data := await reader.read(1 << 16):
                writer.write(data)
                await writer.drain()
        except ConnectionError:
            pass
        finally:
            writer.close()

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(pump(reader, back), pump(there, writer))

    port = int(telegram.api_url.rpartition(":")[2])
    server = await asyncio.start_server(pass_on, "0.0.0.0")  # noqa: S104 - for containers
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        server.close()
