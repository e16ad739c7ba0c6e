"""Neither log nor database tells who judged, reported, waited or received what."""

from pathlib import Path

import pytest

from tests.chat.running import run_bot
from tests.chat.test_erasure import leave_traces, read_database
from tests.fake_telegram import FakeTelegram, User


@pytest.mark.parametrize("level", ["INFO", "DEBUG"])
async def test_what_follows_an_answer_leaves_nobody_in_log_and_database(
    telegram: FakeTelegram, siti: User, tmp_path: Path, level: str
) -> None:
    made = telegram.user("Made")
    settings = {
        "TELEGRAM_BOT_TOKEN": telegram.token,
        "TELEGRAM_API_URL": telegram.api_url,
        "MODERATOR_IDS": str(made.id),
        "LOG_LEVEL": level,
    }
    async with run_bot(tmp_path, settings) as bot:
        await made.starts()
        await telegram.bot_says(made.chat, within=30)
        await leave_traces(telegram, siti)
        assert str(siti.id) not in str((await telegram.bot_says(made.chat)).raw)
        await bot.terminate()
        await bot.ends()

    written = read_database(tmp_path / "data")
    assert written
    for person in (siti, made):
        assert str(person.id).encode() not in written
        if level == "INFO":
            assert str(person.id) not in bot.log
    assert telegram.token not in bot.log
    if level == "INFO":
        assert "zxcvb" not in bot.log
