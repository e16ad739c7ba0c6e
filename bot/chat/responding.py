"""Answering a message: what it asks, the reply to it, and which reply belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.asking import Wrapping, open_page
from bot.chat.desk.intake import read_source
from bot.chat.desk.offers import offer_intake
from bot.chat.incoming import TextKind, classify
from bot.chat.markup import Markup, count_units, text
from bot.chat.pages import Page
from bot.chat.reading import find_words
from bot.chat.receipts import keep_answer
from bot.chat.reply import Reply
from bot.chat.sending import Place, find_place, send_reply
from bot.store import Asked
from bot.texts.spoken import answers as wording
from bot.texts.spoken import chat as texts

if TYPE_CHECKING:
    from telegram import Bot, Message

    from bot.chat.host import Host

_LONG_UNITS = 600
"""Beyond these a message is rather a rumour or a story than a question."""


def make_remark(content: Markup | str) -> Page:
    """Return a reply that answers no question."""
    markup = text(content) if isinstance(content, str) else content
    return Page(Reply(markup), token=None, start=0, shown=0)


async def read_message(host: Host, message: Message, previous: str | None) -> Page:
    """Return the reply to a message with a text or a caption, asked after `previous`."""
    page = await read_text(host, find_words(message), previous, forwards=_count_forwards(message))
    return await offer_intake(host, message.chat.id, read_source(message), page)


async def read_text(host: Host, content: str, previous: str | None, *, forwards: int) -> Page:
    """Return the reply to a text, asked after `previous`, out of a number of forwarded messages."""
    kind = classify(content)
    if kind is TextKind.EMPTY:
        return make_remark(wording.EMPTY)
    if kind is TextKind.SIGNS:
        return make_remark(texts.EMOJI_ONLY)
    wrapping = Wrapping(
        lead=texts.describe_forwards(forwards),
        hint=texts.ABOUT_LONG if count_units(content) > _LONG_UNITS else "",
        submits=True,
    )
    asked = Asked(content, previous)
    page = await open_page(host, asked, wrapping=wrapping)
    # A link may be that of an article that we have.
    return make_remark(texts.LINK_ONLY) if kind is TextKind.LINK and not page.shown else page


async def is_answered(host: Host, message: Message) -> bool:
    """Tell whether the message has its reply: Telegram may deliver it again after a restart."""
    return await host.memory.answers.find(message.chat.id, message.message_id) is not None


async def respond(bot: Bot, host: Host, message: Message, page: Page) -> int:
    """Reply to `message` with `page`, keep that they belong together, and return its number."""
    place = find_place(message)
    names = [name_album(message)] if message.media_group_id else []
    return await respond_in(bot, host, place, page, *names)


async def respond_in(bot: Bot, host: Host, place: Place, page: Page, *names: str) -> int:
    """Reply with `page` to the message in `place`, which has other `names`; see `respond`."""
    number = await send_reply(bot, place, page.reply)
    await keep_answer(host, place.chat, (place.message, *names), page, number)
    return number


async def respond_below(bot: Bot, host: Host, place: Place, page: Page) -> None:
    """Send `page` below a message of the bot, whose button asked for it."""
    number = await send_reply(bot, place, page.reply)
    await keep_answer(host, place.chat, (f"button for {number}",), page, number)


def name_album(message: Message) -> str:
    """Return the name under which the reply to an album is kept."""
    return f"album {message.media_group_id}"


def _count_forwards(message: Message) -> int:
    return 1 if message.forward_origin else 0
