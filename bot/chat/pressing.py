"""Presses of buttons, decoded before a feature sees them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from telegram.ext import CallbackQueryHandler

from bot.chat.callbacks import Action, decode
from bot.chat.markup import text
from bot.chat.reply import Reply
from bot.chat.sending import Place, find_place, send_reply
from bot.texts.spoken import chat as texts

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from telegram import CallbackQuery, Update
    from telegram.ext import ExtBot

    from bot.chat.host import Context, Host
    from bot.chat.transport.urgency import Urgency

_SPINNING_SECONDS = 2.0

A = TypeVar("A", bound=Action)


@dataclass(frozen=True, slots=True)
class Press(Generic[A]):
    """A press of a button under the bot's message at `place`."""

    bot: ExtBot[Urgency]
    query: CallbackQuery
    place: Place
    action: A


class LatePressError(Exception):
    """A press failed, for its cause, after its button had stopped spinning without a notice."""


Feature: TypeAlias = "Callable[[Host, Press[A]], Coroutine[Any, Any, str]]"
"""Does what was asked and returns a notice to show, or nothing."""


def make_press_handler(
    host: Host, kind: type[A], feature: Feature[A]
) -> CallbackQueryHandler[Context, Any]:
    """Return the handler that gives every action of `kind` to `feature`.

    Each press is answered once `feature` is done, or after two seconds where Telegram holds back
    what it sends, so that the button stops spinning.
    """
    return CallbackQueryHandler(
        partial(_handle, host, kind, feature),
        pattern=lambda data: isinstance(data, str) and isinstance(decode(data), kind),
    )


async def _handle(
    host: Host, kind: type[A], feature: Feature[A], update: Update, context: Context
) -> None:
    query = update.callback_query
    if query is None:
        return
    action = decode(query.data or "")
    if query.message is None or not isinstance(action, kind):
        await query.answer(texts.BUTTON_UNKNOWN)
        return
    place = find_place(query.message)
    work = asyncio.create_task(feature(host, Press(context.bot, query, place, action)))
    try:
        done, _ = await asyncio.wait({work}, timeout=_SPINNING_SECONDS)
        if not done:
            await query.answer()
            await _finish_late(work, context.bot, place)
            return
        notice = await work
    finally:
        work.cancel()
    await query.answer(notice)


async def _finish_late(work: asyncio.Task[str], bot: ExtBot[Urgency], place: Place) -> None:
    """Say in a message what no notice can say any more.

    A group hears only of what failed, by `bot.chat.errors`: notices are for whoever pressed, and
    nobody may have the bot talk there by pressing what is not theirs.
    """
    try:
        notice = await work
    except Exception as error:
        raise LatePressError from error
    if notice and place.chat > 0:
        await send_reply(bot, place, Reply(text(notice)))
