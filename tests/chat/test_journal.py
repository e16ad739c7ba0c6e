"""The journal writes many updates at once, and goes on without its database."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chat.transport.envelopes import close_envelope, decode_batch
from bot.chat.transport.journal import Batch, Journal
from bot.store import LEASE_SECONDS, ArrivedUpdate, Memory, open_memory, opening
from tests.chat.clocks import MovingClock
from tests.store.locks import locking

KEY = b"k" * 32
QUESTIONS = [ArrivedUpdate(n, b'{"update_id":%d}' % n) for n in range(1, 51)]
BODIES = [question.body or b"" for question in QUESTIONS]


@pytest.fixture
async def memory(
    tmp_path: Path, clock: MovingClock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Memory]:
    monkeypatch.setattr(opening, "_BUSY_MS", 50)
    url = f"sqlite:///{tmp_path / 'memory.db'}"
    async with open_memory(url, KEY, clock=clock) as memory:
        yield memory


async def enter(journal: Journal, *updates: ArrivedUpdate) -> list[bool]:
    """Enter each update by itself, all at once."""
    fresh = await asyncio.gather(*(journal.enter([update]) for update in updates))
    return [update.id in ids for update, ids in zip(updates, fresh, strict=True)]


async def hold(journal: Journal) -> Batch:
    """Hold all questions together."""
    batch = await journal.hold(QUESTIONS[0].id, b"[" + b",".join(BODIES) + b"]")
    batch.envelopes = [close_envelope({"update_id": each.id}, 0.0) for each in QUESTIONS]
    return batch


async def test_each_update_is_new_once_however_many_come_at_once(memory: Memory) -> None:
    one, other = Journal(memory.updates), Journal(memory.updates)
    new = [*await asyncio.gather(enter(one, *QUESTIONS), enter(other, *QUESTIONS))]

    assert sorted(map(sum, zip(*new, strict=True))) == [1] * len(QUESTIONS)


async def test_updates_that_come_together_are_new_once_each(memory: Memory) -> None:
    journal, ids = Journal(memory.updates), {update.id for update in QUESTIONS}

    assert await journal.enter(QUESTIONS[:30]) == {update.id for update in QUESTIONS[:30]}
    assert await journal.enter(QUESTIONS) == ids - {update.id for update in QUESTIONS[:30]}


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

    await journal.renew(())
    assert await journal.take_over() == []


async def test_what_is_held_in_a_rush_is_entered_when_one_of_it_is_to_be_handled(
    memory: Memory, clock: MovingClock
) -> None:
    journal, other = Journal(memory.updates), Journal(memory.updates)
    batch = await hold(journal)
    assert await other.enter(QUESTIONS[:1]) == {1}

    assert not await journal.is_new(1, batch)
    assert await journal.is_new(2, batch)
    assert await other.enter(QUESTIONS[1:]) == frozenset()
    clock.skip(LEASE_SECONDS)
    assert sorted(await other.take_over()) == sorted(BODIES[:20])


async def test_what_is_held_is_left_to_others_as_a_whole_until_it_is_entered(
    memory: Memory, clock: MovingClock
) -> None:
    journal, other = Journal(memory.updates), Journal(memory.updates)
    await hold(journal)
    clock.skip(LEASE_SECONDS / 2)
    await journal.renew(())
    clock.skip(LEASE_SECONDS / 2)
    assert await other.take_over() == []
    await journal.close(())

    (left,) = await other.take_over()
    assert decode_batch(left) == [{"update_id": question.id} for question in QUESTIONS]


async def test_a_rush_goes_on_without_a_database(memory: Memory, tmp_path: Path) -> None:
    journal = Journal(memory.updates)
    async with locking(tmp_path / "memory.db"):
        batch = await hold(journal)
        assert all([await journal.is_new(each.id, batch) for each in QUESTIONS])
