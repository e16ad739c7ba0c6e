"""Fixtures of the tests of the fake itself."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import aiohttp
import pytest
from telegram import Bot, Update

from tests.fake_telegram import FakeTelegram, User
from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.fixture import telegram

__all__ = ["telegram"]

Call = Callable[..., Coroutine[Any, Any, Json]]


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    """A running fake whose violations the test looks at itself."""
    async with FakeTelegram() as running:
        yield running


@pytest.fixture
async def call(fake: FakeTelegram) -> AsyncIterator[Call]:
    """Call a method with parameters as JSON, and return the whole answer."""
    async with aiohttp.ClientSession(f"{fake.base_url}{fake.token}/") as session:

        async def send(method: str, **parameters: object) -> Json:
            async with session.post(method, json=parameters) as response:
                answer: Json = await response.json()
                return answer

        yield send


@pytest.fixture
async def siti(fake: FakeTelegram) -> User:
    """A person who has started the bot."""
    person = fake.user("Siti", username="siti_aminah")
    await person.starts()
    return person


@pytest.fixture
async def bot(telegram: FakeTelegram) -> AsyncIterator[Bot]:
    """A bare client of python-telegram-bot, for the fake that must stay clean."""
    async with Bot(telegram.token, telegram.base_url, telegram.base_file_url) as ready:
        yield ready


async def fetch(bot: Bot) -> list[Update]:
    """Fetch and confirm all updates that wait."""
    updates = await bot.get_updates()
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1)
    return list(updates)
