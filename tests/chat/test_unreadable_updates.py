"""An update that can't be read keeps back neither those beside it nor those after it."""

import logging

import pytest

from tests.fake_telegram import FakeTelegram, User

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"

pytestmark = pytest.mark.usefixtures("bot")


@pytest.mark.parametrize(
    "content", [{"text": "rahasia tetangga"}, "rahasia tetangga", ["rahasia tetangga"], 7]
)
async def test_it_is_skipped_with_one_line_that_quotes_nothing(
    telegram: FakeTelegram, siti: User, caplog: pytest.LogCaptureFixture, content: object
) -> None:
    telegram.world.updates.push("message", content)  # type: ignore[arg-type]
    for _ in range(2):
        await siti.sends(QUESTION)
        assert "Alibaba" in (await telegram.bot_says(siti.chat)).text
    warnings = [each for each in caplog.records if each.levelno >= logging.WARNING]

    assert len(warnings) == 1
    assert "tidak bisa dibaca" in warnings[0].getMessage()
    assert "tetangga" not in caplog.text


async def test_it_is_confirmed_to_telegram(telegram: FakeTelegram, siti: User) -> None:
    telegram.world.updates.push("message", {"text": "x"})
    gone = await telegram.world.pulse.until(
        lambda: True if not telegram.world.updates.waiting else None, within=5
    )
    await siti.sends(QUESTION)
    await telegram.bot_says(siti.chat)

    assert gone


async def test_a_kind_that_is_unknown_is_passed_over(telegram: FakeTelegram, siti: User) -> None:
    await telegram.bot_polls()
    telegram.world.updates.allowed.add("telepathy")
    telegram.world.updates.push("telepathy", {"thought": "x"})
    await siti.sends(QUESTION)

    assert "Alibaba" in (await telegram.bot_says(siti.chat)).text
