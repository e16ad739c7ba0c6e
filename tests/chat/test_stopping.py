"""SIGTERM stops the bot within ten seconds, whatever it is doing, and at once when idle."""

import signal
import socket
import time
from pathlib import Path

import pytest

from tests.chat.running import run_bot
from tests.fake_telegram import FakeTelegram, Fault, User

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"
TOKEN = "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"  # noqa: S105 - of nobody


def connect_to(telegram: FakeTelegram) -> dict[str, str]:
    return {"TELEGRAM_BOT_TOKEN": telegram.token, "TELEGRAM_API_URL": telegram.api_url}


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
async def test_an_idle_bot_stops_at_once(
    telegram: FakeTelegram, tmp_path: Path, by: signal.Signals
) -> None:
    async with run_bot(tmp_path, connect_to(telegram)) as bot:
        await bot.logs("siap")
        await telegram.bot_polls()
        before = time.monotonic()
        await bot.terminate(by)
        code = await bot.ends()

    assert code == 0
    assert time.monotonic() - before < 5
    assert "Bot berhenti." in bot.log
    assert "Traceback" not in bot.log, bot.log


async def test_an_answer_under_way_is_finished_first(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    telegram.faults.next("sendMessage", Fault.slow(1))
    async with run_bot(tmp_path, connect_to(telegram)) as bot:
        await bot.logs("siap")
        await siti.sends(QUESTION)
        await telegram.world.pulse.until(lambda: telegram.faults.pending == 0 or None, 5)
        await bot.terminate()
        assert await bot.ends() == 0

    assert "Alibaba" in (await telegram.bot_says(siti.chat)).text


async def test_a_bot_that_waits_for_a_server_that_hangs_still_stops(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    async with run_bot(tmp_path, connect_to(telegram)) as bot:
        await bot.logs("siap")
        telegram.faults.next("sendMessage", Fault.slow(30))
        telegram.faults.next("getUpdates", Fault.slow(30), times=3)
        await siti.sends(QUESTION)
        before = time.monotonic()
        await bot.terminate()
        await bot.ends()

    assert time.monotonic() - before < 10
    assert "Traceback" not in bot.log, bot.log


async def test_a_start_that_finds_no_server_stops_at_once(tmp_path: Path) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}"
        settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": address, "LOG_LEVEL": "DEBUG"}
        async with run_bot(tmp_path, settings) as bot:
            await bot.logs("getMe failed, again")
            before = time.monotonic()
            await bot.terminate()
            await bot.ends()

    assert time.monotonic() - before < 5
    assert "Traceback" not in bot.log, bot.log
