"""The journal writes many updates at once, and goes on without its database."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chat.transport.journal import Journal
from bot.store import LEASE_SECONDS, ArrivedUpdate, Memory, database, open_memory
from tests.chat.clocks import MovingClock
from tests.store.locks import locking

KEY = b"k" * 32
QUESTIONS = [ArrivedUpdate(number, b"{}") for number in range(1, 51)]


@pytest.fixture
async def memory(
    tmp_path: Path, clock: MovingClock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Memory]:
    monkeypatch.setattr(database, "_BUSY_MS", 50)
    url = f"sqlite+aiosqlite:///{tmp_path / 'memory.db'}"
    async with open_memory(url, KEY, clock=clock) as memory:
        yield memory


async def enter(journal: Journal, *updates: ArrivedUpdate) -> list[bool]:
    return await asyncio.gather(*map(journal.enter, updates))


async def test_each_update_is_new_once_however_many_come_at_once(memory: Memory) -> None:
    one, other = Journal(memory.updates), Journal(memory.updates)
    new = [*await asyncio.gather(enter(one, *QUESTIONS), enter(other, *QUESTIONS))]

    assert sorted(map(sum, zip(*new, strict=True))) == [1] * len(QUESTIONS)


async def test_without_a_database_only_what_this_bot_took_lately_is_repeated(
    memory: Memory, tmp_path: Path
) -> None:
    journal = Journal(memory.updates)
    async with locking(tmp_path / "memory.db"):
        assert await enter(journal, *QUESTIONS) == [True] * len(QUESTIONS)
        assert await enter(journal, *QUESTIONS) == [False] * len(QUESTIONS)


async def test_what_was_handled_during_an_outage_is_crossed_out_afterwards(
    memory: Memory, tmp_path: Path, clock: MovingClock
) -> None:
    journal = Journal(memory.updates)
    await enter(journal, *QUESTIONS)
    async with locking(tmp_path / "memory.db"):
        for question in QUESTIONS:
            journal.leave(question.id)
        await journal.close(())
    await memory.probe()
    clock.skip(LEASE_SECONDS)

    assert await journal.renew(()) == []
