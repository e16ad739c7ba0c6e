"""Flood waits that Telegram asks for hold back only what they must."""

import asyncio

import pytest
from telegram.error import RetryAfter
from telegram.ext import ExtBot

from bot.chat.transport.delivery import Delivery
from bot.chat.transport.requests import QuietRequest
from bot.chat.transport.urgency import Urgency
from tests.chat.clocks import MovingClock
from tests.chat.crowds import (
    FLOOD,
    finish,
    most_within,
    people,
    say,
    sender,
    times_of,
    until_refused,
)
from tests.fake_telegram import FakeTelegram, Fault, User

__all__ = ["sender"]


async def test_a_server_of_ones_own_gets_all_at_once_until_it_asks_to_wait(
    telegram: FakeTelegram, clock: MovingClock
) -> None:
    request = QuietRequest(connection_pool_size=64)
    limiter = Delivery(is_limited=False)
    async with ExtBot(
        telegram.token, telegram.base_url, request=request, rate_limiter=limiter
    ) as bot:
        await clock.passes(1)
        crowd = people(telegram, 200)
        await asyncio.gather(*(say(bot, person.chat, "halo") for person in crowd[:100]))
        telegram.faults.next("sendMessage", FLOOD)
        held = say(bot, crowd[100].chat, "ditahan")
        await until_refused(telegram)
        await asyncio.gather(*(say(bot, person.chat, "lagi") for person in crowd[101:171]))
        await finish(clock, 60, held)

    assert most_within(times_of(telegram, "halo"), 1.0) > 30
    assert most_within(times_of(telegram, "lagi"), 0.5) <= 30


async def test_what_has_a_spinner_in_front_of_it_never_waits(
    telegram: FakeTelegram, sender: ExtBot[Urgency], clock: MovingClock, siti: User
) -> None:
    telegram.faults.next("sendMessage", FLOOD)
    siti.chat.bot_status = "member"
    held = say(sender, siti.chat, "jawaban")
    waiting = [
        say(sender, person.chat, "siaran", Urgency.BROADCAST) for person in people(telegram, 60)
    ]
    await until_refused(telegram)
    query = await siti.types_inline("alibaba")
    async with asyncio.timeout(2):
        await sender.answer_inline_query(query.id, [])

    assert not held.done()
    assert not all(call.done() for call in waiting)
    await finish(clock, 60, held, *waiting)


async def test_a_flood_wait_of_one_chat_holds_back_that_chat_only(
    telegram: FakeTelegram, sender: ExtBot[Urgency], clock: MovingClock
) -> None:
    rina, budi = people(telegram, 2)
    telegram.faults.next("sendMessage", FLOOD)
    first = say(sender, rina.chat, "satu")
    await until_refused(telegram)
    second = say(sender, rina.chat, "dua")
    async with asyncio.timeout(5):
        await say(sender, budi.chat, "tiga")

    assert not first.done()
    assert not second.done()
    await finish(clock, 30, first, second)
    assert [message.text for message in rina.chat.said] == ["satu", "dua"]
    assert min(times_of(telegram, "dua")) - max(times_of(telegram, "tiga")) > 15


async def test_a_flood_wait_of_a_broadcast_holds_back_broadcasts_and_not_answers(
    telegram: FakeTelegram, sender: ExtBot[Urgency], clock: MovingClock
) -> None:
    rina, budi, tono = people(telegram, 3)
    telegram.faults.next("sendMessage", FLOOD)
    first = say(sender, rina.chat, "siaran", Urgency.BROADCAST)
    await until_refused(telegram)
    second = say(sender, budi.chat, "siaran", Urgency.BROADCAST)
    async with asyncio.timeout(5):
        await say(sender, tono.chat, "jawaban")

    assert not first.done()
    assert not second.done()
    await finish(clock, 30, first, second)


async def test_who_would_have_to_wait_too_long_for_an_answer_gets_none(
    telegram: FakeTelegram, sender: ExtBot[Urgency]
) -> None:
    (rina,) = people(telegram, 1)
    telegram.faults.next("sendMessage", Fault.flood(retry_after=900))
    for _ in range(2):
        with pytest.raises(RetryAfter):
            await sender.send_message(rina.chat.id, "jawaban")

    assert telegram.faults.pending == 0
    assert rina.chat.said == []
