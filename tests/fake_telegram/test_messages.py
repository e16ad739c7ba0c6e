"""Messages can be sent, edited and deleted only as Telegram allows it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.fake_telegram import FakeTelegram, User
from tests.fake_telegram.conftest import Call

KEYBOARD = {"inline_keyboard": [[{"text": "Lagi", "callback_data": "a"}]]}


async def test_an_edit_replaces_text_and_removes_the_keyboard(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    await call("sendMessage", chat_id=siti.id, text="satu", reply_markup=KEYBOARD)
    said = await fake.bot_says(siti.chat)
    await call("editMessageText", chat_id=siti.id, message_id=said.message_id, text="dua")
    edited = await fake.bot_edits(said)
    assert (edited.text, edited.buttons, edited.is_edit) == ("dua", (), True)
    assert said.text == "satu"
    assert fake.edits_of(said) == [edited]
    fake.assert_clean()


async def test_an_edit_that_changes_nothing_is_a_violation_unless_allowed(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    await call("sendMessage", chat_id=siti.id, text="satu", reply_markup=KEYBOARD)
    said = await fake.bot_says(siti.chat)
    same = {"text": "<b></b>satu ", "parse_mode": "HTML", "reply_markup": KEYBOARD}
    answer = await call("editMessageText", chat_id=siti.id, message_id=said.message_id, **same)
    assert answer["description"].startswith("Bad Request: message is not modified")
    assert len(fake.violations) == 1
    fake.allow("message is not modified")
    fake.assert_clean()


async def test_only_the_keyboard_can_be_replaced(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    await call("sendMessage", chat_id=siti.id, text="satu", reply_markup=KEYBOARD)
    said = await fake.bot_says(siti.chat)
    target = {"chat_id": siti.id, "message_id": said.message_id}
    assert (await call("editMessageReplyMarkup", **target))["ok"]
    assert (await fake.bot_edits(said)).text == "satu"
    await call("editMessageReplyMarkup", **target)
    assert "not modified" in fake.violations[0]


async def test_unknown_and_foreign_messages_cannot_be_edited(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    sent = await siti.sends("punyaku")
    await call("editMessageText", chat_id=siti.id, message_id=99_999, text="a")
    await call("editMessageText", chat_id=siti.id, message_id=sent.message_id, text="a")
    await call("editMessageText", text="a")
    await call("editMessageText", inline_message_id="x", text="a")
    assert [violation.removeprefix("editMessageText: ") for violation in fake.violations] == [
        "message to edit not found",
        "message can't be edited",
        "message identifier is not specified",
        "MESSAGE_ID_INVALID",
    ]


async def test_an_edit_is_held_to_the_limits_of_a_message(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    await call("sendMessage", chat_id=siti.id, text="satu")
    said = await fake.bot_says(siti.chat)
    target = {"chat_id": siti.id, "message_id": said.message_id}
    await call("editMessageText", **target)
    await call("editMessageText", text="a" * 4097, **target)
    await call("editMessageText", text="dua", reply_markup={"inline_keyboard": [[]]}, **target)
    assert [violation.removeprefix("editMessageText: ") for violation in fake.violations] == [
        "message text is empty",
        "text has 4097 UTF-16 units, at most 4096 are allowed",
        "the keyboard has an empty row",
    ]
    assert fake.edits_of(said) == []


async def test_a_photo_has_a_caption_and_no_text_to_edit(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    await call("sendPhoto", chat_id=siti.id, photo="file-id", caption="satu")
    said = await fake.bot_says(siti.chat)
    target = {"chat_id": siti.id, "message_id": said.message_id}
    assert (await call("editMessageCaption", caption="dua", **target))["ok"]
    assert (await fake.bot_edits(said)).text == "dua"
    await call("editMessageText", text="tiga", **target)
    assert "there is no text" in fake.violations[0]


async def test_deleting_works_once(fake: FakeTelegram, call: Call, siti: User) -> None:
    await call("sendMessage", chat_id=siti.id, text="satu")
    said = await fake.bot_says(siti.chat)
    target = {"chat_id": siti.id, "message_id": said.message_id}
    assert (await call("deleteMessage", **target))["ok"]
    await fake.bot_deletes(said)
    assert fake.is_deleted(said)
    assert (await call("deleteMessage", **target))["error_code"] == 400
    assert fake.violations == ["deleteMessage: message to delete not found"]


async def test_several_are_deleted_at_once(fake: FakeTelegram, call: Call, siti: User) -> None:
    sent = [(await siti.sends("a")).message_id for _ in range(3)]
    assert (await call("deleteMessages", chat_id=siti.id, message_ids=[*sent[:2], 99_999]))["ok"]
    assert [siti.chat.messages[identifier].deleted for identifier in sent] == [True, True, False]
    fake.assert_clean()
    for wrong in ([], list(range(101))):
        await call("deleteMessages", chat_id=siti.id, message_ids=wrong)
    assert len(fake.violations) == 2


async def test_what_a_person_deleted_is_not_the_bots_fault(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    await call("sendMessage", chat_id=siti.id, text="satu")
    said = await fake.bot_says(siti.chat)
    await siti.deletes(said)
    answer = await call("editMessageText", chat_id=siti.id, message_id=said.message_id, text="b")
    assert answer["description"] == "Bad Request: message to edit not found"
    fake.assert_clean()


async def test_in_a_group_others_messages_go_only_by_an_administrator(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    group = fake.supergroup("Warga", [siti])
    sent = await siti.sends("/hapus", to=group)
    target = {"chat_id": group.id, "message_id": sent.message_id}
    assert (await call("deleteMessage", **target))["error_code"] == 400
    await siti.makes_bot(group, "administrator")
    assert (await call("deleteMessage", **target))["ok"]
    assert len(fake.violations) == 1


async def test_messages_older_than_two_days_stay(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    old = await siti.sends("lama", date=datetime.now(UTC) - timedelta(days=3))
    answer = await call("deleteMessage", chat_id=siti.id, message_id=old.message_id)
    assert "can't be deleted for everyone" in answer["description"]
    fake.assert_clean()


async def test_a_reply_names_a_message_that_exists(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    sent = await siti.sends("Sirekap itu apa?")
    good = {"message_id": sent.message_id, "quote": "Sirekap"}
    assert (await call("sendMessage", chat_id=siti.id, text="a", reply_parameters=good))["ok"]
    assert (await fake.bot_says(siti.chat)).reply_to == sent.message_id
    lenient = {"message_id": 9, "allow_sending_without_reply": True}
    assert (await call("sendMessage", chat_id=siti.id, text="a", reply_parameters=lenient))["ok"]
    fake.assert_clean()

    group = fake.group("Warga", [siti])
    elsewhere = {"message_id": sent.message_id, "chat_id": group.id}
    unquoted = {"message_id": sent.message_id, "quote": "tidak ada"}
    for wrong in ({"message_id": 9}, unquoted, elsewhere):
        await call("sendMessage", chat_id=siti.id, text="a", reply_parameters=wrong)
    assert fake.violations == [
        "sendMessage: message to be replied not found",
        "sendMessage: QUOTE_TEXT_INVALID",
        "sendMessage: replies into other chats are not supported by the fake",
    ]
