"""Buttons in groups that fail after they stopped spinning: said there once, and only that."""

from pathlib import Path

import pytest

from bot.chat import pressing
from bot.store import opening
from bot.texts import chat, groups
from tests.chat.clocks import MovingClock
from tests.chat.conftest import StartBot
from tests.chat.ruled_group import budi, group, open_rules
from tests.fake_telegram import BotMessage, Chat, FakeTelegram, User
from tests.store.locks import locking

__all__ = ["budi", "group"]


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_BUSY_MS", 100)
    monkeypatch.setattr(pressing, "_SPINNING_SECONDS", 0.0)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The database that `start_bot` opens."""
    return tmp_path / "memory.db"


async def press(telegram: FakeTelegram, who: User, panel: BotMessage) -> str:
    """Have `who` press a button that changes a rule; return the notice, if there is one."""
    answered = await telegram.answer_to(await who.presses(panel, groups.LET_ADMINS_ASK))
    return answered.text


async def test_what_failed_is_said_in_one_line_below_the_button(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, file: Path, group: Chat
) -> None:
    async with start_bot():
        panel = await open_rules(telegram, siti, group)
        async with locking(file):
            notice = await press(telegram, siti, panel)
            said = await telegram.bot_says(group)

    assert notice == ""
    assert said.text == groups.PRESS_FAILED
    assert said.text != chat.CANNOT_REMEMBER
    assert said.reply_to == panel.message_id
    assert telegram.edits_of(panel) == []


async def test_it_is_not_said_again_for_a_while(
    telegram: FakeTelegram,
    siti: User,
    start_bot: StartBot,
    file: Path,
    group: Chat,
    clock: MovingClock,
) -> None:
    async with start_bot():
        panel = await open_rules(telegram, siti, group)
        async with locking(file):
            await press(telegram, siti, panel)
            await telegram.bot_says(group)
            for _ in range(3):
                await press(telegram, siti, panel)
            await telegram.nothing_said(group)
            # Who goes on pressing waits for as long again.
            clock.skip(1201)
            await press(telegram, siti, panel)

            assert (await telegram.bot_says(group)).text == groups.PRESS_FAILED


async def test_what_was_done_late_and_what_was_not_allowed_is_not_talked_about(
    telegram: FakeTelegram, siti: User, budi: User, start_bot: StartBot, group: Chat
) -> None:
    async with start_bot():
        panel = await open_rules(telegram, siti, group)
        await press(telegram, budi, panel)
        await telegram.nothing_said(group)
        await press(telegram, siti, panel)
        changed = await telegram.bot_edits(panel)
        await telegram.nothing_said(group)

    assert groups.ADMINS_ASK in changed.text
