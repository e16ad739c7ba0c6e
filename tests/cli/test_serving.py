"""The bot as a process behind a webhook: refused starts, and ends that lose nothing."""

import asyncio
import signal
import time
from pathlib import Path

import httpx
import pytest

from bot.store import LEASE_SECONDS
from tests.chat.running import RunningBot, run_bot
from tests.fake_telegram import FakeTelegram, Fault, User
from tests.fake_telegram.fixture import telegram
from tests.fake_telegram.webhook import bring_updates
from tests.web.running import SECRET, WEBHOOK, find_free_port

__all__ = ["telegram"]

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"


def connect_to(telegram: FakeTelegram) -> dict[str, str]:
    return {"TELEGRAM_BOT_TOKEN": telegram.token, "TELEGRAM_API_URL": telegram.api_url}


def listen_on(port: int) -> dict[str, str]:
    return {
        "WEBHOOK_URL": WEBHOOK.url,
        "WEBHOOK_SECRET": SECRET,
        "HTTP_LISTEN": f"127.0.0.1:{port}",
    }


async def everybody_is_answered(telegram: FakeTelegram, people: list[User]) -> None:
    """Hold that each person got one answer, and no more."""
    for person in people:
        assert "Alibaba" in (await telegram.bot_says(person.chat, within=20)).text
    await asyncio.sleep(0.3)
    assert [len(person.chat.said) for person in people] == [1] * len(people)


async def test_a_webhook_without_a_secret_does_not_start(
    telegram: FakeTelegram, tmp_path: Path
) -> None:
    async with run_bot(tmp_path, connect_to(telegram) | {"WEBHOOK_URL": WEBHOOK.url}) as bot:
        assert await bot.ends() == 2

    assert "Setelan WEBHOOK_SECRET belum diisi" in bot.log
    assert bot.log.count("\n") == 1
    assert not telegram.calls


async def test_an_address_that_is_taken_is_one_clear_line(
    telegram: FakeTelegram, tmp_path: Path
) -> None:
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, run_bot(tmp_path, connect_to(telegram) | listen_on(port)) as bot:
        assert await bot.ends() == 2

    assert "HTTP_LISTEN tidak bisa dipakai" in bot.log
    assert "Traceback" not in bot.log
    assert not telegram.calls_of("setWebhook")


async def test_a_machine_without_certificate_authorities_is_one_clear_line(
    telegram: FakeTelegram, tmp_path: Path
) -> None:
    nowhere = {name: str(tmp_path / "nowhere") for name in ("SSL_CERT_FILE", "SSL_CERT_DIR")}
    async with run_bot(tmp_path, connect_to(telegram) | nowhere) as bot:
        assert await bot.ends() == 2

    assert "ca-certificates" in bot.log
    assert "SSL_CERT_FILE" in bot.log
    assert bot.log.count("\n") == 1
    assert not telegram.calls


async def test_a_webhook_that_telegram_does_not_take_is_one_clear_line(
    telegram: FakeTelegram, tmp_path: Path
) -> None:
    refusal = "Bad Request: bad webhook: Failed to resolve host"
    telegram.faults.next("setWebhook", Fault.error(400, refusal))
    settings = connect_to(telegram) | listen_on(find_free_port())
    async with run_bot(tmp_path, settings) as bot:
        assert await bot.ends() == 2

    assert "menolak webhook ini" in bot.log
    assert "failed to resolve host" in bot.log.lower()
    assert "Traceback" not in bot.log


async def test_the_secret_is_in_no_log_at_any_level(telegram: FakeTelegram, tmp_path: Path) -> None:
    port = find_free_port()
    settings = connect_to(telegram) | listen_on(port) | {"LOG_LEVEL": "DEBUG"}
    siti = telegram.user("Siti")
    async with run_bot(tmp_path, settings) as bot:
        await bot.logs("siap")
        async with bring_updates(telegram, f"http://127.0.0.1:{port}"):
            await siti.sends(QUESTION)
            await telegram.bot_says(siti.chat, within=15)
        async with httpx.AsyncClient() as client:
            answer = await client.post(
                f"http://127.0.0.1:{port}{WEBHOOK.path}",
                headers={"X-Telegram-Bot-Api-Secret-Token": "tebakan-penyusup"},
            )
        assert answer.status_code == 403
        await bot.terminate()
        assert await bot.ends() == 0

    assert SECRET not in bot.log
    assert "tebakan-penyusup" not in bot.log
    assert telegram.token not in bot.log


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_a_stop_under_load_leaves_nothing_half_done(
    telegram: FakeTelegram, tmp_path: Path, mode: str
) -> None:
    port = find_free_port()
    settings = connect_to(telegram) | (listen_on(port) if mode == "webhook" else {})
    people = [telegram.user(f"Warga {number}") for number in range(60)]
    async with bring_updates(telegram, f"http://127.0.0.1:{port}"):
        async with run_bot(tmp_path, settings) as bot:
            await bot.logs("siap")
            await _stop_in_the_middle(telegram, bot, people)
        answered = sum(bool(person.chat.said) for person in people)
        async with run_bot(tmp_path, settings) as bot:
            await everybody_is_answered(telegram, people)
            await bot.terminate()
            assert await bot.ends() == 0

    # The test would show nothing had the first bot done all or nothing.
    assert 0 < answered < len(people)
    assert "Traceback" not in bot.log, bot.log


async def _stop_in_the_middle(telegram: FakeTelegram, bot: RunningBot, people: list[User]) -> None:
    """Let people ask while the bot is told to stop."""
    for number, person in enumerate(people):
        await person.sends(QUESTION)
        if number == len(people) // 3:
            await telegram.world.pulse.until(
                lambda: True if telegram.calls_of("sendMessage") else None, within=10
            )
            before = time.monotonic()
            await bot.terminate()
        await asyncio.sleep(0.01)
    assert await bot.ends() == 0
    assert time.monotonic() - before < 10
    assert "Traceback" not in bot.log, bot.log


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_a_killed_bot_loses_nobodys_question(
    telegram: FakeTelegram, tmp_path: Path, mode: str
) -> None:
    port = find_free_port()
    settings = connect_to(telegram) | (listen_on(port) if mode == "webhook" else {})
    people = [telegram.user(f"Warga {number}") for number in range(20)]
    async with bring_updates(telegram, f"http://127.0.0.1:{port}"):
        async with run_bot(tmp_path, settings) as bot:
            await bot.logs("siap")
            telegram.faults.next("sendMessage", Fault.slow(5), times=10)
            for person in people:
                await person.sends(QUESTION)
            await telegram.world.pulse.until(lambda: telegram.faults.pending == 0 or None, 10)
            await bot.terminate(signal.SIGKILL)
            await bot.ends()
        async with run_bot(tmp_path, settings) as bot:
            # Those ten were killed while they were sent: Telegram may have shown them or not.
            for person in people:
                answer = await telegram.bot_says(person.chat, within=LEASE_SECONDS * 2)
                assert "Alibaba" in answer.text
            await bot.terminate()
            assert await bot.ends() == 0
