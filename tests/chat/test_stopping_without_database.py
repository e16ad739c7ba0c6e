"""SIGTERM stops the bot within ten seconds, even if its database answers nothing any more."""

import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.chat.running import RunningBot, run_bot
from tests.fake_telegram import FakeTelegram, Fault, User
from tests.store.postgresql import make_database
from tests.store.relay import Relay, relaying
from tests.web.running import find_free_port

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"


@pytest.fixture
async def way() -> AsyncIterator[tuple[Relay, str]]:
    """A relay to an empty database, and the address through it."""
    async with make_database() as database, relaying(database) as (relay, through):
        yield relay, through


def connect_to(telegram: FakeTelegram, database: str) -> dict[str, str]:
    return {
        "TELEGRAM_BOT_TOKEN": telegram.token,
        "TELEGRAM_API_URL": telegram.api_url,
        "DATABASE_URL": database,
    }


async def stop(bot: RunningBot) -> float:
    """Ask `bot` to stop, and return how many seconds it took."""
    before = time.monotonic()
    await bot.terminate()
    assert await bot.ends() == 0
    assert "Traceback" not in bot.log, bot.log
    return time.monotonic() - before


async def test_an_idle_bot_stops(
    telegram: FakeTelegram, tmp_path: Path, way: tuple[Relay, str]
) -> None:
    relay, database = way
    async with run_bot(tmp_path, connect_to(telegram, database)) as bot:
        await bot.logs("siap")
        relay.freeze()

        assert await stop(bot) < 10


async def test_a_bot_with_questions_under_way_stops(
    telegram: FakeTelegram, siti: User, tmp_path: Path, way: tuple[Relay, str]
) -> None:
    relay, database = way
    # A press that waits for the database until the end is not done.
    telegram.allow("was never answered")
    async with run_bot(tmp_path, connect_to(telegram, database)) as bot:
        await bot.logs("siap")
        await siti.sends(QUESTION)
        answer = await telegram.bot_says(siti.chat)
        relay.freeze()
        await siti.presses(answer, "Berikutnya")
        for _ in range(5):
            await siti.sends(QUESTION)

        assert await stop(bot) < 10


@pytest.mark.parametrize("listens", [False, True])
async def test_a_bot_whose_telegram_hangs_as_well_stops(
    telegram: FakeTelegram, siti: User, tmp_path: Path, way: tuple[Relay, str], *, listens: bool
) -> None:
    relay, database = way
    settings = connect_to(telegram, database)
    if listens:
        settings["HTTP_LISTEN"] = f"127.0.0.1:{find_free_port()}"
    async with run_bot(tmp_path, settings) as bot:
        await bot.logs("siap")
        telegram.faults.next("sendMessage", Fault.slow(30), times=2)
        await siti.sends(QUESTION)
        await telegram.world.pulse.until(lambda: telegram.faults.pending < 2 or None, 5)
        relay.freeze()
        telegram.faults.next("getUpdates", Fault.slow(30), times=3)
        await siti.sends(QUESTION)

        assert await stop(bot) < 10


async def test_a_start_that_waits_for_the_database_stops(
    telegram: FakeTelegram, tmp_path: Path, way: tuple[Relay, str]
) -> None:
    relay, database = way
    relay.freeze()
    async with run_bot(tmp_path, connect_to(telegram, database)) as bot:
        await relay.is_asked()

        assert await stop(bot) < 10
