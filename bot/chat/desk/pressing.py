"""Presses below a draft: only those on its newest version do anything."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from bot.chat.desk.moderating import make_press
from bot.chat.desk.showing import show_draft
from bot.chat.markup import text
from bot.chat.reply import Reply
from bot.chat.sending import edit_reply, send_reply
from bot.desk import StaleDraftError
from bot.texts import moderation_drafts as texts

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from telegram.ext import CallbackQueryHandler

    from bot.chat.desk.actions import Decide, DropQuestion, ListLabels, StepDraft, SwitchLabel
    from bot.chat.host import Context, Host
    from bot.chat.pressing import Press
    from bot.desk import TrayDraft

V = TypeVar("V", bound="StepDraft | ListLabels | SwitchLabel | Decide | DropQuestion")

Working: TypeAlias = "Callable[[Host, Press[V], TrayDraft], Coroutine[Any, Any, Reply | None]]"
"""Does what was pressed and returns what the message is to show, or None to leave it."""


def make_draft_press(
    host: Host, kind: type[V], feature: Working[V]
) -> CallbackQueryHandler[Context, Any]:
    """Return the handler that gives presses on the newest version of a draft to `feature`.

    Who presses an older one is told so and sees the newest.
    """
    return make_press(host, kind, partial(_press, feature))


async def show_in_place(press: Press[Any], reply: Reply) -> None:
    """Make the message with the button show `reply`, or send it where that is not possible."""
    if not await edit_reply(press.bot, press.place.chat, press.place.message, reply):
        await send_reply(press.bot, press.place, reply)


async def show_changed(host: Host, press: Press[Any], newest: TrayDraft | None) -> str:
    """Show the newest state of a draft in place of an old one; return the notice that says so."""
    if newest is None:
        return texts.DRAFT_GONE
    await show_in_place(press, await show_newest(host, newest))
    return texts.STALE


async def show_newest(host: Host, newest: TrayDraft | None) -> Reply:
    """Return the newest state of a draft that has changed, or say that it is gone."""
    if newest is None:
        return Reply(text(texts.DRAFT_GONE))
    return await show_draft(host, newest, texts.STALE)


async def _press(feature: Working[V], host: Host, press: Press[V]) -> str:
    draft = await host.desk.tray.find(press.action.draft)
    if draft is None:
        # The message stays: after a double press, it says what became of the draft.
        return texts.DRAFT_GONE
    if draft.version != press.action.version:
        return await show_changed(host, press, draft)
    try:
        reply = await feature(host, press, draft)
    except StaleDraftError as error:
        return await show_changed(host, press, error.newest)
    if reply:
        await show_in_place(press, reply)
    return ""
