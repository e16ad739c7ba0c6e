"""A database that fails is noticed, nobody waits for it, and it comes back by itself."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import make_url

from bot.store import Address, Asked, Budget, Memory, SentAnswer, StoreError, database, open_memory
from tests.store.conftest import KEY
from tests.store.locks import locking

ANSWER = SentAnswer(message=5, token=None, start=0, shown=0, digest="d")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "memory.db"


@pytest.fixture
async def memory(file: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Memory]:
    monkeypatch.setattr(database, "_BUSY_MS", 100)
    async with open_memory(f"sqlite+aiosqlite:///{file}", KEY) as memory:
        yield memory


async def fail_once(memory: Memory) -> None:
    with pytest.raises(StoreError):
        await memory.questions.remember(Asked("apa itu sirekap"))
    assert memory.outage.is_on


async def test_a_locked_database_keeps_only_the_first_waiting(file: Path, memory: Memory) -> None:
    async with locking(file):
        await fail_once(memory)
        before = time.monotonic()
        for _ in range(20):
            with pytest.raises(StoreError):
                await memory.questions.remember(Asked("apa itu sirekap"))

    assert time.monotonic() - before < 1


async def test_what_an_answer_does_not_need_is_left_out_meanwhile(
    file: Path, memory: Memory
) -> None:
    async with locking(file):
        await fail_once(memory)

        await memory.answers.record(1, 2, ANSWER)
        assert await memory.answers.find(1, 2) is None
        assert await memory.answers.find_sent(1, 5) is None
        assert await memory.answers.find_latest(1) is None
        await memory.deliveries.record(Address(1, "id"), {"abc": 0})
        await memory.askers.record(-1, 5, 1)


async def test_what_is_promised_fails_aloud(file: Path, memory: Memory) -> None:
    async with locking(file):
        await fail_once(memory)
        with pytest.raises(StoreError):
            await memory.followers.follow("t" * 16, Address(1, "id"))
        with pytest.raises(StoreError):
            await memory.forget(1)


async def test_budgets_go_on_in_this_process(file: Path, memory: Memory) -> None:
    budget = Budget("private", burst=3, seconds=60)
    async with locking(file):
        await fail_once(memory)
        spent = [await memory.budgets.spend(budget, 1) for _ in range(5)]
        other = await memory.budgets.spend(budget, 2)

    assert spent == [True, True, True, False, False]
    assert other


async def test_the_first_success_of_a_probe_ends_it(file: Path, memory: Memory) -> None:
    async with locking(file):
        await fail_once(memory)
    with pytest.raises(StoreError):
        await memory.questions.remember(Asked("apa itu sirekap"))
    await memory.probe()

    assert not memory.outage.is_on
    assert await memory.questions.remember(Asked("apa itu sirekap"))


async def test_an_outage_is_logged_once_a_minute_without_what_was_asked(
    file: Path, memory: Memory, caplog: pytest.LogCaptureFixture
) -> None:
    async with locking(file):
        await fail_once(memory)
        for _ in range(3):
            with pytest.raises(StoreError):
                await memory.probe()
    logged = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]

    assert len(logged) == 1
    assert "Basis data sedang tidak bisa dipakai" in logged[0]
    assert "apa itu sirekap" not in caplog.text


async def test_a_fault_of_our_own_is_no_outage(memory: Memory) -> None:
    await memory.updates.settle([], frozenset())
    with pytest.raises(Exception, match="NOT NULL"):
        await memory.answers.record(1, 2, SentAnswer(5, None, 0, 0, None))  # type: ignore[arg-type]

    assert not memory.outage.is_on


class Relay:
    """Passes connections on to PostgreSQL, until it is cut."""

    def __init__(self, host: str, port: int) -> None:
        self._target = (host, port)
        self._server: asyncio.Server | None = None
        self._writers: list[asyncio.StreamWriter] = []
        self.port = 0

    async def open(self) -> None:
        self._server = await asyncio.start_server(self._pass_on, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    def cut(self) -> None:
        """Take nobody any more, and break off every connection."""
        if self._server:
            self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(*self._target)
        self._writers += [writer, back]
        await asyncio.gather(self._copy(reader, back), self._copy(there, writer))

    @staticmethod
    async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while chunk := await reader.read(65_536):
                writer.write(chunk)
        writer.close()


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_postgresql_that_is_cut_off_is_noticed_and_comes_back(database_url: str) -> None:
    url = make_url(database_url)
    relay = Relay(url.host or "127.0.0.1", url.port or 5432)
    await relay.open()
    through = url.set(host="127.0.0.1", port=relay.port).render_as_string(hide_password=False)
    async with open_memory(through, KEY) as memory:
        await memory.questions.remember(Asked("apa itu sirekap"))
        relay.cut()
        await fail_once(memory)
        assert await memory.answers.find(1, 2) is None
        with pytest.raises(StoreError):
            await memory.probe()
        await relay.open()
        await memory.probe()
        assert await memory.questions.remember(Asked("apa itu sirekap"))
        relay.cut()
