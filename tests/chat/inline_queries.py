"""Queries that people type behind the bot's name."""

import pytest

from tests.fake_telegram import FakeTelegram, InlineAnswer, User

bot_runs = pytest.mark.usefixtures("bot")


async def ask_inline(
    telegram: FakeTelegram, who: User, typed: str, *, offset: str = ""
) -> InlineAnswer:
    return await telegram.answer_to(await who.types_inline(typed, offset=offset))
