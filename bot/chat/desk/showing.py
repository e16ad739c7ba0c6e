"""Drafts as replies: reviewed against the corpus of this moment, and named after their owners."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.articles import AddressError, Article, Citation, article_key
from bot.chat.callbacks import decode
from bot.chat.desk.actions import StepDraft
from bot.chat.views.desk_draft import Preview, render_draft

if TYPE_CHECKING:
    from telegram import Message

    from bot.chat.host import Host
    from bot.chat.reply import Reply
    from bot.desk import Draft, Person, TrayDraft

_SHORTEST_MARK = 4


async def show_draft(host: Host, draft: TrayDraft, notice: str = "") -> Reply:
    """Return the preview of a draft, with a notice before everything else."""
    owner = await find_owner(host, draft.owner)
    preview = Preview(
        draft=draft,
        review=await host.desk.tray.review(draft),
        taxonomy=host.answerer.corpus.taxonomy,
        article=_imagine(draft.intake.draft),
        owner=owner.shown if owner else "",
        four_eyes=host.desk.four_eyes,
        notice=notice,
    )
    return render_draft(preview)


async def find_owner(host: Host, mark: str) -> Person | None:
    """Return the moderator with a mark, or None when there is none any more."""
    people = await host.desk.rights.list_people()
    return next((person for person in people if person.mark == mark), None)


async def find_typed(host: Host, mark: str) -> TrayDraft | None:
    """Return the only draft whose id begins as it was typed."""
    if not re.fullmatch(rf"[0-9a-f]{{{_SHORTEST_MARK},16}}", mark.lower()):
        return None
    drafts = await host.desk.tray.list_all()
    found = [draft for draft in drafts if draft.id.startswith(mark.lower())]
    return found[0] if len(found) == 1 else None


async def find_replied(host: Host, message: Message, bot_id: int) -> TrayDraft | None:
    """Return the draft that is shown by the bot's message to which `message` replies."""
    replied = message.reply_to_message
    if replied is None or replied.from_user is None or replied.from_user.id != bot_id:
        return None
    rows = replied.reply_markup.inline_keyboard if replied.reply_markup else ()
    codes = [button.callback_data for row in rows for button in row]
    actions = [decode(code) for code in codes if isinstance(code, str)]
    steps = (action for action in actions if isinstance(action, StepDraft))
    step = next(steps, None)
    return await host.desk.tray.find(step.draft) if step else None


def _imagine(draft: Draft) -> Article | None:
    """Return the article that a draft would be, or None while its source is not known."""
    if draft.published is None or not (draft.title and draft.outlet):
        return None
    try:
        key = article_key(draft.url)
    except AddressError:
        return None
    citation = Citation(draft.title, draft.outlet, draft.url, draft.published)
    return Article(
        key=key,
        file="",
        citation=citation,
        kind=draft.kind,
        perspectives=draft.perspectives,
        topics=draft.topics,
        body=draft.body,
    )
