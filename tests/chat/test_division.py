"""Replicas together keep to what Telegram lets the bot send over all."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest
from telegram.ext import ExtBot

from bot.chat.transport.delivery import Delivery
from bot.chat.transport.requests import QuietRequest
from bot.chat.transport.urgency import Urgency
from tests.chat.clocks import MovingClock
from tests.chat.crowds import finish, most_within, people, say, times_of
from tests.fake_telegram import FakeTelegram

Replica = tuple[ExtBot[Urgency], Delivery]


@pytest.fixture
async def replicas(telegram: FakeTelegram, clock: MovingClock) -> AsyncIterator[list[Replica]]:
    """Three that send as one bot and do not know of each other yet."""
    async with AsyncExitStack() as stack:
        made: list[Replica] = []
        for _ in range(3):
            delivery, request = Delivery(), QuietRequest(connection_pool_size=64)
            bot = ExtBot(telegram.token, telegram.base_url, request=request, rate_limiter=delivery)
            await stack.enter_async_context(bot)
            made.append((bot, delivery))
        await clock.passes(1)
        yield made


def send(
    telegram: FakeTelegram, replicas: list[Replica], number: int, urgency: Urgency | None = None
) -> list[asyncio.Task[object]]:
    """Begin to send so many messages at each replica, all to different people."""
    crowd = iter(people(telegram, number * len(replicas)))
    return [
        say(bot, next(crowd).chat, "halo", urgency) for bot, _ in replicas for _ in range(number)
    ]


async def test_divided_they_send_no_more_than_one_may(
    telegram: FakeTelegram, replicas: list[Replica]
) -> None:
    for _, delivery in replicas:
        delivery.divide(len(replicas))
    await asyncio.gather(*send(telegram, replicas, 22))
    times = times_of(telegram, "halo")

    assert len(times) == 66
    assert most_within(times, 0.5) <= 30
    assert max(times) - min(times) < 4


async def test_so_it_is_with_what_goes_to_many(
    telegram: FakeTelegram, replicas: list[Replica], clock: MovingClock
) -> None:
    for _, delivery in replicas:
        delivery.divide(len(replicas))
    await finish(clock, 20, *send(telegram, replicas, 12, Urgency.BROADCAST))
    times = times_of(telegram, "halo")

    assert len(times) == 36
    assert max(times) - min(times) > 11 * len(replicas) / 20 - 0.5


async def test_who_is_left_alone_takes_all_again(
    telegram: FakeTelegram, replicas: list[Replica]
) -> None:
    (_, delivery), *_ = replicas
    delivery.divide(60)
    calls = send(telegram, replicas[:1], 40)
    await telegram.world.pulse.until(lambda: times_of(telegram, "halo") or None, 10)
    await asyncio.sleep(0.3)
    assert len(times_of(telegram, "halo")) == 1
    delivery.divide(1)
    await asyncio.gather(*calls)
    times = times_of(telegram, "halo")

    assert max(times) - min(times) < 3
    assert most_within(times, 0.5) <= 30
