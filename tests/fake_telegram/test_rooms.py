"""Groups, forums and channels: what of them reaches the bot, and how."""

from __future__ import annotations

import pytest
from telegram import Bot, ChatMemberUpdated

from tests.fake_telegram import FakeTelegram, User
from tests.fake_telegram.conftest import fetch


@pytest.fixture
def siti(telegram: FakeTelegram) -> User:
    return telegram.user("Siti")


async def test_privacy_mode_hides_what_is_not_for_the_bot(
    telegram: FakeTelegram, bot: Bot, siti: User
) -> None:
    group = telegram.supergroup("Warga", [siti])
    said = await bot.send_message(group.id, "Halo")
    reply = await telegram.bot_says(group)
    seen = [
        await siti.sends("/tanya apa", to=group),
        await siti.sends("/tanya@tanya_sirekap_bot apa", to=group),
        await siti.sends("terima kasih", to=group, reply_to=reply),
        await siti.sends("menurut @tanya_sirekap_bot?", to=group),
    ]
    hidden = [
        await siti.sends("halo semua", to=group),
        await siti.sends("/tanya@bot_lain apa", to=group),
        await siti.sends_photo("lihat", to=group),
    ]
    assert [s.delivered for s in seen + hidden] == [True] * 4 + [False] * 3
    received = [u.message.message_id for u in await fetch(bot) if u.message]
    assert received == [s.message_id for s in seen]
    assert said.message_id == reply.message_id
    telegram.settings.can_read_all_group_messages = True
    assert (await siti.sends("halo semua", to=group)).delivered


async def test_messages_of_a_topic_carry_its_thread(
    telegram: FakeTelegram, bot: Bot, siti: User
) -> None:
    forum = telegram.supergroup("Warga", [siti], forum=True)
    topic = await siti.opens_topic(forum, "Pemilu")
    await siti.sends("/tanya a", to=forum, topic=topic)
    await siti.sends("/tanya b", to=forum)
    created, inside, general = [u.effective_message for u in await fetch(bot)]
    assert created is not None
    assert created.forum_topic_created is not None
    assert inside is not None
    assert (inside.message_thread_id, inside.is_topic_message) == (topic.thread_id, True)
    assert inside.reply_to_message is not None
    assert inside.reply_to_message.forum_topic_created is not None
    assert general is not None
    assert (general.message_thread_id, general.is_topic_message) == (None, None)


async def test_anonymous_administrators_and_channels_speak_too(
    telegram: FakeTelegram, bot: Bot, siti: User
) -> None:
    group = telegram.supergroup("Warga", [siti])
    channel = telegram.channel("Kabar", bot="administrator")
    await siti.sends("/tanya a", to=group, as_chat=group)
    await siti.sends("/tanya b", to=group, as_chat=channel)
    await telegram.posts(channel, "Pengumuman")
    anonymous, as_channel, post = await fetch(bot)
    assert anonymous.message is not None
    assert anonymous.message.sender_chat == anonymous.message.chat
    assert as_channel.message is not None
    assert as_channel.message.sender_chat is not None
    assert as_channel.message.sender_chat.title == "Kabar"
    assert post.channel_post is not None
    assert post.channel_post.text == "Pengumuman"


async def test_the_bot_learns_of_its_own_membership(
    telegram: FakeTelegram, bot: Bot, siti: User
) -> None:
    group = telegram.group("Warga", [siti], bot="left")
    await siti.adds_bot(group)
    await siti.makes_bot(group, "administrator")
    await siti.removes_bot(group)
    await siti.blocks_bot()
    changes: list[ChatMemberUpdated] = [
        u.my_chat_member for u in await fetch(bot) if u.my_chat_member
    ]
    steps = [(c.old_chat_member.status, c.new_chat_member.status) for c in changes]
    assert [(str(old), str(new)) for old, new in steps] == [
        ("left", "member"),
        ("member", "administrator"),
        ("administrator", "kicked"),
        ("left", "kicked"),
    ]


async def test_people_come_and_go_and_groups_grow(
    telegram: FakeTelegram, bot: Bot, siti: User
) -> None:
    budi = telegram.user("Budi")
    group = telegram.group("Warga", [siti])
    await budi.joins(group)
    await budi.leaves(group)
    new = await siti.upgrades(group)
    joined, left, moved, came = [u.effective_message for u in await fetch(bot)]
    assert joined is not None
    assert [user.first_name for user in joined.new_chat_members] == ["Budi"]
    assert left is not None
    assert left.left_chat_member is not None
    assert moved is not None
    assert moved.migrate_to_chat_id == new.id
    assert came is not None
    assert (came.chat.id, came.migrate_from_chat_id) == (new.id, group.id)
