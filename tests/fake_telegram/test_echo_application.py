"""The real python-telegram-bot application talks to the fake by long polling."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Update,
)
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from tests.fake_telegram import FakeTelegram, Fault

App = Application[Any, Any, Any, Any, Any, Any]


async def _echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Lagi", callback_data="lagi")]])
    await update.message.reply_html(f"<b>{update.message.text}</b>", reply_markup=keyboard)


async def _turn_page(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query is not None
    await update.callback_query.answer("baik")
    await update.callback_query.edit_message_text("halaman dua")


async def _complete(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.inline_query is not None
    content = InputTextMessageContent(update.inline_query.query.upper())
    await update.inline_query.answer([InlineQueryResultArticle("1", "Besar", content)])


@pytest.fixture
async def app(telegram: FakeTelegram) -> AsyncIterator[App]:
    """A bot that repeats what it is told, fetches updates and stops at the end."""
    builder = Application.builder().token(telegram.token).base_url(telegram.base_url)
    app: App = builder.base_file_url(telegram.base_file_url).build()
    app.add_handler(MessageHandler(filters.TEXT, _echo))
    app.add_handler(CallbackQueryHandler(_turn_page))
    app.add_handler(InlineQueryHandler(_complete))
    async with app:
        assert app.updater is not None
        await app.start()
        await app.updater.start_polling(timeout=2, allowed_updates=Update.ALL_TYPES)
        yield app
        await app.updater.stop()
        await app.stop()


@pytest.mark.usefixtures("app")
async def test_a_person_asks_and_turns_the_page(telegram: FakeTelegram) -> None:
    siti = telegram.user("Siti")
    await siti.sends("halo dunia")
    reply = await telegram.bot_says(in_chat=siti.chat)
    assert (reply.text, reply.html) == ("halo dunia", "<b>halo dunia</b>")

    press = await siti.presses(reply, "Lagi")
    edited = await telegram.bot_edits(reply)
    assert (edited.text, edited.buttons) == ("halaman dua", ())
    assert (await telegram.answer_to(press)).text == "baik"
    await telegram.nothing_said(in_chat=siti.chat, for_seconds=0.1)


@pytest.mark.usefixtures("app")
async def test_a_forum_hears_the_bot_only_when_asked(telegram: FakeTelegram) -> None:
    siti = telegram.user("Siti")
    group = telegram.supergroup("Warga", members=[siti], forum=True)
    topic = await siti.opens_topic(group, "Pemilu")
    await siti.sends("halo semua", to=group, topic=topic)
    await telegram.nothing_said(in_chat=group, for_seconds=0.2)
    asked = await siti.sends("/tanya apa", to=group, topic=topic)
    said = await telegram.bot_says(in_chat=group)
    assert (said.reply_to, said.thread_id) == (asked.message_id, topic.thread_id)


@pytest.mark.usefixtures("app")
async def test_an_inline_result_is_typed_and_sent(telegram: FakeTelegram) -> None:
    siti = telegram.user("Siti")
    group = telegram.supergroup("Warga", members=[siti], bot="left")
    query = await siti.types_inline("alibaba")
    answer = await telegram.answer_to(query)
    sent = await siti.chooses(answer.results[0], of=query, to=group)
    assert (sent.json["text"], sent.delivered) == ("ALIBABA", False)


@pytest.mark.usefixtures("app")
async def test_polling_survives_faults_on_the_way(telegram: FakeTelegram) -> None:
    await telegram.bot_polls()
    telegram.faults.next("getUpdates", Fault.connection_reset())
    telegram.faults.next("getUpdates", Fault.broken_json())
    siti = telegram.user("Siti")
    for words in ("satu", "dua"):
        await siti.sends(words)
        assert (await telegram.bot_says(in_chat=siti.chat, within=8)).text == words
