"""The bot writes only where it may, and looks up only what there is."""

from __future__ import annotations

import pytest

from tests.fake_telegram import FakeTelegram, User
from tests.fake_telegram.conftest import Call


async def test_an_unknown_chat_is_a_violation(fake: FakeTelegram, call: Call) -> None:
    answer = await call("sendMessage", chat_id=42, text="a")
    assert answer["description"] == "Bad Request: chat not found"
    assert len(fake.violations) == 1


async def test_people_who_never_wrote_or_blocked_the_bot_get_nothing(
    fake: FakeTelegram, call: Call
) -> None:
    budi = fake.user("Budi")
    answer = await call("sendMessage", chat_id=budi.id, text="a")
    assert "can't initiate conversation" in answer["description"]
    await budi.starts()
    await budi.blocks_bot()
    answer = await call("sendMessage", chat_id=budi.id, text="a")
    assert answer["description"] == "Forbidden: bot was blocked by the user"
    await budi.unblocks_bot()
    assert (await call("sendMessage", chat_id=budi.id, text="a"))["ok"]
    fake.assert_clean()


@pytest.mark.parametrize(
    ("status", "description"),
    [
        ("left", "Forbidden: bot is not a member of the supergroup chat"),
        ("kicked", "Forbidden: bot was kicked from the supergroup chat"),
    ],
)
async def test_the_bot_writes_only_where_it_is(
    fake: FakeTelegram, call: Call, status: str, description: str
) -> None:
    group = fake.supergroup("Warga", bot=status)
    assert (await call("sendMessage", chat_id=group.id, text="a"))["description"] == description
    fake.assert_clean()


async def test_a_restricted_bot_and_an_upgraded_group_are_told(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    group = fake.group("Warga", [siti])
    await siti.makes_bot(group, "restricted", may_write=False)
    answer = await call("sendMessage", chat_id=group.id, text="a")
    assert "not enough rights" in answer["description"]
    new = await siti.upgrades(group)
    answer = await call("sendMessage", chat_id=group.id, text="a")
    assert answer["parameters"] == {"migrate_to_chat_id": new.id}
    fake.assert_clean()


async def test_topics_exist_are_open_and_general_has_no_id(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    forum = fake.supergroup("Warga", [siti], forum=True)
    topic = await siti.opens_topic(forum, "Pemilu")
    there = {"chat_id": forum.id, "text": "a", "message_thread_id": topic.thread_id}
    assert (await call("sendMessage", **there))["ok"]
    assert (await fake.bot_says(forum)).thread_id == topic.thread_id
    await siti.closes_topic(forum, topic)
    assert (await call("sendMessage", **there))["description"] == "Bad Request: TOPIC_CLOSED"
    fake.assert_clean()
    await call("sendMessage", chat_id=forum.id, text="a", message_thread_id=1)
    assert fake.violations == ["sendMessage: message thread not found: 1"]


async def test_members_are_looked_up(fake: FakeTelegram, call: Call, siti: User) -> None:
    budi = fake.user("Budi")
    group = fake.supergroup("Warga", [siti, budi], username="warga")
    await siti.promotes(budi, group)
    member = await call("getChatMember", chat_id="@warga", user_id=budi.id)
    assert member["result"]["status"] == "administrator"
    leading = (await call("getChatAdministrators", chat_id=group.id))["result"]
    assert [m["user"]["first_name"] for m in leading] == ["Siti", "Budi"]
    assert (await call("getChatMemberCount", chat_id=group.id))["result"] == 3
    assert (await call("getChat", chat_id=group.id))["result"]["title"] == "Warga"
    assert (await call("leaveChat", chat_id=group.id))["ok"]
    assert (await call("getChatMember", chat_id=group.id, user_id=1))["error_code"] == 403
    fake.assert_clean()


async def test_private_chats_have_no_administrators_and_cannot_be_left(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    await call("getChatAdministrators", chat_id=siti.id)
    await call("leaveChat", chat_id=siti.id)
    await call("getChatMember", chat_id=siti.id, user_id=1)
    assert fake.violations == [
        "getChatAdministrators: there are no administrators in the private chat",
        "leaveChat: chat member status can't be changed in private chats",
        "getChatMember: user not found",
    ]
