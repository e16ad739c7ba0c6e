"""Replies to Telegram messages: sent, or edited into place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import (
    Bot,
    InlineKeyboardMarkup,
    MaybeInaccessibleMessage,
    Message,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden

from bot.chat.transport.urgency import Urgency

if TYPE_CHECKING:
    from typing import Any, TypeAlias

    from telegram.ext import ExtBot

    from bot.chat.reply import Reply

    Json: TypeAlias = dict[str, Any]


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
    described = _describe(bot, reply, chat_id=place.chat, message_thread_id=place.topic)
    described["reply_parameters"] = {
        "message_id": place.message,
        "allow_sending_without_reply": True,
    }
    if reply.awaits:
        described["reply_markup"] = {
            "force_reply": True,
            "input_field_placeholder": reply.awaits,
        }
    sent = await bot.do_api_request("sendMessage", described)
    return _read_number(sent)


async def edit_reply(bot: Bot, chat: int, message: int, reply: Reply) -> bool:
    """Make the bot's message show `reply`; return False when it is gone or too old to edit."""
    try:
        described = _describe(bot, reply, chat_id=chat, message_id=message)
        await bot.do_api_request("editMessageText", described)
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
        described = _describe(bot, reply, chat_id=chat)
        sent = await bot.do_api_request("sendMessage", described, rate_limit_args=urgency)
    except Forbidden:
        return None
    except BadRequest as error:
        if "chat not found" in error.message.lower():
            return None
        raise
    return _read_number(sent)


def has_inline(bot: Bot) -> bool:
    """Tell whether inline mode is switched on for the bot."""
    return bool(bot.bot.supports_inline_queries)


def make_keyboard(reply: Reply) -> InlineKeyboardMarkup | None:
    """Return the buttons of `reply` as the library has them."""
    return InlineKeyboardMarkup.de_json(reply.keyboard) if reply.keyboard else None


def _describe(bot: Bot, reply: Reply, **place: int | None) -> Json:
    """Return `reply` as JSON, which the library takes long to make of its objects.

    See https://core.telegram.org/bots/api#sendmessage; `place` says where it is to stand.
    """
    # Without inline mode, Telegram refuses buttons that share.
    reply = reply if has_inline(bot) else reply.drop_sharing()
    return {
        **place,
        "text": reply.content.html,
        "parse_mode": ParseMode.HTML,
        "link_preview_options": {"is_disabled": True},
        "reply_markup": reply.keyboard,
    }


def _read_number(sent: Json) -> int:
    """Return the number of a message as Telegram describes it."""
    return int(sent["message_id"])
