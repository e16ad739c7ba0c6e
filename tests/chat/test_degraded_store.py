"""The database fails: questions are answered all the same, and nothing is promised in vain."""

from pathlib import Path

import pytest

from bot.chat import pressing
from bot.store import opening
from bot.texts import chat as texts
from tests.chat.conftest import StartBot
from tests.fake_telegram import BotMessage, FakeTelegram, User
from tests.store.locks import locking

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"
COMPLAINT = "Basis data sedang tidak bisa dipakai"


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_BUSY_MS", 100)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The database that `start_bot` opens."""
    return tmp_path / "memory.db"


def list_actions(message: BotMessage) -> list[str]:
    """The labels of buttons that send something to the bot."""
    return [button.text for row in message.buttons for button in row if button.data]


async def test_a_private_question_is_answered_without_buttons_that_need_memory(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, file: Path
) -> None:
    async with start_bot(), locking(file):
        asked = await siti.sends(QUESTION)
        answer = await telegram.bot_says(siti.chat)
        await siti.sends("kenapa grafik sirekap dihilangkan?")
        second = await telegram.bot_says(siti.chat)

    assert "Alibaba" in answer.text
    assert answer.reply_to == asked.message_id
    assert list_actions(answer) == list_actions(second) == []
    assert "grafik" in second.text


async def test_nor_has_a_question_that_was_asked_before(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, file: Path
) -> None:
    async with start_bot():
        await siti.sends(QUESTION)
        before = await telegram.bot_says(siti.chat)
        async with locking(file):
            await siti.sends(QUESTION)
            meanwhile = await telegram.bot_says(siti.chat)

    assert list_actions(before)
    assert meanwhile.text == before.text
    assert not list_actions(meanwhile)


async def test_a_greeting_and_help_need_no_memory(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, file: Path
) -> None:
    async with start_bot(), locking(file):
        await siti.sends("/start")
        greeting = await telegram.bot_says(siti.chat)
        await siti.sends("/bantuan")
        help_text = await telegram.bot_says(siti.chat)

    assert texts.HELLO in greeting.text
    assert help_text.text


async def test_inline_queries_go_on(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, file: Path
) -> None:
    async with start_bot(), locking(file):
        answer = await telegram.answer_to(await siti.types_inline("alibaba"))

    assert answer.results


async def test_a_press_and_an_erasure_are_told_that_they_failed(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, file: Path
) -> None:
    async with start_bot():
        await siti.sends(QUESTION)
        answer = await telegram.bot_says(siti.chat)
        async with locking(file):
            press = await siti.presses(answer, "Berikutnya")
            notice = await telegram.answer_to(press)
            await siti.sends("/hapusdata")
            said = await telegram.bot_says(siti.chat)

    assert notice.text == texts.CANNOT_REMEMBER
    assert len(notice.text) <= 200
    assert "terhapus" not in said.text


async def test_a_press_that_fails_late_is_answered_once_and_told_in_a_message(
    telegram: FakeTelegram,
    siti: User,
    start_bot: StartBot,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pressing, "_SPINNING_SECONDS", 0.0)
    async with start_bot():
        await siti.sends(QUESTION)
        answer = await telegram.bot_says(siti.chat)
        async with locking(file):
            press = await siti.presses(answer, "Berikutnya")
            notice = await telegram.answer_to(press)
            said = await telegram.bot_says(siti.chat)

    assert not notice.text
    assert said.text == texts.CANNOT_REMEMBER


async def test_it_is_logged_once_and_all_is_well_afterwards(
    telegram: FakeTelegram,
    siti: User,
    start_bot: StartBot,
    file: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with start_bot():
        async with locking(file):
            for _ in range(3):
                await siti.sends(QUESTION)
                await telegram.bot_says(siti.chat)
        await telegram.world.pulse.until(
            lambda: True if "bisa dipakai lagi" in caplog.text else None, within=0.1
        )
        answer = await _ask_until_buttons(telegram, siti)

    assert caplog.text.count(COMPLAINT) == 1
    assert "Berikutnya" in list_actions(answer)
    assert "Basis data bisa dipakai lagi." in caplog.text


async def test_who_floods_is_still_held_back(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, file: Path
) -> None:
    async with start_bot(), locking(file):
        for number in range(40):
            await siti.sends(f"asdfgh {number}")
        for _ in range(20):
            await telegram.bot_says(siti.chat, within=15)
        await telegram.nothing_said(siti.chat, for_seconds=0)

    assert len(siti.chat.said) <= 31


async def _ask_until_buttons(telegram: FakeTelegram, siti: User) -> BotMessage:
    for _ in range(20):
        await siti.sends(QUESTION)
        answer = await telegram.bot_says(siti.chat)
        if list_actions(answer):
            return answer
        await telegram.nothing_said(siti.chat, for_seconds=0.3)
    raise AssertionError("the bot never got its memory back")
