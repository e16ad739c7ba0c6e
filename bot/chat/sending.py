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

    from bot.chat.reply import Button, Reply

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
    details = _describe_look(bot, reply)
    details["reply_parameters"] = {
        "message_id": place.message,
        "allow_sending_without_reply": True,
    }
    if reply.awaits:
        details["reply_markup"] = {
            "force_reply": True,
            "input_field_placeholder": reply.awaits,
        }
    sent = await bot.send_message(
        place.chat,
        reply.content.html,
        message_thread_id=place.topic,
        parse_mode=ParseMode.HTML,
        api_kwargs=details,
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
            api_kwargs=_describe_look(bot, reply),
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
            api_kwargs=_describe_look(bot, reply),
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
    keyboard = _describe_keyboard(reply, inline=inline)
    return InlineKeyboardMarkup.de_json(keyboard) if keyboard else None


def _describe_look(bot: Bot, reply: Reply) -> Json:
    """Return preview and buttons as JSON, which the library takes long to make of its objects.

    See https://core.telegram.org/bots/api#sendmessage.
    """
    keyboard = _describe_keyboard(reply, inline=has_inline(bot))
    return {
        "link_preview_options": {"is_disabled": True},
        **({"reply_markup": keyboard} if keyboard else {}),
    }


def _describe_keyboard(reply: Reply, *, inline: bool) -> Json | None:
    rows = [
        [_describe_button(button) for button in row if inline or not button.share]
        for row in reply.rows
    ]
    shown = [row for row in rows if row]
    return {"inline_keyboard": shown} if shown else None


def _describe_button(button: Button) -> Json:
    described: Json = {"text": button.label}
    if button.data:
        described["callback_data"] = button.data
    if button.url:
        described["url"] = button.url
    if button.copy:
        described["copy_text"] = {"text": button.copy}
    if button.share is not None:
        described["switch_inline_query"] = button.share
    return described
