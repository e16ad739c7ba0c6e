"""A replica knows how many use its database, as long as they live."""

import asyncio
import secrets

from sqlalchemy.engine import make_url

from bot.store import Memory
from bot.store.opening import name_sessions
from tests.store.conftest import OpenMemory


async def test_those_over_one_database_are_counted_until_they_end(
    memory: Memory, reopen: OpenMemory, database_url: str
) -> None:
    async with reopen() as second, reopen() as third:
        counts = [await each.replicas.count() for each in (memory, second, third)]
    async with asyncio.timeout(10):
        while True:
            if await memory.replicas.count() == 1:
                break
            await asyncio.sleep(0.02)

    assert counts == [1 if database_url.startswith("sqlite") else 3] * 3


def test_a_name_tells_databases_and_processes_apart_and_no_password() -> None:
    password = secrets.token_hex(8)
    url = make_url(f"postgresql+psycopg://bot:{password}@database/bot")
    one, again, other = (name_sessions(each) for each in (url, url, url.set(database="lain")))

    assert one != again
    assert one.rpartition(" ")[0] == again.rpartition(" ")[0] != other.rpartition(" ")[0]
    assert name_sessions(url.set(password="x")).rpartition(" ")[0] == one.rpartition(" ")[0]  # noqa: S106
    assert len(one) < 64
