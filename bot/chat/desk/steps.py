"""Steps with a draft as a whole, pressed or typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.desk.actions import DraftStep
from bot.chat.desk.publishing import publish
from bot.chat.desk.showing import find_owner, show_draft
from bot.chat.views.desk_draft_parts import (
    ask_discard,
    render_body,
    render_discarded,
    render_drafts,
    render_dropped,
    render_kept,
)
from bot.chat.views.desk_fields import render_questions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from telegram.ext import ExtBot

    from bot.chat.host import Host
    from bot.chat.reply import Reply
    from bot.chat.transport.urgency import Urgency
    from bot.desk import TrayDraft

_VIEWS: Mapping[DraftStep, Callable[[TrayDraft], Reply]] = {
    DraftStep.LIST_DROPPED: render_dropped,
    DraftStep.LIST_QUESTIONS: render_questions,
    DraftStep.OFFER_DISCARD: ask_discard,
}


async def step(
    bot: ExtBot[Urgency], host: Host, person: int, draft: TrayDraft, wanted: DraftStep
) -> list[Reply]:
    """Go a step with a draft and return what to show, in one message or several.

    Raises:
        DeskError: when it cannot be done.
    """
    if wanted is DraftStep.READ:
        return render_body(draft)
    if wanted in _VIEWS:
        return [_VIEWS[wanted](draft)]
    if wanted in {DraftStep.PUBLISH, DraftStep.PUBLISH_SURELY}:
        confirmed = wanted is DraftStep.PUBLISH_SURELY
        return [await publish(bot, host, person, draft, confirmed=confirmed)]
    if wanted is DraftStep.KEEP:
        # Nothing of it changes, but its 30 days begin anew.
        return [render_kept(await host.desk.tray.replace(person, draft, draft.intake))]
    if wanted is DraftStep.DISCARD:
        await host.desk.tray.discard(person, draft)
        return [render_discarded(draft)]
    return [await show_draft(host, draft)]


async def list_drafts(host: Host, start: int) -> Reply:
    """Return the drafts from number `start` on."""
    drafts = await host.desk.tray.list_all()
    marks = dict.fromkeys(draft.owner for draft in drafts)
    owners = {mark: await find_owner(host, mark) for mark in marks}
    names = {mark: owner.shown for mark, owner in owners.items() if owner}
    return render_drafts(drafts, start, names)
