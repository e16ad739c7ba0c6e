"""Updates are claimed once, kept sealed while they are worked on, and taken over when left."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import create_engine, insert, select, update

from bot.store import LEASE_SECONDS, ArrivedUpdate, Memory
from bot.store.schema import UNDER_WAY, UPDATES
from bot.store.sealing import derive_fernet
from tests.store.conftest import KEY, Clock, OpenMemory

QUESTION = ArrivedUpdate(710_000_001, b'{"update_id": 710000001, "message": {}}')
PRESS = ArrivedUpdate(710_000_002)
NOBODY: frozenset[int] = frozenset()


@pytest.fixture
async def replica(
    reopen: OpenMemory,
    memory: Memory,  # noqa: ARG001 - makes the tables first
) -> AsyncIterator[Memory]:
    """Another process over the database of `memory`."""
    async with reopen() as replica:
        yield replica


async def test_an_update_is_new_once_at_whichever_replica(memory: Memory, replica: Memory) -> None:
    assert await memory.updates.settle([QUESTION, PRESS], NOBODY) == {QUESTION.id, PRESS.id}
    assert await replica.updates.settle([PRESS, QUESTION], NOBODY) == NOBODY
    assert await memory.updates.settle([QUESTION], {QUESTION.id}) == NOBODY


async def test_replicas_that_claim_at_once_share_the_updates_without_overlap(
    memory: Memory, replica: Memory
) -> None:
    updates = [ArrivedUpdate(number) for number in range(1, 51)]
    claims = [each.updates.settle(updates, NOBODY) for each in (memory, replica) * 3]
    claims += [each.updates.settle(updates[::-1], NOBODY) for each in (memory, replica) * 3]
    claimed = await asyncio.gather(*claims)

    assert sorted(number for ids in claimed for number in ids) == list(range(1, 51))


async def test_what_another_replica_claims_at_the_same_moment_is_left_to_it_alone(
    memory: Memory, clock: Clock, database_url: str
) -> None:
    if database_url.startswith("sqlite"):
        pytest.skip("SQLite lets one after the other write")
    elsewhere = create_engine(database_url)
    with elsewhere.begin() as replica:
        replica.execute(insert(UPDATES).values(id=QUESTION.id, expires=2_000_000_000))
        settling = asyncio.create_task(memory.updates.settle([QUESTION], NOBODY))
        await asyncio.sleep(0.3)
    elsewhere.dispose()
    assert await settling == NOBODY
    clock.now += LEASE_SECONDS

    assert await memory.updates.take_over() == []


async def test_what_is_handled_is_not_taken_over(
    memory: Memory, replica: Memory, clock: Clock
) -> None:
    await memory.updates.settle([QUESTION, PRESS], NOBODY)
    await memory.updates.settle([], {QUESTION.id})
    clock.now += LEASE_SECONDS

    assert await replica.updates.take_over() == []


async def test_what_a_dead_replica_left_is_taken_over_by_one_other(
    memory: Memory, replica: Memory, clock: Clock
) -> None:
    await memory.updates.settle([QUESTION, PRESS], NOBODY)
    clock.now += LEASE_SECONDS - 1
    assert await replica.updates.take_over() == []
    clock.now += 1
    taken = await asyncio.gather(replica.updates.take_over(), replica.updates.take_over())

    assert sorted(taken) == [[], [QUESTION.body]]


async def test_a_live_replica_keeps_what_it_works_on(
    memory: Memory, replica: Memory, clock: Clock
) -> None:
    await memory.updates.settle([QUESTION], NOBODY)
    for _ in range(5):
        clock.now += LEASE_SECONDS - 1
        await memory.updates.renew([QUESTION.id])
        assert await replica.updates.take_over() == []


async def test_what_is_released_is_free_at_once(memory: Memory, replica: Memory) -> None:
    await memory.updates.settle([QUESTION], NOBODY)
    await memory.updates.release([QUESTION.id])

    assert await replica.updates.take_over() == [QUESTION.body]


async def test_what_is_held_together_is_taken_over_as_one_and_claims_nothing(
    memory: Memory, replica: Memory, clock: Clock
) -> None:
    row = -QUESTION.id
    await memory.updates.hold(row, b'[{"update_id": 1}, {"update_id": 2}]')
    await memory.updates.hold(row, b'[{"update_id": 1}, {"update_id": 3}]')
    assert await replica.updates.settle([QUESTION], NOBODY) == {QUESTION.id}
    await replica.updates.settle([], {QUESTION.id})
    clock.now += LEASE_SECONDS

    assert await replica.updates.take_over() == [b'[{"update_id": 1}, {"update_id": 3}]']
    await replica.updates.settle([], {row})
    clock.now += LEASE_SECONDS
    assert await memory.updates.take_over() == []


async def test_what_ends_every_replica_is_dropped_after_three_tries(
    memory: Memory, clock: Clock
) -> None:
    await memory.updates.settle([QUESTION], NOBODY)
    tries = []
    for _ in range(5):
        clock.now += LEASE_SECONDS
        tries.append(len(await memory.updates.take_over()))

    assert tries == [1, 1, 1, 0, 0]


async def test_ids_are_forgotten_after_a_day(memory: Memory, clock: Clock) -> None:
    await memory.updates.settle([QUESTION, PRESS], NOBODY)
    clock.pass_days(1)

    # The two ids, and the body that nobody came for.
    assert await memory.purge() == 3
    assert await memory.updates.settle([PRESS], NOBODY) == {PRESS.id}


async def test_what_an_earlier_release_left_sealed_in_its_way_is_taken_over(
    memory: Memory, clock: Clock, database_url: str
) -> None:
    await memory.updates.settle([QUESTION], NOBODY)
    token = derive_fernet(KEY, b"tanya-sirekap update under way 1").encrypt(QUESTION.body or b"")
    elsewhere = create_engine(database_url)
    with elsewhere.begin() as connection:
        connection.execute(update(UNDER_WAY).values(body=token.decode()))
    elsewhere.dispose()
    clock.now += LEASE_SECONDS

    assert await memory.updates.take_over() == [QUESTION.body]


async def test_what_is_under_way_is_kept_sealed_and_another_time_otherwise(
    memory: Memory, database_url: str
) -> None:
    twin = ArrivedUpdate(QUESTION.id + 1, QUESTION.body)
    await memory.updates.settle([QUESTION, twin], NOBODY)
    elsewhere = create_engine(database_url)
    with elsewhere.begin() as connection:
        bodies = connection.execute(select(UNDER_WAY.c.body)).scalars().all()
    elsewhere.dispose()

    assert len(set(bodies)) == 2
    assert not any("message" in body for body in bodies)
