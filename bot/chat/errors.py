"""Errors while handling an update: logged under an id, and an apology with that id."""

from __future__ import annotations

import logging
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from telegram import Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.chat.leaving import is_muted, leave
from bot.chat.markup import text
from bot.chat.plain_text import PlainText
from bot.chat.pressing import LatePressError
from bot.chat.reply import Reply
from bot.chat.sending import find_place, send_reply
from bot.store import Budget, StoreError
from bot.texts.serve import describe_incident, describe_undelivered
from bot.texts.spoken import chat as texts
from bot.texts.spoken import groups

if TYPE_CHECKING:
    from bot.chat.host import Context, Host

_LOG = logging.getLogger(__name__)

_LATE_IN_GROUP = Budget("late failures told in a group", burst=1, seconds=600)


async def report_error(host: Host, update: object, context: Context) -> None:
    """Log the error, without anything that the person wrote, and apologise where it helps.

    Moderators hear of it, too.

    No apology goes to who blocked the bot, nor over a connection that just failed. The bot leaves
    a group that does not let it write.
    """
    error = _find_cause(context.error)
    if isinstance(update, Update) and update.effective_chat and is_muted(error):
        await leave(context.bot, update.effective_chat)
    if isinstance(error, Forbidden) or _is_closed(error):
        _LOG.info(describe_undelivered(type(error).__name__))
        return
    if isinstance(error, NetworkError | RetryAfter) and not isinstance(error, BadRequest):
        _LOG.warning(describe_undelivered(error.message))
        return
    if isinstance(error, StoreError):
        # The store itself logs it, once a minute.
        await _apologise(host, update, context, texts.CANNOT_REMEMBER)
        return
    incident = secrets.token_hex(3)
    _LOG.error(describe_incident(incident), exc_info=error)
    if error:
        host.alarm.note(context.bot, error, incident)
    await _apologise(host, update, context, texts.apologise(incident))


async def _apologise(host: Host, update: object, context: Context, apology: str) -> None:
    with suppress(TelegramError):
        if isinstance(update, Update):
            await _say_sorry(host, update, context, apology)
        elif isinstance(update, PlainText):
            await send_reply(context.bot, update.place, Reply(text(apology)))


async def _say_sorry(host: Host, update: Update, context: Context, apology: str) -> None:
    press, is_late = update.callback_query, isinstance(context.error, LatePressError)
    if press and not is_late:
        await press.answer(apology, show_alert=True)
        return
    # Not a guest message: its chat may share its number with a chat of ours.
    message = update.effective_message if press else update.message or update.edited_message
    if message is None:
        return
    if message.chat.type != message.chat.PRIVATE:
        # Whoever pressed must not believe it done; everybody reads it, so it is short and rare.
        if not is_late or not await host.memory.budgets.spend(_LATE_IN_GROUP, message.chat.id):
            return
        apology = groups.PRESS_FAILED
    await send_reply(context.bot, find_place(message), Reply(text(apology)))


def _find_cause(error: BaseException | None) -> Exception | None:
    cause = error.__cause__ if isinstance(error, LatePressError) else error
    return cause if isinstance(cause, Exception) else None


def _is_closed(error: Exception | None) -> bool:
    """Tell whether what was answered is closed: a query that waited too long, a topic, a chat."""
    if is_muted(error):
        return True
    # Queries expire while the bot is down: https://core.telegram.org/bots/api#callbackquery
    reasons = ("query is too old", "topic_closed", "chat was upgraded")
    return isinstance(error, BadRequest) and any(
        reason in error.message.lower() for reason in reasons
    )
