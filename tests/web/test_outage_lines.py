"""PostgreSQL is cut off while the bot goes on: one line says so, one that it is back, no traceback.

All that goes on beside the conversation runs often enough here to meet the outage.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.answers.live import LiveAnswerer
from bot.chat import tending, vitals, watching
from bot.chat.desk import notices
from bot.store import outage
from tests.chat.corpora import make_article, serve
from tests.fake_telegram import FakeTelegram, User
from tests.fake_telegram.webhook import bring_updates
from tests.store.conftest import database_url
from tests.store.relay import Relay, relaying
from tests.web.running import Bots, ServedBot

__all__ = ["database_url"]

QUESTION = "Apakah Sirekap menyewa Alibaba Cloud?"


@pytest.fixture(autouse=True)
def _haste(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in (
        (tending, "_EVERY_SECONDS"),
        (tending, "_PURGE_SECONDS"),
        (tending, "_AFTER_FAILURE_SECONDS"),
        (notices, "_EVERY_SECONDS"),
        (watching, "_EVERY_SECONDS"),
        (watching, "_AFTER_FAILURE_SECONDS"),
        (vitals, "_LOOK_SECONDS"),
        (vitals, "_PROBE_SECONDS"),
        (outage, "_PAUSE_SECONDS"),
    ):
        monkeypatch.setattr(module, name, 0.05)


@pytest.fixture
def sources(tmp_path: Path) -> LiveAnswerer:
    return serve(tmp_path, make_article("KPU menyewa server Alibaba Cloud untuk Sirekap."))


@pytest.fixture
async def way(database_url: str) -> AsyncIterator[tuple[Relay, str]]:
    async with relaying(database_url) as way:
        yield way


async def wait_until(served: ServedBot, *, is_on: bool) -> None:
    async with asyncio.timeout(20):
        while True:
            if served.memory.outage.is_on is is_on:
                return
            await asyncio.sleep(0.02)


async def wait_for_count(served: ServedBot, number: int) -> bool:
    """Return whether something was counted so often within a while."""
    statistics = served.memory.statistics
    for _ in range(100):
        counted = await statistics.list_since(statistics.get_today())
        if number in {each.count for each in counted}:
            return True
        await asyncio.sleep(0.1)
    return False


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_an_outage_is_one_line_and_its_end_another(
    telegram: FakeTelegram,
    sources: LiveAnswerer,
    siti: User,
    way: tuple[Relay, str],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    relay, through = way
    article = next((tmp_path / "corpus" / "articles").iterdir())
    bots = Bots(telegram, sources, tmp_path, through)
    async with bots.serve() as served, bring_updates(telegram, served.address):
        await siti.sends(QUESTION)
        before = await telegram.bot_says(siti.chat)
        await asyncio.sleep(0.5)
        caplog.clear()
        relay.cut()
        await wait_until(served, is_on=True)
        # There is news to tell, and something to count.
        changed = article.read_text(encoding="utf-8").replace("server", "peladen")
        article.write_text(changed, encoding="utf-8")
        await siti.sends(QUESTION)
        meanwhile = await telegram.bot_says(siti.chat)
        await asyncio.sleep(1.5)
        during = [record for record in caplog.records if record.levelno >= logging.WARNING]
        await relay.open()
        await wait_until(served, is_on=False)
        counted = await wait_for_count(served, 2)

    assert before.buttons
    assert "Alibaba" in meanwhile.text
    assert [record.getMessage()[:36] for record in during] == [
        "Basis data sedang tidak bisa dipakai"
    ]
    told = [record for record in caplog.records if record.levelno >= logging.INFO]
    lines = [record.getMessage() for record in told if record.name.startswith("bot.store")]
    assert len(lines) == 2
    assert lines[1].startswith("Basis data bisa dipakai lagi.")
    assert [record for record in told if record.exc_info] == []
    assert counted
