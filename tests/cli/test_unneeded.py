"""The running bot holds no part of a library in memory that only others need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """All that was imported by the time at which the bot finds that it has no token."""
    folder = tmp_path_factory.mktemp("settings")
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bot"],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    return frozenset(
        line.rpartition("|")[2].strip()
        for line in done.stderr.splitlines()
        if line.startswith("import time:")
    )


@pytest.mark.parametrize("library", ["telegram.ext", "httpx", "sqlalchemy", "numpy"])
def test_the_libraries_of_the_bot_are_loaded(loaded: frozenset[str], library: str) -> None:
    assert library in loaded


@pytest.mark.parametrize(
    "part",
    [
        # Command lines and terminals.
        *("rich", "pygments", "click"),
        # Other web servers than the one that serves, and that one where nobody asks it anything.
        *("tornado.ioloop", "uvicorn", "httptools", "starlette", "aiohttp"),
        # What is for new articles and old databases.
        *("trafilatura", "lxml", "dateparser", "PIL", "alembic"),
        # The parts of SQLAlchemy for objects and for coroutines, and what these need.
        *("sqlalchemy.orm", "sqlalchemy.ext.asyncio", "greenlet", "aiosqlite"),
    ],
)
def test_what_only_others_need_is_not_loaded(loaded: frozenset[str], part: str) -> None:
    assert part not in loaded


@pytest.mark.parametrize("command", ["check", "list", "stats"])
def test_to_look_at_the_corpus_takes_neither_the_desk_nor_a_database(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bot", "corpus", command, "--help"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}

    assert "bot.cli.corpus_arguments" in loaded
    assert not loaded & {"bot.desk", "bot.store", "sqlalchemy", "httpx", "asyncio", "cryptography"}
