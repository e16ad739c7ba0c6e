"""Nothing found in a group: one short line, once an hour for the same text."""

import pytest

from bot.texts import groups as texts
from tests.chat.clocks import MovingClock
from tests.fake_telegram import FakeTelegram, User

pytestmark = pytest.mark.usefixtures("bot")


async def test_a_miss_is_one_short_line_that_goes_on_in_private(
    telegram: FakeTelegram, siti: User
) -> None:
    group = telegram.supergroup("Warga", [siti])
    await siti.sends("/tanya asdfgh qwerty", to=group)
    said = await telegram.bot_says(group)

    assert said.text == texts.MISS
    assert "\n" not in said.text
    await siti.opens(said.buttons[0][0].url or "")
    assert "asdfgh qwerty" in (await telegram.bot_says(siti.chat)).text


async def test_a_miss_is_not_repeated_for_the_same_text_within_an_hour(
    telegram: FakeTelegram, siti: User, clock: MovingClock
) -> None:
    budi = telegram.user("Budi")
    group = telegram.supergroup("Warga", [siti, budi])
    await siti.sends("/tanya asdfgh qwerty", to=group)
    await telegram.bot_says(group)
    clock.skip(3500)
    await budi.sends("/tanya  ASDFGH  qwerty", to=group)
    await telegram.nothing_said(group)
    clock.skip(200)
    await budi.sends("/tanya asdfgh qwerty", to=group)

    assert (await telegram.bot_says(group)).text == texts.MISS


async def test_another_text_and_another_group_have_misses_of_their_own(
    telegram: FakeTelegram, siti: User
) -> None:
    group, other = telegram.supergroup("Warga", [siti]), telegram.supergroup("RT", [siti])
    await siti.sends("/tanya asdfgh qwerty", to=group)
    await telegram.bot_says(group)
    await siti.sends("/tanya zxcvbn", to=group)
    await siti.sends("/tanya asdfgh qwerty", to=other)

    assert (await telegram.bot_says(group)).text == texts.MISS
    assert (await telegram.bot_says(other)).text == texts.MISS
