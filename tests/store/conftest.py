"""Databases that the store is tested on: a real SQLite file, and PostgreSQL where one listens."""

import os
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from bot.store import Memory, open_memory

KEY = b"k" * 32
LOCAL_POSTGRES = "postgresql://postgres@127.0.0.1:5432/test?connect_timeout=2"

OpenMemory = Callable[[], AbstractAsyncContextManager[Memory]]


class Clock:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.now = 1_710_000_000.0

    def __call__(self) -> float:
        return self.now

    def pass_days(self, days: float) -> None:
        self.now += days * 24 * 3600


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["sqlite", "postgresql"])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'data' / 'memory.db'}"
        return
    server = os.environ.get("TEST_DATABASE_URL", LOCAL_POSTGRES)
    server = server.replace("postgresql://", "postgresql+psycopg://", 1)
    schema = f"test_{secrets.token_hex(6)}"
    admin = create_engine(server)
    try:
        with admin.begin() as connection:
            connection.execute(text(f"CREATE SCHEMA {schema}"))
    except OperationalError:
        admin.dispose()
        pytest.skip("no PostgreSQL at TEST_DATABASE_URL or 127.0.0.1:5432")
    yield f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{schema}"
    with admin.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    admin.dispose()


@pytest.fixture
def reopen(database_url: str, clock: Clock) -> OpenMemory:
    """Open the same database again, as after a restart."""
    return lambda: open_memory(database_url, KEY, clock=clock)


@pytest.fixture
async def memory(reopen: OpenMemory) -> AsyncIterator[Memory]:
    async with reopen() as memory:
        yield memory
