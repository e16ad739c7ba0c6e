"""Places that can be broken: a small disk, and a PostgreSQL server of one's own."""

from __future__ import annotations

import asyncio
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.web.running import find_free_port

_CHUNK = 64 * 1024


class NotPossibleError(Exception):
    """This machine does not allow it; the message says why."""


@contextmanager
def small_disk(folder: Path, mebibytes: int) -> Iterator[Path]:
    """Mount a file system of its own at `folder`.

    Raises:
        NotPossibleError: who runs this may not mount.
    """
    folder.mkdir(parents=True, exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={mebibytes}m", "tmpfs", str(folder)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise NotPossibleError("no right to mount a tmpfs") from error
    try:
        yield folder
    finally:
        unmount = ["umount", "--lazy", str(folder)]
        subprocess.run(unmount, check=False, capture_output=True)


@contextmanager
def filled(folder: Path) -> Iterator[None]:
    """Leave no byte free on the disk of `folder`."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as stream:
        size = _CHUNK
        while size:
            try:
                stream.write(bytes(size))
            except OSError:
                size //= 2
    try:
        yield
    finally:
        filler.unlink()


@dataclass(frozen=True, slots=True)
class Postgres:
    """A server of one's own: who runs it, its folder, and its port."""

    user: str | None
    data: Path
    port: int

    @property
    def url(self) -> str:
        """The address for `DATABASE_URL`."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    async def start(self) -> None:
        """Start it, and wait until it takes connections."""
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -k {self.data}"
        log = ("-l", str(self.data / "log"), "-o", options)
        await self._run("pg_ctl", "-D", str(self.data), "-w", *log, "start")

    async def crash(self) -> None:
        """Stop it at once, as a crash would."""
        await self._run("pg_ctl", "-D", str(self.data), "-m", "immediate", "stop")

    async def cut(self) -> int:
        """End every connection, and return how many there were."""
        end = (
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        out = await self._run("psql", "-h", "127.0.0.1", "-p", str(self.port), "-Atc", end)
        return int(out)

    async def _run(self, *words: str) -> str:
        return await asyncio.to_thread(run_as, self.user, *words)


def run_as(user: str | None, *words: str) -> str:
    """Run a program, as another user if one is named, and return what it wrote."""
    with tempfile.TemporaryFile() as out:
        # A file: the server keeps a pipe open for as long as it runs.
        env = {**os.environ, "PGUSER": "postgres", "PGDATABASE": "postgres", "LC_ALL": "C"}
        subprocess.run(
            words, check=True, user=user, cwd="/", env=env, stdout=out, stderr=subprocess.DEVNULL
        )
        out.seek(0)
        return out.read().decode()


@asynccontextmanager
async def open_postgres() -> AsyncIterator[Postgres]:
    """Run a new, empty server for as long as the context lasts.

    Raises:
        NotPossibleError: PostgreSQL is not installed, or nobody but root is there to run it.
    """
    if not all(map(shutil.which, ("initdb", "pg_ctl", "psql"))):
        raise NotPossibleError("initdb, pg_ctl and psql are not installed")
    folder, user = _make_folder()
    server = Postgres(user, folder, find_free_port())
    try:
        init = ("initdb", "-D", str(folder), "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N")
        await asyncio.to_thread(run_as, user, *init)
        await server.start()
        try:
            yield server
        finally:
            await server.crash()
    finally:
        shutil.rmtree(folder)


def _make_folder() -> tuple[Path, str | None]:
    """Return a folder for the server, and who is to run it: root must not."""
    owner = None
    if os.geteuid() == 0:
        try:
            owner = pwd.getpwnam("postgres")
        except KeyError:
            raise NotPossibleError("root may not run PostgreSQL") from None
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    if owner:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    return folder, owner.pw_name if owner else None
