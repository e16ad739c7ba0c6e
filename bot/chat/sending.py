"""Replies to Telegram messages: sent, or edited into place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import (
    Bot,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MaybeInaccessibleMessage,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden

from bot.chat.transport.urgency import Urgency

if TYPE_CHECKING:
    from telegram.ext import ExtBot

    from bot.chat.reply import Button, Reply

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reply goes: under a message of a chat, in its forum topic if it has one."""

    chat: int
    message: int
    topic: int | None = None


def find_place(message: MaybeInaccessibleMessage) -> Place:
    """Return the place under `message`, even when Telegram no longer shows it to the bot."""
    topic = None
    if isinstance(message, Message) and message.is_topic_message:
        topic = message.message_thread_id
    return Place(message.chat.id, message.message_id, topic)


async def send_reply(bot: Bot, place: Place, reply: Reply) -> int:
    """Send `reply` and return the number of the new message.

    A message that was deleted meanwhile is answered all the same.
    """
    sent = await bot.send_message(
        place.chat,
        reply.content.html,
        message_thread_id=place.topic,
        parse_mode=ParseMode.HTML,
        link_preview_options=NO_PREVIEW,
        reply_markup=_make_markup(reply, inline=has_inline(bot)),
        reply_parameters=ReplyParameters(place.message, allow_sending_without_reply=True),
    )
    return sent.message_id


async def edit_reply(bot: Bot, chat: int, message: int, reply: Reply) -> bool:
    """Make the bot's message show `reply`; return False when it is gone or too old to edit."""
    try:
        await bot.edit_message_text(
            reply.content.html,
            chat_id=chat,
            message_id=message,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=make_keyboard(reply, inline=has_inline(bot)),
        )
    except BadRequest as error:
        reason = error.message.lower()
        # It shows this already: a repeated call, or another replica was faster.
        if "not modified" in reason:
            return True
        if "not found" in reason or "can't be edited" in reason:
            return False
        raise
    return True


async def replace_buttons(
    bot: Bot, chat: int, message: int, keyboard: InlineKeyboardMarkup
) -> None:
    """Give the bot's message other buttons, unless it has these already or is gone."""
    try:
        await bot.edit_message_reply_markup(chat, message, reply_markup=keyboard)
    except BadRequest as error:
        # Two quick presses bring the same buttons twice.
        if not any(each in error.message.lower() for each in ("not modified", "not found")):
            raise


async def send_notice(
    bot: ExtBot[Urgency], chat: int, reply: Reply, urgency: Urgency = Urgency.NOTICE
) -> int | None:
    """Send what nobody asked for just now; return its number, or None where nobody is to read it.

    That is so where the person blocked the bot, never met it, or deleted their account.
    """
    try:
        sent = await bot.send_message(
            chat,
            reply.content.html,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=make_keyboard(reply, inline=has_inline(bot)),
            rate_limit_args=urgency,
        )
    except Forbidden:
        return None
    except BadRequest as error:
        if "chat not found" in error.message.lower():
            return None
        raise
    return sent.message_id


def has_inline(bot: Bot) -> bool:
    """Tell whether inline mode is switched on for the bot."""
    return bool(bot.bot.supports_inline_queries)


def make_keyboard(reply: Reply, *, inline: bool = True) -> InlineKeyboardMarkup | None:
    """Return the buttons of `reply` as Telegram takes them.

    Without `inline` mode, Telegram refuses buttons that share, and they are left out.
    """
    rows = [
        [_make_button(button) for button in row if inline or not button.share] for row in reply.rows
    ]
    shown = [row for row in rows if row]
    return InlineKeyboardMarkup(shown) if shown else None


def _make_markup(reply: Reply, *, inline: bool) -> InlineKeyboardMarkup | ForceReply | None:
    if reply.awaits:
        return ForceReply(input_field_placeholder=reply.awaits)
    return make_keyboard(reply, inline=inline)


def _make_button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        button.label,
        callback_data=button.data,
        url=button.url,
        copy_text=CopyTextButton(button.copy) if button.copy else None,
        switch_inline_query=button.share,
    )
