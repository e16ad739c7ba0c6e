"""Replicas as operators run them: processes with one token, key, database and data folder."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
import sys
from collections.abc import AsyncIterator
from collections.abc import Set as AbstractSet
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import yaml
from aiohttp import ClientError, ClientSession

from tests.leaks import find_process_leaks
from tests.process_traces import keep_pages, start_python

SECRET = "s" * 32
PATH = "/telegram"
_TOKEN = "1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"  # noqa: S105 - of no bot
_CHECKOUT = Path(__file__).resolve().parents[2]
_READY_WITHIN = 90.0
_MIB = 1024.0


@dataclass(frozen=True, slots=True)
class Replica:
    """A process of the bot, and the address of its HTTP server."""

    process: asyncio.subprocess.Process
    address: str

    @property
    def mebibytes(self) -> float:
        """Memory that it holds now, or NaN where the system does not tell."""
        status = Path(f"/proc/{self.process.pid}/status")
        lines = status.read_text().splitlines() if status.exists() else ()
        sizes = [line.split()[1] for line in lines if line.startswith("VmRSS")]
        return float(sizes[0]) / _MIB if sizes else float("nan")

    @property
    def cpu_seconds(self) -> float:
        """Processor time that it used so far."""
        return read_cpu(self.process.pid)


def read_cpu(pid: int) -> float:
    """Return the processor time of a process so far, or NaN where the system does not tell."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return float("nan")
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@asynccontextmanager
async def run_replicas(
    number: int, api_url: str, database_url: str, folder: Path, secrets: AbstractSet[str]
) -> AsyncIterator[list[Replica]]:
    """Run so many bots until they are not needed any more; all are ready when this returns.

    Raises:
        AssertionError: at the end, when what they wrote or showed holds the token or one of
            `secrets`, to which is added what people send meanwhile.
    """
    async with AsyncExitStack() as stack, ClientSession() as session:
        replicas = [
            await stack.enter_async_context(_run_replica(api_url, database_url, folder))
            for _ in range(number)
        ]
        async with asyncio.timeout(_READY_WITHIN):
            for replica in replicas:
                await _wait_until_ready(session, replica)
        yield replicas
    leaks = find_process_leaks({_TOKEN.partition(":")[2], *secrets}, folder)
    assert not leaks, leaks


@asynccontextmanager
async def _run_replica(api_url: str, database_url: str, folder: Path) -> AsyncIterator[Replica]:
    port = find_free_port()
    settings = {
        "TELEGRAM_BOT_TOKEN": _TOKEN,
        "TELEGRAM_API_URL": api_url,
        "DATA_DIR": str(folder),
        "DATABASE_URL": database_url,
        "PRIVACY_KEY": "ab" * 32,
        "WEBHOOK_URL": f"https://bot.example.org{PATH}",
        "WEBHOOK_SECRET": SECRET,
        "HTTP_LISTEN": f"127.0.0.1:{port}",
        "LOG_LEVEL": "WARNING",
    }
    process, log = await start_python(("-m", "bot"), settings, folder)
    replica = Replica(process, f"http://127.0.0.1:{port}")
    try:
        yield replica
        await keep_pages(replica.address, folder)
    finally:
        await _end(process)
        sys.stderr.write(log.read_text(encoding="utf-8"))


@asynccontextmanager
async def run_balancer(replicas: list[Replica], folder: Path) -> AsyncIterator[str]:
    """Run Caddy before `replicas`, set up as in compose.replicas.yaml; yields its address.

    Raises:
        FileNotFoundError: when it is not installed.
    """
    caddy = shutil.which("caddy")
    if caddy is None:
        raise FileNotFoundError("caddy is not installed")
    address = f"http://127.0.0.1:{find_free_port()}"
    file = folder / "Caddyfile"
    file.write_text(_adapt(read_caddyfile(), address, replicas), encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        *(caddy, "run", "--adapter", "caddyfile", "--config", str(file)),
        env={**os.environ, "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)},
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(_READY_WITHIN):
            while process.returncode is None:
                if _listens(address):
                    break
                await asyncio.sleep(0.05)
        yield address
    finally:
        await _end(process)


def read_caddyfile() -> str:
    """Return the configuration of the balancer in compose.replicas.yaml."""
    text = (_CHECKOUT / "compose.replicas.yaml").read_text(encoding="utf-8")
    content: str = yaml.safe_load(text)["configs"]["caddyfile"]["content"]
    return content


def _adapt(caddyfile: str, address: str, replicas: list[Replica]) -> str:
    """Serve plain HTTP on this machine, and name the replicas, whom no DNS server knows here."""
    before, dynamic, rest = caddyfile.partition("dynamic a bot 8080 {")
    if not dynamic:
        raise ValueError("the balancer finds its replicas in another way than expected")
    after = rest.partition("}")[2]
    known = " ".join(replica.address.removeprefix("http://") for replica in replicas)
    options = "{\n  admin off\n  auto_https off\n}\n"
    return options + f"{before}to {known}{after}".replace("${DOMAIN}", address)


async def _wait_until_ready(session: ClientSession, replica: Replica) -> None:
    while replica.process.returncode is None:
        with suppress(ClientError):
            async with session.get(f"{replica.address}/readyz") as answer:
                if answer.ok:
                    return
        await asyncio.sleep(0.05)
    raise RuntimeError(f"a replica ended with {replica.process.returncode}")


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.send_signal(signal.SIGTERM)
    await process.wait()


def find_free_port() -> int:
    """Return a port on which nobody listens now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def _listens(address: str) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", int(address.rpartition(":")[2]))) == 0
