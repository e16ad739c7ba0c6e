"""The log holds neither the token, at any level, nor who asked what."""

from pathlib import Path

import pytest

from tests.chat.running import run_bot
from tests.fake_telegram import FakeTelegram, Fault, User

QUESTION = "Apakah Sirekap pakai Alibaba Cloud punya tetangga saya?"


async def converse(telegram: FakeTelegram, siti: User) -> None:
    """Ask, page, edit, and let things go wrong on the way."""
    telegram.allow("message is not modified")
    telegram.faults.next("getUpdates", Fault.server_error(502))
    telegram.faults.next("sendMessage", Fault.server_error(500))
    telegram.faults.next("editMessageText", Fault.connection_reset())
    asked = await siti.sends(QUESTION)
    answer = await telegram.bot_says(siti.chat, within=10)
    await siti.presses(answer, "Berikutnya")
    await telegram.bot_edits(answer, within=10)
    await siti.edits(asked, "kenapa grafik sirekap dihilangkan?")
    await telegram.bot_edits(answer, within=10)
    telegram.faults.next("sendMessage", Fault.error(400, "Bad Request: chat not found"))
    await siti.sends(QUESTION)
    await telegram.bot_says(siti.chat, within=10)
    telegram.faults.next("sendMessage", Fault.broken_json())
    await siti.sends(QUESTION)
    await telegram.bot_says(siti.chat, within=10)


@pytest.mark.parametrize("level", ["DEBUG", "INFO"])
@pytest.mark.parametrize("form", ["text", "json"])
async def test_a_whole_conversation_leaves_no_secret_in_the_log(
    telegram: FakeTelegram, siti: User, tmp_path: Path, level: str, form: str
) -> None:
    settings = {
        "TELEGRAM_BOT_TOKEN": telegram.token,
        "TELEGRAM_API_URL": telegram.api_url,
        "LOG_LEVEL": level,
        "LOG_FORMAT": form,
    }
    async with run_bot(tmp_path, settings) as bot:
        await converse(telegram, siti)
        await bot.terminate()
        await bot.ends()

    assert "Gangguan" in bot.log
    assert telegram.token not in bot.log
    assert telegram.token.partition(":")[2] not in bot.log
    if level == "INFO":
        assert "tetangga" not in bot.log
        assert str(siti.id) not in bot.log


async def test_nothing_in_the_database_tells_who_asked(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    settings = {"TELEGRAM_BOT_TOKEN": telegram.token, "TELEGRAM_API_URL": telegram.api_url}
    async with run_bot(tmp_path, settings) as bot:
        await siti.sends(QUESTION)
        await telegram.bot_says(siti.chat, within=10)
        await bot.terminate()
        await bot.ends()

    written = b"".join(path.read_bytes() for path in (tmp_path / "data").glob("tanya-sirekap.db*"))
    assert b"tetangga" in written
    assert str(siti.id).encode() not in written
    assert b"Siti" not in written
    assert (tmp_path / "data" / "privacy.key").stat().st_mode & 0o777 == 0o600
