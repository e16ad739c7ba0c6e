"""Budgets: token buckets that all replicas share."""

import asyncio
import tempfile

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.store import Budget, Memory, open_memory
from tests.store.conftest import KEY, Clock, OpenMemory

BUDGET = Budget("test", burst=5, seconds=10)
SITI, BUDI = 8_123_456_789, 8_123_456_790


async def spend(memory: Memory, times: int, spender: int = SITI) -> int:
    """Spend so many times, and return how often there was something left."""
    return sum([await memory.budgets.spend(BUDGET, spender) for _ in range(times)])


async def test_a_burst_is_let_through_and_no_more(memory: Memory) -> None:
    assert await spend(memory, 20) == BUDGET.burst
    assert await spend(memory, 20, BUDI) == BUDGET.burst


async def test_a_token_comes_back_after_its_time(memory: Memory, clock: Clock) -> None:
    await spend(memory, 5)
    clock.now += 9
    assert await spend(memory, 1) == 0
    clock.now += 11
    assert await spend(memory, 1) == 1


async def test_who_goes_on_falls_only_one_token_behind(memory: Memory, clock: Clock) -> None:
    await spend(memory, 500)
    clock.now += 20.5

    assert await spend(memory, 1) == 1


async def test_replicas_spend_from_the_same_budget(reopen: OpenMemory) -> None:
    async with reopen() as one, reopen() as other:
        spent = await asyncio.gather(*(spend(memory, 5) for memory in (one, other)))

    assert sum(spent) == BUDGET.burst


async def test_a_full_budget_is_forgotten(memory: Memory, clock: Clock) -> None:
    await spend(memory, 3)
    clock.now += 100

    assert await memory.purge() == 1


@settings(deadline=None, max_examples=50)
@given(pauses=st.lists(st.floats(0, 25), max_size=40))
def test_no_pattern_of_pauses_gets_more_than_burst_and_refill(pauses: list[float]) -> None:
    async def run(folder: str) -> None:
        clock = Clock()
        begun, passed = clock.now, 0
        url = f"sqlite:///{folder}/memory.db"
        async with open_memory(url, KEY, clock=clock) as memory:
            for pause in pauses:
                clock.now += pause
                passed += await memory.budgets.spend(BUDGET, SITI)
        assert passed <= BUDGET.burst + (clock.now - begun) / BUDGET.seconds + 0.01

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(folder))
