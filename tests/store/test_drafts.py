"""Drafts: shared by replicas, one change at a time, deleted after 30 days and a notice."""

import asyncio

from bot.store import DraftState, Memory
from tests.store.conftest import Clock, OpenMemory

SITI = 500_000_001


async def test_a_draft_is_the_same_for_every_replica(memory: Memory, reopen: OpenMemory) -> None:
    draft = await memory.drafts.put(SITI, "isi “pertama”")
    async with reopen() as other:
        assert await other.drafts.find(draft.id) == draft
        changed = await other.drafts.replace(draft.id, 1, "lain", DraftState.WAITING)

    assert changed
    assert (changed.version, changed.content, changed.state) == (2, "lain", DraftState.WAITING)
    assert await memory.drafts.list_all() == [changed]
    assert await memory.drafts.find("tiada") is None


async def test_only_one_of_many_changes_of_a_version_is_kept(
    memory: Memory, reopen: OpenMemory
) -> None:
    draft = await memory.drafts.put(SITI, "isi")
    async with reopen() as other:
        done = await asyncio.gather(
            *(
                each.drafts.replace(draft.id, 1, f"isi {number}", DraftState.OPEN)
                for number, each in enumerate([memory, other] * 3)
            )
        )

    (kept,) = [each for each in done if each]
    assert await memory.drafts.list_all() == [kept]


async def test_a_draft_that_was_changed_meanwhile_is_not_removed(memory: Memory) -> None:
    draft = await memory.drafts.put(SITI, "isi")
    await memory.drafts.replace(draft.id, 1, "lain", DraftState.OPEN)

    assert not await memory.drafts.remove(draft.id, 1)
    assert await memory.drafts.remove(draft.id, 2)
    assert not await memory.drafts.remove(draft.id, 2)


async def test_the_draft_that_was_changed_last_comes_first(memory: Memory, clock: Clock) -> None:
    ids = []
    for content in ("satu", "dua"):
        clock.pass_days(1)
        ids.append((await memory.drafts.put(SITI, content)).id)
    clock.pass_days(1)
    await memory.drafts.replace(ids[0], 1, "satu lagi", DraftState.OPEN)

    assert [each.id for each in await memory.drafts.list_all()] == ids


async def test_owners_are_told_once_among_replicas_and_then_drafts_end(
    memory: Memory, reopen: OpenMemory, clock: Clock
) -> None:
    draft = await memory.drafts.put(SITI, "isi")
    clock.pass_days(26.9)
    assert await memory.drafts.take_ending() == []
    clock.pass_days(0.2)
    async with reopen() as other:
        taken = await asyncio.gather(memory.drafts.take_ending(), other.drafts.take_ending())
    ((ending, owner),) = taken[0] + taken[1]
    assert (ending.id, owner) == (draft.id, SITI)

    clock.pass_days(2.8)
    assert await memory.purge() == 0
    clock.pass_days(0.3)
    assert await memory.purge() == 1
    assert await memory.drafts.find(draft.id) is None


async def test_a_forgotten_owner_is_not_told_but_the_draft_stays(
    memory: Memory, clock: Clock
) -> None:
    draft = await memory.drafts.put(SITI, "isi")
    assert await memory.forget(SITI) == 1
    found = await memory.drafts.find(draft.id)
    assert found
    assert (found.moderator, found.content) == ("", "isi")
    clock.pass_days(31)

    ((_, owner),) = await memory.drafts.take_ending()
    assert owner is None
