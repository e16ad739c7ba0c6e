"""What people do reaches python-telegram-bot as updates that it understands."""

from __future__ import annotations

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from tests.fake_telegram import FakeTelegram, User, contents
from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.conftest import fetch


@pytest.fixture
def siti(telegram: FakeTelegram) -> User:
    return telegram.user("Siti", username="siti_aminah", language_code="id")


async def test_the_bot_knows_itself(telegram: FakeTelegram, bot: Bot) -> None:
    telegram.settings.can_read_all_group_messages = True
    me = await bot.get_me()
    assert (me.username, me.can_read_all_group_messages) == ("tanya_sirekap_bot", True)
    assert (me.can_join_groups, me.supports_inline_queries) == (True, True)


async def test_a_command_and_a_link_are_entities(bot: Bot, siti: User) -> None:
    await siti.sends("/tanya apa isi https://kompas.com/a?")
    message = (await fetch(bot))[0].effective_message
    assert message is not None
    assert message.from_user is not None
    assert (message.from_user.language_code, message.chat.type) == ("id", "private")
    assert list(message.parse_entities().values()) == ["/tanya", "https://kompas.com/a"]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (contents.photo("lihat /cek"), "photo"),
        (contents.photo(), "photo"),
        (contents.document("c1.pdf"), "document"),
        (contents.video(), "video"),
        (contents.voice(), "voice"),
        (contents.video_note(), "video_note"),
        (contents.sticker(), "sticker"),
        (contents.animation(), "animation"),
        (contents.location(), "location"),
        (contents.contact(), "contact"),
        (contents.dice(), "dice"),
        (contents.poll(), "poll"),
    ],
)
async def test_every_kind_of_message_is_understood(
    bot: Bot, siti: User, content: Json, name: str
) -> None:
    await siti.sends(content)
    message = (await fetch(bot))[0].effective_message
    assert message is not None
    assert getattr(message, name)
    assert message.caption == content.get("caption")


async def test_forwards_name_where_they_come_from(
    telegram: FakeTelegram, bot: Bot, siti: User
) -> None:
    channel = telegram.channel("Kabar", username="kabar")
    group = telegram.group("Warga")
    for origin in ("Akun Tersembunyi", siti, siti.person, channel, group):
        await siti.forwards("Hoaks!", origin=origin)
    origins = [u.message.forward_origin for u in await fetch(bot) if u.message]
    kinds = [str(origin.type) for origin in origins if origin]
    assert kinds == ["hidden_user", "user", "user", "channel", "chat"]


async def test_edits_replies_and_quotes_keep_their_message(bot: Bot, siti: User) -> None:
    sent = await siti.sends("satu")
    await siti.edits(sent, "dua")
    await siti.sends("tiga", reply_to=sent, quote="du")
    _, edited, reply = await fetch(bot)
    assert edited.edited_message is not None
    assert (edited.edited_message.message_id, edited.edited_message.text) == (
        sent.message_id,
        "dua",
    )
    assert reply.message is not None
    assert reply.message.reply_to_message is not None
    assert reply.message.quote is not None
    assert (reply.message.reply_to_message.text, reply.message.quote.text) == ("dua", "du")


async def test_a_transcript_shows_who_said_what(
    telegram: FakeTelegram, bot: Bot, siti: User
) -> None:
    await siti.sends("Apa itu Sirekap?")
    await siti.sends_photo("ini")
    keyboard = InlineKeyboardMarkup.from_row(
        [
            InlineKeyboardButton("Lagi", callback_data="a"),
            InlineKeyboardButton("Sumber", url="https://a.id"),
        ]
    )
    await siti.deletes(await siti.sends_sticker())
    await bot.send_message(siti.id, "Aplikasi <b>KPU</b>", "HTML", reply_markup=keyboard)
    assert telegram.transcript(siti.chat).splitlines() == [
        "Siti: Apa itu Sirekap?",
        "Siti: [photo] ini",
        "Siti (deleted): [sticker]",
        "Tanya Sirekap: Aplikasi KPU",
        "    [Lagi] [Sumber]",
    ]


async def test_deep_links_open_the_private_chat(bot: Bot, siti: User) -> None:
    await siti.opens("https://t.me/tanya_sirekap_bot?start=v1_abc")
    message = (await fetch(bot))[0].effective_message
    assert message is not None
    assert message.text == "/start v1_abc"
    with pytest.raises(AssertionError, match="not a link to this bot"):
        await siti.opens("https://t.me/other?start=a")


async def test_forged_and_stale_presses_reach_the_bot(
    telegram: FakeTelegram, bot: Bot, siti: User
) -> None:
    await siti.starts()
    await bot.send_message(siti.id, "Halo")
    reply = await telegram.bot_says(siti.chat)
    await siti.sends_callback(reply, "forged:1", expired=True)
    await siti.deletes(reply)
    await siti.sends_callback(reply, "stale", expired=True)
    await siti.presses_inline("inline-1", "x", expired=True)
    presses = [u.callback_query for u in await fetch(bot) if u.callback_query]
    assert [press.data for press in presses] == ["forged:1", "stale", "x"]
    assert [bool(press.message and press.message.is_accessible) for press in presses] == [
        True,
        False,
        False,
    ]


async def test_waiting_for_the_bot_fails_with_the_conversation(
    telegram: FakeTelegram, bot: Bot, siti: User
) -> None:
    await siti.sends("Apa itu Sirekap?")
    with pytest.raises(
        AssertionError, match=r"said nothing within 0.05 s[^$]*Siti: Apa itu Sirekap"
    ):
        await telegram.bot_says(siti.chat, within=0.05)
    await bot.send_message(siti.id, "Halo")
    with pytest.raises(AssertionError, match="though nothing was due"):
        await telegram.nothing_said(siti.chat, for_seconds=0)
    reply = await telegram.bot_says(siti.chat)
    with pytest.raises(AssertionError, match="edited nothing"):
        await telegram.bot_edits(reply, within=0.05)
    with pytest.raises(AssertionError, match="0 buttons fit 'Lagi'"):
        await siti.presses(reply, "Lagi")
