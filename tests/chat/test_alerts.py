"""Errors of the bot reach the moderators: once each, with an id, counted when they repeat."""

import logging

import pytest

from bot.chat.alerts import describe_kind
from bot.desk import DeskRules
from bot.texts import chat as chat_texts
from tests.chat.clocks import MovingClock
from tests.chat.faulty import DETAIL, WORDS, Stage, exploding, list_errors, rina, stage
from tests.fake_telegram import FakeTelegram

__all__ = ["exploding", "rina", "stage"]


HOUR = 3600


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


def test_an_error_from_outside_of_the_bot_is_named_by_its_type_alone() -> None:
    with pytest.raises(ValueError, match="invalid literal") as raised:
        int(WORDS)

    assert describe_kind(raised.value) == "ValueError"
