"""Telegram is gone for a while, or hangs: everybody is answered afterwards, and only once."""

import asyncio

import pytest

from bot.chat.transport import polling, requests
from tests.chat.conftest import StartBot
from tests.fake_telegram import FakeTelegram, Fault, User

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"
PEOPLE = 12


@pytest.fixture
def people(telegram: FakeTelegram) -> list[User]:
    """Those who ask."""
    return [telegram.user(f"Warga {number}") for number in range(PEOPLE)]


async def everybody_is_answered_once(telegram: FakeTelegram, people: list[User]) -> None:
    for person in people:
        assert "Alibaba" in (await telegram.bot_says(person.chat, within=30)).text
    await asyncio.sleep(0.5)
    assert [len(person.chat.said) for person in people] == [1] * len(people)


async def test_what_people_ask_while_telegram_is_gone_is_answered_afterwards(
    telegram: FakeTelegram, people: list[User], start_bot: StartBot
) -> None:
    async with start_bot():
        await telegram.bot_polls()
        await telegram.goes_away()
        for person in people:
            await person.sends(QUESTION)
        await asyncio.sleep(2)
        await telegram.comes_back()
        await everybody_is_answered_once(telegram, people)


async def test_what_was_taken_before_telegram_went_is_answered_afterwards(
    telegram: FakeTelegram,
    people: list[User],
    start_bot: StartBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # No try may be under way when the connections break: whether it took effect nobody can know,
    # and it is not repeated.
    monkeypatch.setattr("bot.chat.transport.delivery._PAUSE", 4)
    async with start_bot():
        telegram.faults.next("sendMessage", Fault.server_error(502), times=PEOPLE)
        for person in people:
            await person.sends(QUESTION)
        await telegram.world.pulse.until(lambda: telegram.faults.pending == 0 or None, 20)
        await telegram.goes_away()
        monkeypatch.setattr("bot.chat.transport.delivery._LONGEST_PAUSE", 0.5)
        # The first pause, and longer than four tries take.
        await asyncio.sleep(6 + 4)
        await telegram.comes_back()
        await everybody_is_answered_once(telegram, people)


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    "fault",
    [
        Fault.flood(retry_after=1),
        Fault.server_error(500),
        Fault.server_error(502),
        Fault.broken_json(),
        Fault.connection_reset(),
        Fault.connection_reset(after_effect=True),
    ],
    ids=["429", "500", "502", "broken JSON", "reset", "reset after effect"],
)
async def test_a_fault_of_fetching_loses_and_repeats_nothing(
    telegram: FakeTelegram, people: list[User], fault: Fault
) -> None:
    await telegram.bot_polls()
    telegram.faults.next("getUpdates", fault, times=2)
    for person in people:
        await person.sends(QUESTION)
    await everybody_is_answered_once(telegram, people)


async def test_fetching_that_hangs_is_given_up_and_begun_again(
    telegram: FakeTelegram,
    people: list[User],
    start_bot: StartBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(polling, "_POLL_SECONDS", 1)
    monkeypatch.setattr(polling, "_ANSWER_SECONDS", 1)
    telegram.faults.next("getUpdates", Fault.slow(60))
    async with start_bot():
        for person in people:
            await person.sends(QUESTION)
        await everybody_is_answered_once(telegram, people)


async def test_a_call_that_hangs_holds_up_nobody_else_and_is_not_repeated(
    telegram: FakeTelegram,
    siti: User,
    start_bot: StartBot,
    people: list[User],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(requests, "_READ", 1.0)
    async with start_bot():
        telegram.faults.next("sendMessage", Fault.slow(60))
        await siti.sends(QUESTION)
        await telegram.world.pulse.until(lambda: telegram.faults.pending == 0 or None, 20)
        for person in people:
            await person.sends(QUESTION)
        await everybody_is_answered_once(telegram, people)
        # Whether it took effect cannot be known: it is not sent again.
        await telegram.nothing_said(siti.chat, for_seconds=2)
        await siti.sends(QUESTION)
        assert "Alibaba" in (await telegram.bot_says(siti.chat, within=30)).text
