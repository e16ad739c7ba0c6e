"""An SQLite file with all tables, made once: tests that are not about tables begin with a copy."""

import asyncio
from pathlib import Path

import pytest

from bot.store.opening import open_database


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The content of a database file that nobody has used yet."""
    file = tmp_path_factory.mktemp("database") / "memory.db"
    asyncio.run(_make_tables(file))
    return file.read_bytes()


async def _make_tables(file: Path) -> None:
    database = await open_database(f"sqlite:///{file}")
    await database.close()
    assert not file.with_name("memory.db-wal").exists(), "not all is in the file itself"
