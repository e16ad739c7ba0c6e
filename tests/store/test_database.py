"""The database opens, shares, and says plainly when it can't."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.store import Asked, StoreError, open_memory
from bot.store.opening import open_database
from tests.store.conftest import KEY, OpenMemory


async def test_sqlite_writes_ahead_and_waits_for_others(tmp_path: Path) -> None:
    database = await open_database(f"sqlite:///{tmp_path / 'memory.db'}")
    with database.engine.connect() as connection:
        mode = connection.execute(text("PRAGMA journal_mode")).scalar_one()
        wait = connection.execute(text("PRAGMA busy_timeout")).scalar_one()
    await database.close()

    assert (mode, wait) == ("wal", 2000)


async def test_many_write_at_once(reopen: OpenMemory) -> None:
    async with reopen() as one, reopen() as other:
        tokens = await asyncio.gather(
            *(
                memory.questions.remember(Asked(f"pertanyaan {number}"))
                for number in range(20)
                for memory in (one, other)
            )
        )
        assert len(set(tokens)) == 20
        assert await other.questions.recall(tokens[0]) == Asked("pertanyaan 0")


async def test_several_replicas_may_start_together(reopen: OpenMemory) -> None:
    async def start() -> None:
        async with reopen():
            pass

    await asyncio.gather(*(start() for _ in range(4)))


@pytest.mark.parametrize(
    "url",
    [
        "nothing://here",
        "no address at all",
        "postgresql+psycopg://who:geheim@127.0.0.1:1/none?connect_timeout=1",
    ],
)
async def test_a_database_that_cannot_be_opened_is_one_clear_error(url: str) -> None:
    with pytest.raises(StoreError) as caught:
        async with open_memory(url, KEY):
            pass

    assert str(caught.value)
    assert "geheim" not in str(caught.value)


async def test_a_file_that_is_no_database_is_one_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    path.write_text("bukan basis data " * 100)

    with pytest.raises(StoreError, match="not a database"):
        async with open_memory(f"sqlite:///{path}", KEY):
            pass


async def test_errors_do_not_quote_questions(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'memory.db'}"
    async with open_memory(url, KEY) as memory:
        database = await open_database(url)
        with database.engine.begin() as connection:
            connection.execute(text("DROP TABLE questions"))
        await database.close()
        with pytest.raises(StoreError) as caught:
            await memory.questions.remember(Asked("pertanyaan rahasia"))

    assert "rahasia" not in str(caught.value)


async def test_a_purge_that_fails_is_a_store_error(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'memory.db'}"
    async with open_memory(url, KEY) as memory:
        database = await open_database(url)
        with database.engine.begin() as connection:
            connection.execute(text("DROP TABLE answers"))
        await database.close()
        with pytest.raises(StoreError):
            await memory.purge()
