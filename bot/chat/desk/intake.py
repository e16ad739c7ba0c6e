"""From what a moderator sends to a draft: links are fetched, texts and files are read."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

from telegram import MessageEntity
from telegram.constants import ChatAction

from bot.chat.desk.moderating import explain
from bot.chat.desk.showing import find_owner, show_draft
from bot.chat.markup import count_units, text
from bot.chat.reply import Reply
from bot.chat.sending import edit_reply, send_reply
from bot.chat.views.desk_fields import MARK
from bot.desk import DeskError, Draft, Fetcher, extend, list_outlets, read_address, read_text
from bot.texts import moderation as texts

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from telegram import Bot, Message

    from bot.chat.host import Host
    from bot.chat.sending import Place
    from bot.desk import Intake, TrayDraft
    from bot.desk.values import KnownOutlets

_LINK = re.compile(r"\bhttps?://\S+|\bwww\.\S+", re.IGNORECASE)
_BARE_HOST = re.compile(r"(?:[a-z0-9_-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_TRAILING = ").,;:!?]}>\"'”’"
_MOST_WORDS_AROUND = 40
"""A link with more words around it stands in a text that is to be taken in itself."""
_FULL_UNITS = 4_000
"""Telegram's apps cut what is longer than 4,096 into several messages."""


def find_link(words: str) -> str | None:
    """Return the address that `words` are about, or None where they are the text of an article.

    A single word is an address, whatever it looks like: who is told why it cannot be fetched
    learns more than who is told that it is no article.
    """
    parts = words.split()
    if len(parts) == 1:
        return _complete(parts[0])
    return (find_address(words) or None) if len(parts) <= _MOST_WORDS_AROUND else None


def find_address(words: str) -> str:
    """Return the first address among `words`, or nothing."""
    found = _LINK.search(words)
    return _complete(found[0].rstrip(_TRAILING)) if found else ""


def read_source(message: Message) -> str:
    """Return what a message holds of a source: its words, or the link behind some of them."""
    words = message.text or message.caption or ""
    if _LINK.search(words):
        return words
    entities = (*message.entities, *message.caption_entities)
    links = (each.url for each in entities if each.type == MessageEntity.TEXT_LINK and each.url)
    return next(links, words)


async def take_in(bot: Bot, host: Host, place: Place, person: int, words: str) -> Reply | None:
    """Return the preview of the draft that `words` become, or None where it was shown already.

    Raises:
        DeskError: when nothing can be taken in.
    """
    link = find_link(words)
    if link:
        await _fetch(bot, host, place, person, link)
        return None
    known = await know_outlets(host)
    intake = await asyncio.to_thread(read_text, words, known, Draft())
    return await keep(host, person, intake, texts.TEXT_FULL if _is_full(words) else "")


async def add_text(host: Host, person: int, draft: TrayDraft, words: str) -> Reply:
    """Add more text of the same article to a draft, and return its preview.

    Raises:
        DeskError: when there is no text, or the draft has changed meanwhile.
    """
    known = await know_outlets(host)
    intake = await asyncio.to_thread(extend, draft.intake, words, known)
    extended = await host.desk.tray.replace(person, draft, intake)
    return await show_draft(host, extended, texts.TEXT_FULL if _is_full(words) else "")


async def know_outlets(host: Host) -> KnownOutlets:
    """Return the outlets of the corpus, beside the others' questions: a large one takes long."""
    return await asyncio.to_thread(list_outlets, host.answerer.corpus)


async def keep(host: Host, person: int, intake: Intake, notice: str = "") -> Reply:
    """Put what was understood on the desk, and return its preview."""
    draft = await host.desk.tray.put(person, intake)
    twin = await _find_twin(host, draft)
    if twin:
        owner = await find_owner(host, twin.owner)
        told = texts.describe_twin(twin.id[:MARK], owner.shown if owner else "")
        notice = " ".join(filter(None, (notice, told)))
    return await show_draft(host, draft, notice)


async def show_progress(
    bot: Bot, place: Place, doing: str, work: Callable[[], Coroutine[None, None, Reply]]
) -> None:
    """Say what is being done, and show what comes of it in the same message.

    Args:
        bot: who speaks.
        place: where.
        doing: said meanwhile.
        work: makes the reply; a refusal of the desk is shown as well.
    """
    await bot.send_chat_action(place.chat, ChatAction.TYPING)
    number = await send_reply(bot, place, Reply(text(doing)))
    try:
        reply = await work()
    except DeskError as error:
        reply = explain(error)
    if not await edit_reply(bot, place.chat, number, reply):
        await send_reply(bot, place, reply)


async def _fetch(bot: Bot, host: Host, place: Place, person: int, link: str) -> None:
    async def work() -> Reply:
        known = await know_outlets(host)
        intake = await read_address(link, Fetcher(host.desk.fetching), known, Draft())
        return await keep(host, person, intake)

    await show_progress(bot, place, texts.FETCHING, work)


async def _find_twin(host: Host, draft: TrayDraft) -> TrayDraft | None:
    """Return another draft with the same address."""
    url = draft.intake.draft.url
    drafts = await host.desk.tray.list_all() if url else []
    same = (each for each in drafts if each.intake.draft.url == url and each.id != draft.id)
    return next(same, None)


def _complete(address: str) -> str:
    bare = _BARE_HOST.fullmatch(address) is not None
    return f"https://{address}" if bare else address


def _is_full(words: str) -> bool:
    return count_units(words) >= _FULL_UNITS
