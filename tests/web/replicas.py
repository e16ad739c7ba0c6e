"""Two replicas over one database and one corpus folder, each with its own copy in memory."""

import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.answers.live import LiveAnswerer
from bot.desk import DeskRules
from tests.chat.conftest import CORPUS
from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.webhook import bring_updates
from tests.store.conftest import database_url
from tests.web.running import Bots, ServedBot

__all__ = ["database_url", "run_pair"]


@dataclass(frozen=True)
class Pair:
    """Both replicas; each update goes to the one that did not get the former."""

    one: ServedBot
    other: ServedBot

    async def count_updates(self) -> tuple[int, int]:
        """Return how many updates each of them handled."""
        counts = [await _count(served) for served in (self.one, self.other)]
        return counts[0], counts[1]


RunPair = Callable[..., AbstractAsyncContextManager[Pair]]


@pytest.fixture
def run_pair(telegram: FakeTelegram, database_url: str, tmp_path: Path) -> RunPair:
    """Run two replicas, as often as wanted; every pair finds what the former has left."""

    @asynccontextmanager
    async def run(
        corpus: Path = CORPUS,
        rules: DeskRules | None = None,
        clock: Callable[[], float] = time.time,
    ) -> AsyncIterator[Pair]:
        lives = [LiveAnswerer.open(corpus, tmp_path / "cache") for _ in range(2)]
        bots = [Bots(telegram, live, tmp_path, database_url) for live in lives]
        rules = rules or DeskRules()
        async with (
            bots[0].serve(rules=rules, clock=clock) as one,
            bots[1].serve(rules=rules, clock=clock) as other,
            bring_updates(telegram, one.address, other.address),
        ):
            yield Pair(one, other)

    return run


async def _count(served: ServedBot) -> int:
    figures = (await served.client.get("/metrics")).text
    counts = re.findall(r"^tanya_updates_total\{.*\} ([\d.]+)$", figures, re.MULTILINE)
    return int(sum(map(float, counts)))
