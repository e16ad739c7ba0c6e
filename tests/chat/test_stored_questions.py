"""Of what people write, nothing that points to a person reaches the database."""

from pathlib import Path

import pytest

from bot.texts import follow_up
from tests.chat.test_erasure import read_database
from tests.fake_telegram import FakeTelegram, User

pytestmark = pytest.mark.usefixtures("bot")

PHONE, NIK, MAIL = "0812-3456-7890", "3171234567890001", "siti.aminah@contoh.co.id"
PERSONAL = f"{PHONE} {NIK} {MAIL}"
QUESTION = f"{PERSONAL} Apakah Sirekap pakai Alibaba Cloud?"


def list_kept(folder: Path) -> list[str]:
    """Which of them the database holds."""
    kept = read_database(folder)
    return [each for each in (PHONE, NIK, MAIL) if each.encode() in kept]


async def test_a_question_in_private_is_kept_without_them_and_its_buttons_work(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    await siti.sends(QUESTION)
    answer = await telegram.bot_says(siti.chat, within=20)
    await siti.presses(answer, "Berikutnya")
    page = await telegram.bot_edits(answer, within=20)
    await siti.sends(f"lalu biayanya berapa? {PERSONAL}")
    await telegram.bot_says(siti.chat, within=20)

    assert "Alibaba" in answer.text
    assert "mulai nomor" in page.text
    assert b"Alibaba Cloud?" in read_database(tmp_path)
    assert list_kept(tmp_path) == []


async def test_a_question_in_a_group_is_kept_without_them(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    group = telegram.supergroup("Warga", [siti])
    await siti.sends(f"/tanya {QUESTION}", to=group)

    assert "Alibaba" in (await telegram.bot_says(group, within=20)).text
    assert b"Alibaba Cloud?" in read_database(tmp_path)
    assert list_kept(tmp_path) == []


async def test_what_moderators_get_to_read_is_kept_without_them(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    await siti.sends(f"/kirim qwrtp zxcvb {PERSONAL}")
    consent = await telegram.bot_says(siti.chat, within=20)
    await siti.presses(consent, follow_up.SEND)
    await telegram.bot_edits(consent, within=20)
    await siti.sends("Apakah Sirekap pakai Alibaba Cloud?")
    await telegram.bot_says(siti.chat, within=20)
    await siti.sends(f"/lapor 1 kutipannya salah, telepon {PERSONAL}")
    await telegram.bot_says(siti.chat, within=20)

    assert b"qwrtp zxcvb" in read_database(tmp_path)
    assert list_kept(tmp_path) == []
