"""A day of mixed traffic in fast motion: what is left of it in memory, files and tasks."""

from __future__ import annotations

import asyncio
import gc
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from bot.answers.live import LiveAnswerer
from bot.chat.service import Service, run_service
from bot.store import open_memory
from tests.benchmarks.counterpart import (
    Counterpart,
    Json,
    Line,
    make_message,
    make_query,
    open_counterpart,
)
from tests.chat.corpora import REAL
from tests.reliability.abuse import QUESTIONS, forge_presses
from tests.reliability.figures import Holdings

KEY = b"k" * 32
TOKEN = "1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"  # noqa: S105 - of no bot
COMMANDS = ("/bantuan", "/topik", "/sumber", "/privasi")
_HOUR = 3_600.0
_GROUP = -1_000_000_000_001
_AT_ONCE = 100
_DONE_WITHIN = 120.0


@dataclass(frozen=True, slots=True)
class Day:
    """What the process held after each hour, and once the bot was stopped."""

    updates: int
    seconds: float
    before: Holdings
    hours: tuple[Holdings, ...]
    after: Holdings
    waiting: float

    @property
    def growth(self) -> float:
        """MiB that were added in the last third of the day, when caches are full."""
        warm = self.hours[len(self.hours) * 2 // 3]
        return self.hours[-1].mebibytes - warm.mebibytes


class _Clock:
    """The time, an hour later after each hour of traffic."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


async def live_through(hours: int, updates: int, folder: Path) -> Day:
    """Run the bot in this process for so many hours, with so many updates in each."""
    live = LiveAnswerer.open(REAL, folder / "cache")
    url, clock, traffic = f"sqlite:///{folder / 'memory.db'}", _Clock(), make_traffic()
    began, before, held = time.perf_counter(), Holdings.now(), []
    async with open_counterpart() as (counterpart, api_url):
        line = counterpart.open_line(1)
        async with (
            open_memory(url, KEY, clock=clock) as memory,
            run_service(TOKEN, api_url, live, memory) as service,
        ):
            for _ in range(hours):
                for _ in range(updates):
                    await _send(counterpart, line, next(traffic))
                await _finish(service, line)
                clock.ahead += _HOUR
                await memory.purge()
                gc.collect()
                held.append(Holdings.now())
            waiting = _count_waiting(service)
    await asyncio.sleep(0.3)
    gc.collect()
    seconds = time.perf_counter() - began
    return Day(hours * updates, seconds, before, tuple(held), Holdings.now(), waiting)


def make_traffic() -> Iterator[Json]:
    """Yield what people do on a day: mostly questions, many of them asked before."""
    rng = random.Random(3)  # noqa: S311
    presses = forge_presses(rng)
    for number in count(1):
        person = 100_000_000 + rng.randrange(5_000)
        match rng.randrange(20):
            case 0:
                yield make_message(person, "/start")
            case 1:
                yield make_message(
                    person, rng.choice(["/bantuan", "/topik", "/sumber", "/privasi"])
                )
            case 2 | 3:
                yield make_query(number, rng.choice(QUESTIONS)[: rng.randrange(3, 30)])
            case 4 | 5:
                yield next(presses)
            case 6:
                yield {"edited_message": make_message(person, rng.choice(QUESTIONS))["message"]}
            case 7:
                yield _ask_in_group(person, number)
            case 8:
                yield make_message(person, f"asdfgh {number} qwerty")
            case 9:
                yield make_message(person, f"{rng.choice(QUESTIONS)} nomor {number}")
            case _:
                yield make_message(person, rng.choice(QUESTIONS))


def _ask_in_group(person: int, number: int) -> Json:
    update = make_message(person, f"/tanya {QUESTIONS[number % len(QUESTIONS)]}")
    message = update["message"]
    chat = {"id": _GROUP - number % 50, "type": "supergroup", "title": "Warga"}
    return {"message": {**message, "chat": chat}}  # type: ignore[dict-item]


async def _send(counterpart: Counterpart, line: Line, update: Json) -> None:
    await counterpart.push(line, 0, update)
    line.clear()
    while len(line.waiting) > _AT_ONCE:  # noqa: ASYNC110
        await asyncio.sleep(0.001)


async def _finish(service: Service, line: Line) -> None:
    ends = time.perf_counter() + _DONE_WITHIN
    while (line.waiting or _count_waiting(service)) and time.perf_counter() < ends:  # noqa: ASYNC110
        await asyncio.sleep(0.02)


def _count_waiting(service: Service) -> float:
    """Return how many updates are not handled yet."""
    arrivals = service.arrivals
    return len(arrivals._under_way)
