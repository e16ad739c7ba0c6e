"""A PostgreSQL database is backed up and restored by the commands of the README."""

import os
import re
import secrets
import shutil
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import create_async_engine

from bot.store import Asked, open_memory
from tests.store.conftest import KEY, LOCAL_POSTGRES

README = Path(__file__).resolve().parents[2] / "README.md"
SAVED, LATER = Asked("Apa itu Sirekap?"), Asked("Siapa yang membuatnya?")


@pytest.fixture
async def url() -> AsyncIterator[str]:
    """An empty database, of which everything may be dumped."""
    server = make_url(os.environ.get("TEST_DATABASE_URL", LOCAL_POSTGRES))
    server = server.set(drivername="postgresql+psycopg")
    name = f"dump_{secrets.token_hex(6)}"
    admin = create_async_engine(server, isolation_level="AUTOCOMMIT")
    try:
        async with admin.connect() as connection:
            await connection.execute(text(f"CREATE DATABASE {name}"))
    except OperationalError:
        await admin.dispose()
        pytest.skip("no PostgreSQL at TEST_DATABASE_URL or 127.0.0.1:5432")
    yield server.set(database=name).render_as_string(hide_password=False)
    async with admin.connect() as connection:
        await connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    await admin.dispose()


def read_options(program: str) -> list[str]:
    """Return the options that the README gives to a program, without those of its database."""
    (line,) = re.findall(rf"exec -T database {program} (.+?) [<>] ", README.read_text("utf-8"))
    options = [part for part in str(line).split() if part.startswith("--")]
    return [part for part in options if not part.startswith(("--username", "--dbname"))]


def run(program: str, url: str, file: Path) -> None:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed")
    address = f"--dbname={url.replace('+psycopg', '', 1)}"
    target = f"--file={file}" if program == "pg_dump" else str(file)
    command = [found, *read_options(program), address, target]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "server version mismatch" in done.stderr:
        pytest.skip(f"{program} is older than the server")

    assert done.returncode == 0, done.stderr


async def test_what_was_dumped_is_there_again_and_what_came_later_is_not(
    url: str, tmp_path: Path
) -> None:
    dump = tmp_path / "basisdata.dump"
    async with open_memory(url, KEY) as memory:
        saved = await memory.questions.remember(SAVED)
        run("pg_dump", url, dump)
        later = await memory.questions.remember(LATER)
    run("pg_restore", url, dump)
    async with open_memory(url, KEY) as memory:
        assert await memory.questions.recall(saved) == SAVED
        assert await memory.questions.recall(later) is None
