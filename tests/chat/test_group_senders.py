"""Anonymous administrators and channels ask as people do; posts and bots do not."""

import pytest

from tests.fake_telegram import FakeTelegram, User

pytestmark = pytest.mark.usefixtures("bot")

ALIBABA = "/tanya Apakah Sirekap pakai Alibaba Cloud?"


async def test_an_anonymous_administrator_is_answered(telegram: FakeTelegram, siti: User) -> None:
    group = telegram.supergroup("Warga", [siti])
    asked = await siti.sends(ALIBABA, to=group, as_chat=group)
    answer = await telegram.bot_says(group)

    assert "Alibaba" in answer.text
    assert answer.reply_to == asked.message_id


async def test_who_speaks_as_a_channel_is_answered(telegram: FakeTelegram, siti: User) -> None:
    group, channel = telegram.supergroup("Warga", [siti]), telegram.channel("Kabar")
    await siti.sends(ALIBABA, to=group, as_chat=channel)

    assert "Alibaba" in (await telegram.bot_says(group)).text


async def test_a_post_that_came_from_the_linked_channel_is_left_alone(
    telegram: FakeTelegram, siti: User
) -> None:
    group, channel = telegram.supergroup("Warga", [siti]), telegram.channel("Kabar")
    post = {"text": "Apa itu Sirekap? Tanya @tanya_sirekap_bot", "is_automatic_forward": True}
    sent = await siti.sends(post, to=group, as_chat=channel)

    assert sent.delivered
    await telegram.nothing_said(group)


async def test_a_rumour_of_an_anonymous_administrator_can_be_checked(
    telegram: FakeTelegram, siti: User
) -> None:
    group = telegram.supergroup("Warga", [siti])
    rumour = await siti.sends("Katanya Sirekap pakai Alibaba Cloud!", to=group, as_chat=group)
    await siti.sends("/cek", to=group, reply_to=rumour)

    assert "Alibaba" in (await telegram.bot_says(group)).text
