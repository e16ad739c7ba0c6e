"""What python-telegram-bot makes of a call is accepted: no rule of the fake is too strict."""

from __future__ import annotations

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeChat,
    BotCommandScopeChatMember,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter

from tests.fake_telegram import FakeTelegram, Fault, User

KEYBOARD = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("Lagi", callback_data="v1")],
        [
            InlineKeyboardButton("Bagikan", switch_inline_query="alibaba"),
            InlineKeyboardButton("Salin", copy_text=CopyTextButton("https://kpu.go.id")),
            InlineKeyboardButton("Buka", url="https://kpu.go.id"),
        ],
    ]
)


@pytest.fixture
async def siti(telegram: FakeTelegram) -> User:
    person = telegram.user("Siti")
    await person.starts()
    return person


def _article() -> InlineQueryResultArticle:
    content = InputTextMessageContent("<b>isi</b>", parse_mode=ParseMode.HTML)
    return InlineQueryResultArticle(
        "a1", "Judul", content, reply_markup=KEYBOARD, description="Ringkas", url="https://a.id"
    )


async def test_messages_with_everything_around_them(
    telegram: FakeTelegram, bot: Bot, siti: User
) -> None:
    asked = await siti.sends("Apa itu Sirekap?")
    sent = await bot.send_message(
        siti.id,
        '<blockquote expandable>"Kutipan"</blockquote> <a href="https://a.id">Judul</a> Kompas.com',
        parse_mode=ParseMode.HTML,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_parameters=ReplyParameters(asked.message_id, allow_sending_without_reply=True),
        reply_markup=KEYBOARD,
        disable_notification=True,
    )
    assert sent.reply_markup == KEYBOARD
    said = await telegram.bot_says(siti.chat)
    assert said.parts("expandable_blockquote") == ['"Kutipan"']
    assert said.links == [("https://a.id", "Judul")]
    assert said.addresses == ["Kompas.com"]
    assert said.button_texts == ["Lagi", "Bagikan", "Salin", "Buka"]
    assert await bot.edit_message_text("baru", siti.id, sent.message_id, reply_markup=KEYBOARD)
    assert await bot.edit_message_reply_markup(siti.id, sent.message_id)
    assert await bot.delete_message(siti.id, sent.message_id)
    assert await bot.delete_messages(siti.id, [asked.message_id])


async def test_reply_keyboards_can_be_tapped(telegram: FakeTelegram, bot: Bot, siti: User) -> None:
    keyboard = ReplyKeyboardMarkup([["Topik", "Klaim"]], resize_keyboard=True)
    await bot.send_message(siti.id, "Pilih", reply_markup=keyboard)
    tapped = await siti.taps(await telegram.bot_says(siti.chat), "Klaim")
    assert tapped.json["text"] == "Klaim"
    await bot.send_message(siti.id, "Tulis", reply_markup=ForceReply(selective=True))
    await bot.send_message(siti.id, "Selesai", reply_markup=ReplyKeyboardRemove())


async def test_files_go_up_and_come_down(telegram: FakeTelegram, bot: Bot, siti: User) -> None:
    sent = await bot.send_document(siti.id, b"a,b", filename="ekspor.csv", caption="Ekspor")
    assert sent.document is not None
    assert sent.document.file_name == "ekspor.csv"
    file = await bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"a,b"
    assert await bot.send_photo(siti.id, b"png", caption="<b>Gambar</b>", parse_mode="HTML")
    assert await bot.send_chat_action(siti.id, ChatAction.TYPING)
    assert telegram.actions_in(siti.chat) == ["typing"]


async def test_commands_and_descriptions_of_each_scope(
    telegram: FakeTelegram, bot: Bot, siti: User
) -> None:
    commands = [BotCommand("tanya", "Tanya"), BotCommand("bantuan", "Bantuan")]
    group = telegram.supergroup("Warga", [siti])
    for scope in (
        None,
        BotCommandScopeAllGroupChats(),
        BotCommandScopeChat(siti.id),
        BotCommandScopeChatMember(group.id, siti.id),
    ):
        assert await bot.set_my_commands(commands, scope=scope, language_code="id")
        assert tuple(commands) == await bot.get_my_commands(scope, "id")
    assert telegram.commands({"type": "chat", "chat_id": siti.id}, "id") == ["tanya", "bantuan"]
    assert await bot.set_my_name("Tanya Sirekap")
    assert await bot.set_my_description("Tanya jawab", "id")
    assert await bot.set_my_short_description("Tanya", "id")
    assert (await bot.get_my_name()).name == "Tanya Sirekap"
    assert (await bot.get_my_description("id")).description == "Tanya jawab"
    assert (await bot.get_my_short_description("id")).short_description == "Tanya"
    assert await bot.set_webhook("https://a.id/hook", max_connections=4)
    assert (await bot.get_webhook_info()).url == "https://a.id/hook"
    assert await bot.delete_webhook()


async def test_chats_and_members(telegram: FakeTelegram, bot: Bot, siti: User) -> None:
    group = telegram.supergroup("Warga", [siti])
    assert (await bot.get_chat(group.id)).title == "Warga"
    assert (await bot.get_chat(siti.id)).first_name == "Siti"
    assert (await bot.get_chat_member(group.id, siti.id)).status == "creator"
    await siti.makes_bot(group, "restricted")
    assert (await bot.get_chat_member(group.id, bot.id)).status == "restricted"
    await siti.makes_bot(group, "administrator")
    leading = await bot.get_chat_administrators(group.id)
    assert [m.user.first_name for m in leading] == ["Siti", "Tanya Sirekap"]
    assert await bot.get_chat_member_count(group.id) == 2
    assert await bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match="not a member"):
        await bot.send_message(group.id, "Halo")


async def test_answers_to_queries(telegram: FakeTelegram, bot: Bot, siti: User) -> None:
    typed = await siti.types_inline("alibaba")
    button = InlineQueryResultsButton("Tanya", start_parameter="tanya")
    assert await bot.answer_inline_query(typed.id, [_article()], 10, button=button, next_offset="2")
    assert (await telegram.answer_to(typed)).results[0].button_texts[0] == "Lagi"
    group = telegram.supergroup("Orang lain", [siti], bot="left")
    mention = await siti.mentions_guest("@tanya_sirekap_bot cek", to=group)
    guest = await bot.answer_guest_query(mention.id, _article())
    assert await bot.edit_message_text("baru", inline_message_id=guest.inline_message_id)
    await bot.send_message(siti.id, "a", reply_markup=KEYBOARD)
    press = await siti.presses(await telegram.bot_says(siti.chat), "Lagi")
    assert await bot.answer_callback_query(press.id, "Baik", show_alert=True)
    assert (await telegram.answer_to(press)).alert


async def test_errors_become_the_librarys_exceptions(
    telegram: FakeTelegram, bot: Bot, siti: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # else RetryAfter itself warns
    telegram.faults.next("sendMessage", Fault.flood(retry_after=7))
    with pytest.raises(RetryAfter):
        await bot.send_message(siti.id, "a")
    await siti.blocks_bot()
    with pytest.raises(Forbidden, match="blocked by the user"):
        await bot.send_message(siti.id, "a")
    with pytest.raises(BadRequest, match="not found"):
        await bot.send_message(42, "a")
    telegram.allow("chat not found")
    with pytest.raises(InvalidToken):
        await Bot("123:wrong", telegram.base_url).__aenter__()
