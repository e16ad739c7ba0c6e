"""Several forwards within a second are one case, answered once."""

import pytest

from bot.texts import answers as wording
from bot.texts import chat as texts
from tests.chat.conftest import StartBot
from tests.fake_telegram import FakeTelegram, User

RUMOURS = (
    "VIRAL!! server Sirekap ada di Alibaba Cloud China",
    "Teruskan ke semua grup sebelum dihapus!",
    "Katanya kontrak KPU dengan Alibaba Cloud dirahasiakan",
)


@pytest.mark.usefixtures("bot")
async def test_forwards_that_come_together_get_one_answer_below_the_first(
    telegram: FakeTelegram, siti: User
) -> None:
    channel = telegram.channel("Info Viral")
    sent = [await siti.forwards(rumour, origin=channel) for rumour in RUMOURS]
    answer = await telegram.bot_says(siti.chat)

    assert answer.reply_to == sent[0].message_id
    assert answer.text.startswith(texts.ABOUT_FORWARDS)
    assert "Alibaba" in answer.text
    await telegram.nothing_said(siti.chat, for_seconds=1.5)


@pytest.mark.usefixtures("bot")
async def test_a_picture_with_a_caption_belongs_to_the_case(
    telegram: FakeTelegram, siti: User
) -> None:
    budi = telegram.user("Budi")
    caption = {"photo": (await budi.sends_photo()).json["photo"], "caption": RUMOURS[0]}
    await telegram.bot_says(budi.chat)
    await siti.forwards(RUMOURS[1], origin=budi)
    await siti.forwards(caption, origin="Tetangga")

    assert "Alibaba" in (await telegram.bot_says(siti.chat)).text
    await telegram.nothing_said(siti.chat, for_seconds=1.5)


@pytest.mark.usefixtures("bot")
async def test_forwards_of_two_people_are_two_cases(telegram: FakeTelegram, siti: User) -> None:
    budi = telegram.user("Budi")
    await siti.forwards(RUMOURS[0], origin="Tetangga")
    await budi.forwards("qwrtp zxcvb", origin="Tetangga")

    assert "Alibaba" in (await telegram.bot_says(siti.chat)).text
    assert wording.NOT_FOUND in (await telegram.bot_says(budi.chat)).text


@pytest.mark.usefixtures("bot")
async def test_forwards_that_come_later_are_a_case_of_their_own(
    telegram: FakeTelegram, siti: User
) -> None:
    await siti.forwards(RUMOURS[0], origin="Tetangga")
    first = await telegram.bot_says(siti.chat)
    await siti.forwards("Kenapa grafik Sirekap dihilangkan?", origin="Tetangga")
    second = await telegram.bot_says(siti.chat)

    assert first.text.startswith(texts.ABOUT_FORWARD)
    assert second.text.startswith(texts.ABOUT_FORWARD)
    assert "grafik" in second.text


async def test_a_case_is_answered_even_when_the_bot_stops_meanwhile(
    telegram: FakeTelegram, siti: User, start_bot: StartBot
) -> None:
    async with start_bot():
        for rumour in RUMOURS:
            await siti.forwards(rumour, origin="Tetangga")
        await telegram.bot_polls()
        while telegram.world.updates.waiting:
            await telegram.nothing_said(siti.chat, for_seconds=0.1)
    async with start_bot():
        assert "Alibaba" in (await telegram.bot_says(siti.chat)).text
        await telegram.nothing_said(siti.chat, for_seconds=1.5)
