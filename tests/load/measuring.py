"""One run: so many replicas, first as much as they can take, then half of that."""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from tests.load.bot_api import open_bot_api
from tests.load.databases import Database, open_database
from tests.load.driving import Figures, Load, open_session
from tests.load.mix import Mix
from tests.load.replicas import Replica, run_balancer, run_replicas

_PEOPLE = 40
_WARM_SECONDS = 2.0
_SETTLING_SECONDS, _IDLE_SECONDS = 1.0, 3.0
_SEED = 20240214


@dataclass(frozen=True, slots=True)
class Plan:
    """How a run is made: seconds of each half, the database server, and whether through Caddy."""

    questions: Sequence[str]
    seconds: float
    server: str
    balanced: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """What came of it.

    Work is processor seconds for one answer under full load; `idle` is the share of a core that
    each replica takes while nobody asks; lost and repeated answers are listed
    by their keys.
    """

    replicas: int
    full: Figures
    half: Figures
    idle: float
    work: float
    database_work: float
    load_work: float
    mebibytes: float
    lost: list[str]
    repeated: list[str]


async def measure(number: int, plan: Plan) -> Run:
    """Run `number` replicas over an empty database, and put load on them.

    Raises:
        AssertionError: when one tells or writes who asked, what, or the token.
    """
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        api, api_url = await stack.enter_async_context(open_bot_api())
        database = await stack.enter_async_context(open_database(plan.server, folder))
        replicas = await stack.enter_async_context(
            run_replicas(number, api_url, database.url, folder, api.secrets)
        )
        addresses = [replica.address for replica in replicas]
        if plan.balanced:
            addresses = [await stack.enter_async_context(run_balancer(replicas, folder))]
        session = await stack.enter_async_context(open_session())
        mix = Mix(plan.questions, random.Random(_SEED))  # noqa: S311 - no secret
        load = Load(api, mix, addresses, session)
        idle = await _measure_idle(replicas)
        await load.press_on(_PEOPLE, min(_WARM_SECONDS, plan.seconds))
        before = await _read_work(replicas, database)
        full = await load.press_on(_PEOPLE, plan.seconds)
        after = await _read_work(replicas, database)
        half = await load.arrive(full.people / full.seconds / 2, plan.seconds)
        work, database_work, load_work = (
            (later - former) / full.answers for former, later in zip(before, after, strict=True)
        )
        return Run(
            number,
            full,
            half,
            idle,
            work,
            database_work,
            load_work,
            mebibytes=mean(replica.mebibytes for replica in replicas),
            lost=api.list_lost(),
            repeated=api.list_repeated(),
        )


async def _measure_idle(replicas: Sequence[Replica]) -> float:
    await asyncio.sleep(_SETTLING_SECONDS)
    before = sum(replica.cpu_seconds for replica in replicas)
    await asyncio.sleep(_IDLE_SECONDS)
    used = sum(replica.cpu_seconds for replica in replicas) - before
    return used / _IDLE_SECONDS / len(replicas)


async def _read_work(replicas: Sequence[Replica], database: Database) -> tuple[float, float, float]:
    work = sum(replica.cpu_seconds for replica in replicas)
    return work, await database.read_work(), time.process_time()
