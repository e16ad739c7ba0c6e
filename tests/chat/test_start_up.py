"""The start says who it is, or in one clear line why there is none."""

import socket
from pathlib import Path

import pytest

from bot.answers import Answerer
from bot.texts.answers import format_date, format_number
from tests.chat.running import run_bot
from tests.fake_telegram import FakeTelegram, Fault, User

TOKEN = "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"  # noqa: S105 - of nobody


async def test_the_start_says_who_it_is_and_what_it_serves(
    telegram: FakeTelegram, siti: User, answerer: Answerer, tmp_path: Path
) -> None:
    corpus = answerer.corpus
    assert corpus.newest
    settings = {"TELEGRAM_BOT_TOKEN": telegram.token, "TELEGRAM_API_URL": telegram.api_url}
    async with run_bot(tmp_path, settings) as bot:
        await bot.logs(
            f"@tanya_sirekap_bot siap: {format_number(len(corpus.articles))} artikel, "
            f"{format_number(answerer.passages)} kutipan, terbaru {format_date(corpus.newest)}."
        )
        await bot.logs("Mode privasi grup menyala, mode inline menyala.")
        await siti.sends("Apakah Sirekap pakai Alibaba Cloud?")
        assert "Alibaba" in (await telegram.bot_says(siti.chat)).text
        await bot.terminate()
        assert await bot.ends() == 0


async def test_the_start_says_which_modes_are_off(telegram: FakeTelegram, tmp_path: Path) -> None:
    telegram.settings.can_read_all_group_messages = True
    telegram.settings.supports_inline_queries = False
    settings = {"TELEGRAM_BOT_TOKEN": telegram.token, "TELEGRAM_API_URL": telegram.api_url}
    async with run_bot(tmp_path, settings) as bot:
        await bot.logs("Mode privasi grup mati, mode inline mati.")
        await bot.terminate()
        await bot.ends()


async def test_without_a_token_one_line_says_how_to_get_one(tmp_path: Path) -> None:
    async with run_bot(tmp_path, {}) as bot:
        assert await bot.ends() == 2

    assert bot.log.count("\n") == 1
    assert "TELEGRAM_BOT_TOKEN" in bot.log
    assert "@BotFather" in bot.log
    assert "python -m bot chat" in bot.log


async def test_a_refused_token_is_one_line_without_the_token(
    telegram: FakeTelegram, tmp_path: Path
) -> None:
    settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": telegram.api_url}
    async with run_bot(tmp_path, settings) as bot:
        assert await bot.ends() == 2

    assert bot.log.count("\n") == 1
    assert "menolak TELEGRAM_BOT_TOKEN" in bot.log
    assert TOKEN not in bot.log


async def test_a_token_that_is_revoked_later_ends_the_bot(
    telegram: FakeTelegram, tmp_path: Path
) -> None:
    settings = {"TELEGRAM_BOT_TOKEN": telegram.token, "TELEGRAM_API_URL": telegram.api_url}
    async with run_bot(tmp_path, settings) as bot:
        await bot.logs("siap")
        telegram.faults.next("getUpdates", Fault.error(401, "Unauthorized"))
        assert await bot.ends() == 2

    assert "menolak TELEGRAM_BOT_TOKEN" in bot.log
    assert telegram.token not in bot.log


async def test_a_server_that_does_not_answer_is_one_line_after_some_tries(tmp_path: Path) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}"
        settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": address}
        async with run_bot(tmp_path, settings) as bot:
            assert await bot.ends() == 1

    assert bot.log.count("\n") == 1
    assert f"{address} tidak bisa dihubungi" in bot.log
    assert TOKEN not in bot.log


@pytest.mark.parametrize(
    ("setting", "value"),
    [("DATABASE_URL", "sqlite:////proc/none/x.db"), ("CORPUS_DIR", "/tidak/ada")],
)
async def test_what_cannot_be_opened_is_one_line(
    telegram: FakeTelegram, tmp_path: Path, setting: str, value: str
) -> None:
    settings = {"TELEGRAM_BOT_TOKEN": telegram.token, "TELEGRAM_API_URL": telegram.api_url}
    async with run_bot(tmp_path, settings | {setting: value}) as bot:
        assert await bot.ends() == 2

    assert bot.log.count("\n") == 1
    assert "Traceback" not in bot.log
