"""Drafts as a whole: the buttons below them, and their list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.desk.actions import DraftStep, ListDrafts, StepDraft
from bot.chat.desk.moderating import make_press
from bot.chat.desk.pressing import make_draft_press, show_in_place
from bot.chat.desk.steps import list_drafts, step
from bot.chat.sending import send_reply

if TYPE_CHECKING:
    from bot.chat.host import App, Host
    from bot.chat.pressing import Press
    from bot.chat.reply import Reply
    from bot.desk import TrayDraft

_READ_BESIDE = frozenset({DraftStep.READ, DraftStep.LIST_DROPPED})
"""What is sent below the preview, to be read beside it."""


def register(application: App, host: Host) -> None:
    """Add the buttons below drafts and those of their list."""
    application.add_handler(make_draft_press(host, StepDraft, _step))
    application.add_handler(make_press(host, ListDrafts, _list))


async def _step(host: Host, press: Press[StepDraft], draft: TrayDraft) -> Reply | None:
    wanted = press.action.step
    replies = await step(press.bot, host, press.query.from_user.id, draft, wanted)
    if wanted not in _READ_BESIDE:
        return replies[0]
    for reply in replies:
        await send_reply(press.bot, press.place, reply)
    return None


async def _list(host: Host, press: Press[ListDrafts]) -> str:
    await show_in_place(press, await list_drafts(host, press.action.start))
    return ""
