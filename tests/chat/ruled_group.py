"""A group with an administrator, and the panel of its rules."""

import pytest

from tests.fake_telegram import BotMessage, Chat, FakeTelegram, User


@pytest.fixture
def budi(telegram: FakeTelegram) -> User:
    return telegram.user("Budi")


@pytest.fixture
def group(telegram: FakeTelegram, siti: User, budi: User) -> Chat:
    """A group that Siti administers, and Budi does not."""
    return telegram.supergroup("Warga", [siti, budi])


async def open_rules(telegram: FakeTelegram, person: User, group: Chat) -> BotMessage:
    await person.sends("/aturan", to=group)
    return await telegram.bot_says(group)
