"""Who asked for an answer in a group is known for two days, and forgotten on request."""

from bot.store import Memory
from tests.store.conftest import Clock

GROUP, ANSWER = -1_001_234_567_890, 70_708
SITI, BUDI = 8_123_456_789, 8_123_456_790


async def test_the_asker_of_an_answer_is_told_from_others(memory: Memory) -> None:
    await memory.askers.record(GROUP, ANSWER, SITI)

    assert await memory.askers.has_asked(GROUP, ANSWER, SITI)
    assert not await memory.askers.has_asked(GROUP, ANSWER, BUDI)
    assert not await memory.askers.has_asked(GROUP, ANSWER + 1, SITI)
    assert not await memory.askers.has_asked(GROUP - 1, ANSWER, SITI)


async def test_the_asker_is_forgotten_after_two_days(memory: Memory, clock: Clock) -> None:
    await memory.askers.record(GROUP, ANSWER, SITI)
    clock.pass_days(2.1)

    assert not await memory.askers.has_asked(GROUP, ANSWER, SITI)
    assert await memory.purge() == 1


async def test_who_wants_to_be_forgotten_is(memory: Memory) -> None:
    await memory.askers.record(GROUP, ANSWER, SITI)
    await memory.forget(SITI)

    assert not await memory.askers.has_asked(GROUP, ANSWER, SITI)
