"""How much is begun at once: little that is worked on, much that waits for Telegram."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.chat.transport.envelopes import Envelope, close_envelope
from bot.chat.transport.lanes import MESSAGES_AT_ONCE, Lane, Lanes
from bot.chat.transport.work import wait_for_telegram

FEW = 20
MANY = 200


class Kitchen:
    """Handles updates until it is told that they are done."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.calls_telegram = False
        self.done = asyncio.Event()
        self.lane = Lane(MESSAGES_AT_ONCE, self.handle, lambda _: None)
        self.lanes = Lanes([self.lane])

    async def handle(self, envelope: Envelope) -> None:
        """Work on an update, or wait for Telegram, until `done`."""
        self.begun.append(envelope.id)
        if self.calls_telegram:
            with wait_for_telegram():
                await self.done.wait()
        await self.done.wait()

    def take(self, number: int) -> None:
        """Let so many updates of different chats wait for their turn."""
        for chat in range(1, number + 1):
            raw = {"update_id": chat, "message": {"chat": {"id": chat}}}
            self.lane.add(close_envelope(raw, 0.0), is_left_over=False)
        self.lanes.look()

    async def rests(self, seconds: float = 0.0) -> int:
        """Let the event loop go on, and return how many are begun then."""
        await asyncio.sleep(seconds)
        for _ in range(2 * MANY):
            await asyncio.sleep(0)
        return len(self.begun)


@pytest.fixture
async def kitchen() -> AsyncIterator[Kitchen]:
    """Nothing waits there yet."""
    kitchen = Kitchen()
    yield kitchen
    await kitchen.lanes.stop()


async def test_few_are_worked_on_at_once(kitchen: Kitchen) -> None:
    kitchen.take(MANY)

    assert 0 < await kitchen.rests() <= FEW


async def test_while_some_wait_for_telegram_others_are_worked_on(kitchen: Kitchen) -> None:
    kitchen.calls_telegram = True
    kitchen.take(MANY)

    assert await kitchen.rests() == MESSAGES_AT_ONCE


async def test_after_its_calls_an_update_is_worked_on_again(kitchen: Kitchen) -> None:
    kitchen.calls_telegram = True
    kitchen.take(MANY)
    await kitchen.rests()
    kitchen.done.set()

    assert await kitchen.rests() == MANY


async def test_who_takes_very_long_does_not_keep_others_from_being_worked_on(
    kitchen: Kitchen,
) -> None:
    kitchen.take(MANY)
    few = await kitchen.rests()

    assert await kitchen.rests(1.2) > few
    assert await kitchen.rests(1.2) > 2 * few


async def test_while_more_is_fetched_nothing_is_begun_for_a_moment(kitchen: Kitchen) -> None:
    kitchen.lanes.hold_back(is_behind=True)
    kitchen.take(FEW)
    assert await kitchen.rests() == 0
    kitchen.lanes.hold_back(is_behind=False)

    assert await kitchen.rests() > 0


async def test_a_fetch_that_waits_for_the_network_leaves_time_to_answer(kitchen: Kitchen) -> None:
    kitchen.lanes.hold_back(is_behind=True)
    kitchen.take(FEW)

    assert await kitchen.rests(0.05) == 1
    assert await kitchen.rests(0.3) > 1
