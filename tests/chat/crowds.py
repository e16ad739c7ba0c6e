"""Crowds that a bot writes to, and when it did by a clock that tests move."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram.ext import ExtBot

from bot.chat.transport.delivery import Delivery
from bot.chat.transport.requests import QuietRequest
from bot.chat.transport.urgency import Urgency
from tests.chat.clocks import MovingClock
from tests.fake_telegram import Chat, FakeTelegram, Fault, User

FLOOD = Fault.flood(retry_after=20)


@pytest.fixture
async def sender(telegram: FakeTelegram, clock: MovingClock) -> AsyncIterator[ExtBot[Urgency]]:
    """The library's own bot, with our way of sending; the clock moves the loop it runs in."""
    request = QuietRequest(connection_pool_size=64)
    async with ExtBot(
        telegram.token, telegram.base_url, request=request, rate_limiter=Delivery()
    ) as bot:
        await clock.passes(1)
        yield bot


def people(telegram: FakeTelegram, number: int) -> list[User]:
    """People who may be written to."""
    found = [telegram.user(f"Warga {index}") for index in range(number)]
    for person in found:
        person.chat.bot_status = "member"
    return found


def times_of(telegram: FakeTelegram, words: str) -> list[float]:
    """When each message with these words was sent, in seconds of the moved clock."""
    calls = telegram.calls
    return [call.at for call in calls if call.parameters.get("text") == words]


def most_within(times: list[float], seconds: float) -> int:
    """The largest number of times within any so many seconds."""
    return max(sum(start <= time < start + seconds for time in times) for start in times)


async def finish(clock: MovingClock, seconds: float, *calls: asyncio.Task[object]) -> None:
    """Let time pass until the calls are done, at most so many seconds."""
    while not all(call.done() for call in calls):
        assert seconds > 0, "the calls are not done yet"
        await clock.passes(0.5, step=0.5)
        seconds -= 0.5
    await asyncio.gather(*calls)


def say(
    bot: ExtBot[Urgency], chat: Chat, words: str, urgency: Urgency | None = None
) -> asyncio.Task[object]:
    """Begin to send a message."""
    return asyncio.create_task(bot.send_message(chat.id, words, rate_limit_args=urgency))


async def until_refused(telegram: FakeTelegram) -> None:
    """Wait until the fault that was set is met, and the bot knows of it."""
    assert await telegram.world.pulse.until(lambda: telegram.faults.pending == 0 or None, 10)
    await asyncio.sleep(0.1)
