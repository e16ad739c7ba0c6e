"""The bot behind a webhook that the fake Telegram brings updates to."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.answers.live import LiveAnswerer
from bot.desk import DeskRules
from tests.chat.clocks import clock
from tests.chat.conftest import StartBot, _durations, answerer, bot, live, one_authority, siti
from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.fixture import telegram
from tests.fake_telegram.webhook import bring_updates
from tests.store.empty_database import empty_database
from tests.web.running import Bots

__all__ = [
    "_durations",
    "answerer",
    "bot",
    "clock",
    "empty_database",
    "live",
    "one_authority",
    "siti",
    "telegram",
]


@pytest.fixture
def bots(telegram: FakeTelegram, live: LiveAnswerer, tmp_path: Path, empty_database: bytes) -> Bots:
    """Starts bots over one database."""
    (tmp_path / "memory.db").write_bytes(empty_database)
    return Bots(telegram, live, tmp_path)


@pytest.fixture
def start_bot(telegram: FakeTelegram, bots: Bots) -> StartBot:
    """Start the bot behind a webhook as often as wanted, as other tests start one that polls."""

    @asynccontextmanager
    async def start(
        sources: LiveAnswerer | None = None,
        moderators: frozenset[int] = frozenset(),
        rules: DeskRules | None = None,
    ) -> AsyncIterator[None]:
        rules = rules or DeskRules(moderators=moderators)
        async with (
            bots.serve(sources=sources, rules=rules) as served,
            bring_updates(telegram, served.address),
        ):
            yield

    return start
