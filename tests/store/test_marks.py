"""What was done counts once, until it is over or taken back."""

from bot.store import Memory


async def test_a_mark_that_was_lifted_can_be_put_again(memory: Memory) -> None:
    assert await memory.marks.put(1, "told", seconds=3600)
    assert await memory.marks.lift(1, "told")
    assert not await memory.marks.lift(1, "told")
    assert await memory.marks.put(1, "told", seconds=3600)


async def test_a_mark_of_somebody_else_stays(memory: Memory) -> None:
    await memory.marks.put(1, "told", seconds=3600)
    await memory.marks.put(1, "asked", seconds=3600)
    await memory.marks.put(2, "told", seconds=3600)
    await memory.marks.lift(1, "told")

    assert not await memory.marks.put(1, "asked", seconds=3600)
    assert not await memory.marks.put(2, "told", seconds=3600)
