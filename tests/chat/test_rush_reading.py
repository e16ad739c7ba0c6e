"""What comes in a rush is safe first, and is read one by one after that."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chat.transport.envelopes import Json, decode_batch
from bot.chat.transport.journal import Journal
from bot.chat.transport.rush import Rush, may_be_held
from bot.store import LEASE_SECONDS, Memory, open_memory
from tests.chat.clocks import MovingClock

KEY = b"k" * 32


@pytest.fixture
async def memory(tmp_path: Path, clock: MovingClock) -> AsyncIterator[Memory]:
    async with open_memory(f"sqlite:///{tmp_path / 'memory.db'}", KEY, clock=clock) as memory:
        yield memory


def write(*ids: int, text: str = "sirekap?") -> list[Json]:
    """Messages as Telegram sends them, each of another chat."""
    return [{"update_id": each, "message": {"chat": {"id": each}, "text": text}} for each in ids]


async def test_what_is_held_is_safe_before_it_is_read(memory: Memory, clock: MovingClock) -> None:
    await Rush(Journal(memory.updates)).hold(write(1, 2))
    clock.skip(LEASE_SECONDS)

    (left,) = await memory.updates.take_over()
    assert decode_batch(left) == write(1, 2)


async def test_what_is_held_is_read_once_and_new_at_its_turn(memory: Memory) -> None:
    journal = Journal(memory.updates)
    rush = Rush(journal)
    await rush.hold(write(1, 2))
    await rush.hold(write(3))
    envelopes = rush.read()

    assert [envelope.line for envelope in envelopes] == [("said", 1), ("said", 2), ("said", 3)]
    assert rush.read() == []
    for envelope in envelopes:
        assert envelope.batch
        assert await journal.is_new(envelope.id, envelope.batch)


async def test_what_was_held_before_is_not_held_again(memory: Memory) -> None:
    rush = Rush(Journal(memory.updates))

    assert await rush.hold(write(1, 2)) == {1, 2}
    assert await rush.hold(write(2, 3, 3)) == {3}
    assert await rush.hold(write(1, 2, 3)) == frozenset()
    assert [envelope.id for envelope in rush.read()] == [1, 2, 3]


async def test_half_a_surrogate_pair_does_not_keep_back_the_others(memory: Memory) -> None:
    rush = Rush(Journal(memory.updates))
    await rush.hold(write(1, text="\ud83d") + write(2))

    assert [envelope.id for envelope in rush.read()] == [1, 2]


def test_only_what_is_kept_until_it_is_handled_may_be_held() -> None:
    assert may_be_held(write(1, 2))
    assert not may_be_held([*write(1), {"update_id": 2, "inline_query": {"id": "5"}}])
    assert not may_be_held([{"update_id": 3, "poll": {}}])
