"""Messages that ask nothing get something sensible all the same."""

import pytest

from bot.texts import answers as wording
from bot.texts import chat as texts
from tests.chat.conftest import StartBot
from tests.fake_telegram import FakeTelegram, User, contents
from tests.fake_telegram.api_spec import Json

ALBUM = {"media_group_id": "77"}


@pytest.mark.parametrize(
    ("content", "remark"),
    [
        (contents.sticker(), texts.STICKER),
        (contents.photo(), texts.PICTURE),
        (contents.animation(), texts.PICTURE),
        (contents.video(), texts.VIDEO),
        (contents.video_note(), texts.VIDEO),
        (contents.voice(), texts.SOUND),
        (contents.document("bukti.pdf"), texts.FILE),
        (contents.location(), texts.PLACE_OR_CONTACT),
        (contents.contact(), texts.PLACE_OR_CONTACT),
        (contents.poll(), texts.POLL),
        (contents.dice(), texts.OTHER),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
@pytest.mark.usefixtures("bot")
async def test_each_kind_of_message_gets_its_hint(
    telegram: FakeTelegram, siti: User, content: Json, remark: str
) -> None:
    sent = await siti.sends(content)
    answer = await telegram.bot_says(siti.chat)

    assert answer.text == remark
    assert answer.reply_to == sent.message_id


@pytest.mark.parametrize(
    ("words", "remark"),
    [
        ("😂😂😂", texts.EMOJI_ONLY),
        ("🇮🇩❤️", texts.EMOJI_ONLY),
        ("👨‍👩‍👧", texts.EMOJI_ONLY),
        ("???", texts.EMOJI_ONLY),
        ("\u200b\u200e", wording.EMPTY),
        ("\u2800", texts.EMOJI_ONLY),
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", texts.LINK_ONLY),
        ("https://a.id/x http://b.id/y", texts.LINK_ONLY),
        ("www.tempo.co", texts.LINK_ONLY),
        ("t.me/kanal/12", texts.LINK_ONLY),
    ],
)
@pytest.mark.usefixtures("bot")
async def test_a_text_without_words_is_answered_with_a_hint(
    telegram: FakeTelegram, siti: User, words: str, remark: str
) -> None:
    await siti.sends(words)

    assert (await telegram.bot_says(siti.chat)).text == remark


@pytest.mark.usefixtures("bot")
async def test_a_caption_of_emoji_is_no_question(telegram: FakeTelegram, siti: User) -> None:
    await siti.sends_photo("😱😱")

    assert (await telegram.bot_says(siti.chat)).text == texts.EMOJI_ONLY


@pytest.mark.usefixtures("bot")
async def test_an_album_gets_one_hint(telegram: FakeTelegram, siti: User) -> None:
    for _ in range(3):
        await siti.sends(contents.photo() | ALBUM)

    assert (await telegram.bot_says(siti.chat)).text == texts.PICTURE
    await telegram.nothing_said(siti.chat)


@pytest.mark.usefixtures("bot")
async def test_an_album_with_a_caption_is_answered_by_it(
    telegram: FakeTelegram, siti: User
) -> None:
    await siti.sends(contents.photo("Apakah Sirekap pakai Alibaba Cloud?") | ALBUM)
    await siti.sends(contents.photo() | ALBUM)

    assert "Alibaba" in (await telegram.bot_says(siti.chat)).text
    await telegram.nothing_said(siti.chat)


@pytest.mark.usefixtures("bot")
async def test_notices_of_telegram_itself_get_no_answer(telegram: FakeTelegram, siti: User) -> None:
    pinned = {"message_id": 1, "date": 0, "chat": {"id": siti.id, "type": "private"}}
    await siti.sends({"pinned_message": pinned})

    await telegram.nothing_said(siti.chat)


async def test_posts_of_a_channel_get_no_answer(
    telegram: FakeTelegram, start_bot: StartBot
) -> None:
    channel = telegram.channel("Kabar", bot="administrator")
    async with start_bot():
        await telegram.posts(channel, "Apakah Sirekap pakai Alibaba Cloud?")
        await telegram.nothing_said(channel)
