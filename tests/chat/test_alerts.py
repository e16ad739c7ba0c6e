"""Errors of the bot reach the moderators: once each, with an id, counted when they repeat."""

import logging
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from bot.answers import Answer, Answerer
from bot.answers.live import LiveAnswerer
from bot.articles import CorpusReader
from bot.chat.alerts import describe_kind
from bot.desk import DeskRules
from bot.store.announcements import Announcements
from bot.store.marks import Marks
from bot.texts import chat as chat_texts
from bot.texts import moderation_screen as texts
from tests.chat.clocks import MovingClock
from tests.chat.conftest import CORPUS, StartBot
from tests.fake_telegram import BotMessage, FakeTelegram, Fault, User
from tests.store.locks import locking

WORDS = "tetangga saya bernama Zulkarnain"
DETAIL = "rincian yang mungkin memuat tulisan orang"
HOUR = 3600


class Exploding(Answerer):
    """Breaks on some words, in two ways, as bugs of ours would."""

    def answer(
        self, question: str, *, previous: str | None = None, limit: int = 3, offset: int = 0
    ) -> Answer:
        if "meledak" in question:
            raise ZeroDivisionError(DETAIL)
        if "macet" in question:
            raise KeyError(DETAIL)
        return super().answer(question, previous=previous, limit=limit, offset=offset)


@pytest.fixture
def exploding(answerer: Answerer) -> LiveAnswerer:
    """What a bot serves that has bugs."""
    return LiveAnswerer(CorpusReader(CORPUS), Exploding(answerer.corpus, answerer.engine))


@pytest.fixture
async def rina(telegram: FakeTelegram) -> User:
    """A moderator who has met the bot."""
    person = telegram.user("Rina")
    await person.sends("halo")
    telegram.world.updates.waiting.clear()
    return person


@dataclass
class Stage:
    """A bot that has bugs, Rina who moderates it, and Siti who meets them."""

    telegram: FakeTelegram
    start_bot: StartBot
    sources: LiveAnswerer
    rina: User
    siti: User

    def runs(self) -> AbstractAsyncContextManager[None]:
        """Run the bot; every run finds what the former has left."""
        return self.start_bot(self.sources, frozenset({self.rina.id}))

    async def fail(self, words: str = "meledak") -> str:
        """Ask what breaks the bot and return the apology."""
        await self.siti.sends(f"{words} {WORDS}")
        return (await self.telegram.bot_says(self.siti.chat)).text

    async def hears(self) -> BotMessage:
        """Return what Rina is told next."""
        return await self.telegram.bot_says(self.rina.chat)

    async def hears_nothing(self, for_seconds: float = 0.3) -> None:
        """Hold that Rina is told nothing."""
        await self.telegram.nothing_said(self.rina.chat, for_seconds)


@pytest.fixture
def stage(
    telegram: FakeTelegram,
    start_bot: StartBot,
    exploding: LiveAnswerer,
    rina: User,
    siti: User,
) -> Stage:
    return Stage(telegram, start_bot, exploding, rina, siti)


def list_errors(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    return [record for record in caplog.records if record.levelno == logging.ERROR]


async def test_moderators_get_kind_place_and_id_of_an_error_and_nothing_else(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with stage.runs():
        apology = await stage.fail()
        alert = await stage.hears()

    (record,) = list_errors(caplog)
    incident = record.getMessage().split()[1]
    assert incident in alert.text
    assert apology == chat_texts.apologise(incident)
    assert "ZeroDivisionError, chat/" in alert.text
    for secret in (WORDS, DETAIL, "meledak", str(stage.siti.id), stage.telegram.token):
        assert secret not in str(alert.raw)


async def test_a_repeated_error_is_counted_and_told_after_an_hour(
    stage: Stage, clock: MovingClock
) -> None:
    async with stage.runs():
        await stage.fail()
        await stage.hears()
        for _ in range(3):
            await stage.fail()
        await stage.hears_nothing()
        clock.skip(HOUR + 1)
        await stage.fail()
        again = await stage.hears()

    assert "terjadi 3 kali lagi" in again.text


async def test_repeats_are_told_even_when_the_error_has_stopped(
    stage: Stage, clock: MovingClock
) -> None:
    async with stage.runs():
        await stage.fail()
        await stage.hears()
        await stage.fail()
        clock.skip(HOUR + 1)
        await clock.passes(12)
        repeats = await stage.hears()
        await clock.passes(12)
        await stage.hears_nothing()

    assert "terjadi 1 kali lagi" in repeats.text


async def test_another_kind_of_error_is_told_at_once(stage: Stage) -> None:
    async with stage.runs():
        await stage.fail()
        await stage.hears()
        await stage.fail("macet")

        assert "KeyError" in (await stage.hears()).text


async def test_what_one_process_told_is_not_told_by_the_next(stage: Stage) -> None:
    async with stage.runs():
        await stage.fail()
        await stage.hears()
    async with stage.runs():
        await stage.fail()
        await stage.hears_nothing(0.5)


async def test_who_was_admitted_from_the_chat_hears_of_errors_too(
    stage: Stage, telegram: FakeTelegram
) -> None:
    rina, budi = stage.rina, telegram.user("Budi")
    rules = DeskRules(chiefs=frozenset({rina.id}), moderators=frozenset({rina.id}))
    async with stage.start_bot(stage.sources, rules=rules):
        await budi.sends("halo")
        await telegram.bot_says(budi.chat)
        await rina.sends(f"/moderasi tambah {budi.id}")
        await stage.hears()
        await telegram.bot_says(budi.chat)
        await stage.fail()

        assert "ZeroDivisionError" in (await telegram.bot_says(budi.chat)).text


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


def test_an_error_from_outside_of_the_bot_is_named_by_its_type_alone() -> None:
    with pytest.raises(ValueError, match="invalid literal") as raised:
        int(WORDS)

    assert describe_kind(raised.value) == "ValueError"
