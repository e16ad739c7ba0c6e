"""Counts by day: they add up over replicas, begin at midnight in Jakarta, and expire."""

import asyncio
from datetime import date, timedelta

from bot.store import DailyCount, Memory
from tests.store.conftest import Clock, OpenMemory

DAY = date(2024, 3, 9)
"""On which the clock of these tests begins, at 16:00 UTC, which is 23:00 in Jakarta."""


async def test_counts_of_a_day_add_up(memory: Memory) -> None:
    await memory.statistics.add({"status:found": 2, "topic:kpps": 1})
    await memory.statistics.add({"status:found": 3})

    assert await memory.statistics.list_since(DAY) == [
        DailyCount(DAY, "status:found", 5),
        DailyCount(DAY, "topic:kpps", 1),
    ]


async def test_a_day_begins_at_midnight_in_jakarta(memory: Memory, clock: Clock) -> None:
    await memory.statistics.add({"x": 1})
    clock.now += 2 * 3600
    await memory.statistics.add({"x": 1})

    following = DAY + timedelta(1)
    assert memory.statistics.get_today() == following
    assert await memory.statistics.list_since(DAY) == [
        DailyCount(DAY, "x", 1),
        DailyCount(following, "x", 1),
    ]
    assert await memory.statistics.list_since(following) == [DailyCount(following, "x", 1)]


async def test_replicas_count_together(reopen: OpenMemory) -> None:
    async with reopen() as one, reopen() as other:
        names = {f"name {number}": 1 for number in range(5)}
        await asyncio.gather(*(each.statistics.add(names) for each in (one, other) * 5))
        counted = await one.statistics.list_since(DAY)

    assert [each.count for each in counted] == [10] * 5


async def test_a_long_name_is_cut_rather_than_refused(memory: Memory) -> None:
    await memory.statistics.add({"topic:" + "x" * 200: 1})

    (counted,) = await memory.statistics.list_since(DAY)
    assert len(counted.name) == 80


async def test_counts_are_kept_for_a_year(memory: Memory, clock: Clock) -> None:
    await memory.statistics.add({"x": 1})
    clock.pass_days(366)

    assert await memory.statistics.list_since(DAY) == []
    assert await memory.purge() == 1
