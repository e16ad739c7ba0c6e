"""Replies of moderators: to prompts, which asked for a value, and to drafts, which adds text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import filters

from bot.chat.desk.actions import AskField, AskReason, AskSource, EditArticle
from bot.chat.desk.articles import answer_edit, answer_reason
from bot.chat.desk.filling import answer_prompt
from bot.chat.desk.intake import add_text, read_source, take_in
from bot.chat.desk.moderating import (
    MODERATORS,
    NotForUsError,
    Order,
    make_command,
    make_message_handler,
)
from bot.chat.desk.pressing import show_newest
from bot.chat.desk.prompts import read_payload, read_prompt
from bot.chat.desk.showing import find_replied, show_draft
from bot.chat.registration import show_commands
from bot.desk import StaleDraftError

if TYPE_CHECKING:
    from bot.chat.host import App, Host
    from bot.chat.reply import Reply

_WORDS = filters.REPLY & ((filters.TEXT & ~filters.COMMAND) | filters.CAPTION)


def register(application: App, host: Host) -> None:
    """Read replies to the bot's own messages, and links of prompts; leave all others alone."""
    application.add_handler(make_message_handler(host, _WORDS, _read), group=MODERATORS)
    application.add_handler(make_command(host, "start", _open), group=MODERATORS)


async def _read(host: Host, order: Order) -> Reply | None:
    words = read_source(order.message).strip()
    match read_prompt(order.message, order.bot):
        case AskSource():
            return await take_in(order.bot, host, order.place, order.person, words)
        case AskField() as prompt:
            return await answer_prompt(host, order.person, prompt, words)
        case EditArticle() as prompt:
            return await answer_edit(host, order.person, prompt, words)
        case AskReason() as prompt:
            return await answer_reason(host, order.person, prompt, words)
    draft = await find_replied(host, order.message, order.bot.id)
    if draft is None:
        raise NotForUsError
    try:
        return await add_text(host, order.person, draft, words)
    except StaleDraftError as error:
        return await show_newest(host, error.newest)


async def _open(host: Host, order: Order) -> Reply | None:
    """Show the draft to which the link of a prompt belongs; all else is as for citizens."""
    prompt = read_payload(order.words.strip())
    if not isinstance(prompt, AskField):
        # Who was admitted before they met the bot could not be shown the commands then.
        await show_commands(order.bot, order.person)
        raise NotForUsError
    draft = await host.desk.tray.find(prompt.draft)
    return await show_draft(host, draft) if draft else await show_newest(host, None)
