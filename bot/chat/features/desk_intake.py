"""Taking in: /tambah, files, and the button below a link that a moderator forwarded."""

from __future__ import annotations

import asyncio
from pathlib import PurePath
from typing import TYPE_CHECKING

from telegram.error import TelegramError
from telegram.ext import filters

from bot.articles import current_day
from bot.chat.desk.actions import AskSource, Continue, TakeIn
from bot.chat.desk.intake import (
    add_text,
    find_address,
    keep,
    know_outlets,
    read_source,
    show_progress,
    take_in,
)
from bot.chat.desk.moderating import (
    MODERATORS,
    Order,
    make_command,
    make_message_handler,
    make_press,
)
from bot.chat.desk.prompts import make_prompt
from bot.chat.markup import text
from bot.chat.reply import Reply
from bot.chat.sending import send_reply
from bot.desk import Draft, NoArticleError, read_file
from bot.desk.intake.reading import MOST_BYTES
from bot.texts import moderation as texts
from bot.texts import moderation_drafts as wording
from bot.texts.fetching import describe_large_file
from bot.texts.spoken import chat as chat_texts

if TYPE_CHECKING:
    from telegram import Bot, Document, Message

    from bot.chat.host import App, Host
    from bot.chat.pressing import Press

_ENDINGS = frozenset({".md", ".html", ".htm", ".xhtml", ".txt"})
_FILES = filters.Document.ALL & ~filters.ANIMATION


def register(application: App, host: Host) -> None:
    """Add /tambah, files of moderators, and both buttons."""
    application.add_handler(make_command(host, "tambah", _add), group=MODERATORS)
    application.add_handler(make_message_handler(host, _FILES, _add_file), group=MODERATORS)
    application.add_handler(make_press(host, TakeIn, _take_in))
    application.add_handler(make_press(host, Continue, _continue))


async def _add(host: Host, order: Order) -> Reply | None:
    replied = _find_replied(order)
    words = order.words.strip() or (read_source(replied).strip() if replied else "")
    if words:
        return await take_in(order.bot, host, order.place, order.person, words)
    if order.message.reply_to_message:
        return Reply(text(texts.NO_LINK_THERE))
    asked = text(texts.ASK_SOURCE_HOW)
    return make_prompt(order.bot, AskSource(), texts.ASK_SOURCE, asked, texts.AWAIT_SOURCE)


def _find_replied(order: Order) -> Message | None:
    """Return the message replied to, unless the bot itself said it."""
    replied = order.message.reply_to_message
    own = replied and replied.from_user and replied.from_user.id == order.bot.id
    return None if own else replied


async def _add_file(host: Host, order: Order) -> Reply | None:
    document = order.message.document
    if document is None:
        return None
    name = document.file_name or ""
    if PurePath(name).suffix.lower() not in _ENDINGS:
        return Reply(text(texts.WRONG_FILE))
    _check_size(document.file_size)

    async def work() -> Reply:
        try:
            data = await _download(order.bot, document)
        except TelegramError:
            return Reply(text(texts.FILE_NOT_DELIVERED))
        known = await know_outlets(host)
        given = Draft(url=find_address(order.words))
        intake = await asyncio.to_thread(read_file, name, data, known, given, current_day())
        return await keep(host, order.person, intake)

    await show_progress(order.bot, order.place, texts.READING_FILE, work)
    return None


async def _download(bot: Bot, document: Document) -> bytes:
    """Return the content of a file; whether it is as large as was said, its reader sees.

    Raises:
        NoArticleError: it is too large.
        TelegramError: it cannot be had.
    """
    file = await bot.get_file(document.file_id)
    _check_size(file.file_size)
    return bytes(await file.download_as_bytearray())


def _check_size(size: int | None) -> None:
    if size is not None and size > MOST_BYTES:
        raise NoArticleError(describe_large_file(MOST_BYTES))


async def _take_in(host: Host, press: Press[TakeIn]) -> str:
    asked = await host.memory.questions.recall(press.action.token)
    if asked is None:
        return chat_texts.BUTTON_EXPIRED
    person = press.query.from_user.id
    reply = await take_in(press.bot, host, press.place, person, asked.text)
    if reply:
        await send_reply(press.bot, press.place, reply)
    return ""


async def _continue(host: Host, press: Press[Continue]) -> str:
    asked = await host.memory.questions.recall(press.action.token)
    draft = await host.desk.tray.find(press.action.draft)
    if asked is None:
        return chat_texts.BUTTON_EXPIRED
    if draft is None:
        return wording.DRAFT_GONE
    reply = await add_text(host, press.query.from_user.id, draft, asked.text)
    await send_reply(press.bot, press.place, reply)
    return ""
