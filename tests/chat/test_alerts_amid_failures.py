"""Errors reach the moderators although something else fails, and cause no others."""

from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from bot.store.announcements import Announcements
from bot.store.marks import Marks
from bot.texts import moderation_screen as texts
from tests.chat.clocks import MovingClock
from tests.chat.conftest import StartBot
from tests.chat.faulty import DETAIL, Stage, exploding, list_errors, rina, stage
from tests.fake_telegram import FakeTelegram, Fault, User
from tests.store.locks import locking

__all__ = ["exploding", "rina", "stage"]


async def test_an_alert_that_cannot_be_sent_causes_no_other(
    stage: Stage, telegram: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    stage.rina.chat.bot_status = "kicked"
    telegram.allow("bot was blocked by the user")
    telegram.allow("chat not found")
    budi = telegram.user("Budi")
    async with stage.start_bot(stage.sources, frozenset({budi.id, stage.rina.id, 987654321})):
        await budi.sends("/bantuan")
        await telegram.bot_says(budi.chat)
        await stage.fail()
        assert "ZeroDivisionError" in (await telegram.bot_says(budi.chat)).text
        await telegram.nothing_said(budi.chat)

    assert len(list_errors(caplog)) == 1
    assert stage.rina.chat.said == []


async def test_an_alert_that_telegram_refuses_causes_no_other(
    stage: Stage, telegram: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    async with stage.runs():
        await stage.siti.sends("/bantuan")
        await telegram.bot_says(stage.siti.chat)
        # The first message is the apology.
        refused = Fault.error(400, "Bad Request: message is too long")
        telegram.faults.next("sendMessage", refused, times=2)
        await stage.siti.sends("meledak")
        await telegram.world.pulse.until(lambda: telegram.faults.pending == 0 or None, 10)
        await stage.hears_nothing(0.5)
        await telegram.nothing_said(stage.siti.chat, for_seconds=0)

    assert len(list_errors(caplog)) == 1
    assert telegram.faults.pending == 0


async def test_moderators_hear_of_errors_while_the_store_fails(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_arguments: object, **_named: object) -> bool:
        raise OperationalError("INSERT", {}, Exception("disk I/O error"))

    async with stage.runs():
        monkeypatch.setattr(Marks, "put", refuse)
        await stage.fail()
        assert "ZeroDivisionError" in (await stage.hears()).text
        await stage.fail()
        await stage.hears_nothing(0.5)


async def test_an_error_beside_the_conversation_is_told_as_well(
    telegram: FakeTelegram,
    rina: User,
    start_bot: StartBot,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def break_down(_announcements: object, _revision: str) -> bool:
        raise ZeroDivisionError(DETAIL)

    monkeypatch.setattr(Announcements, "has", break_down)
    async with start_bot(moderators=frozenset({rina.id})):
        alert = await telegram.bot_says(rina.chat)

    incident = alert.text.split("“")[1].split("”")[0]
    assert "ZeroDivisionError, chat/announcing.py:" in alert.text
    assert f"(gangguan {incident})" in caplog.text


async def test_moderators_hear_once_that_the_database_fails(
    telegram: FakeTelegram,
    siti: User,
    rina: User,
    start_bot: StartBot,
    clock: MovingClock,
    tmp_path: Path,
) -> None:
    async with start_bot(moderators=frozenset({rina.id})), locking(tmp_path / "memory.db"):
        await siti.sends("Apakah Sirekap pakai Alibaba Cloud?")
        await telegram.bot_says(siti.chat, within=10)
        await clock.passes(12)
        told = await telegram.bot_says(rina.chat)
        await clock.passes(12)
        await telegram.nothing_said(rina.chat, for_seconds=0.3)

    assert told.text == texts.STORE_FAILS
