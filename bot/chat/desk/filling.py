"""New values for the fields of drafts: asked for, pressed, typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.desk.actions import AskField
from bot.chat.desk.pressing import show_newest
from bot.chat.desk.prompts import make_prompt
from bot.chat.desk.showing import show_draft
from bot.chat.markup import lines, shorten, text
from bot.chat.reply import Reply
from bot.chat.views.desk_fields import (
    LABEL_FIELDS,
    MARK,
    describe_field,
    digest_field,
    name_labels,
)
from bot.desk import StaleDraftError
from bot.texts import moderation as texts
from bot.texts import moderation_drafts as wording

if TYPE_CHECKING:
    from telegram import Bot

    from bot.articles.values import Taxonomy
    from bot.chat.host import Host
    from bot.desk import TrayDraft

_VALUE_UNITS = 500
_ADDS = {"questions": "question"}


def ask_field(bot: Bot, draft: TrayDraft, field: str, taxonomy: Taxonomy) -> Reply:
    """Return a prompt for a new value of a field."""
    held = draft.intake.draft
    value = describe_field(held, field, taxonomy)
    names = [
        name
        for key, labels in name_labels(taxonomy).items()
        if LABEL_FIELDS[key] == field
        for name in labels.values()
    ]
    question = lines(
        text(f"{texts.FIELDS[field]}: {texts.ask_field(field)}"),
        text(texts.describe_present(shorten(value, _VALUE_UNITS)) if value else ""),
        text(texts.list_choices(names) if names else ""),
    )
    prompt = AskField(draft.id, field, digest_field(held, field))
    label = wording.name_draft(draft.id[:MARK])
    return make_prompt(bot, prompt, label, question, texts.FIELDS[field])


async def answer_prompt(host: Host, person: int, prompt: AskField, value: str) -> Reply:
    """Set the field that was asked for, unless somebody else has set it meanwhile.

    Raises:
        DeskError: when the value does not fit.
    """
    draft = await host.desk.tray.find(prompt.draft)
    if draft is None or prompt.field not in texts.FIELDS:
        return Reply(text(wording.DRAFT_GONE))
    held = draft.intake.draft
    if digest_field(held, prompt.field) != prompt.seen:
        now = describe_field(held, prompt.field, host.answerer.corpus.taxonomy)
        notice = texts.describe_changed_field(prompt.field, shorten(now, _VALUE_UNITS))
        return await show_draft(host, draft, notice)
    return await fill(host, person, draft, prompt.field, value)


async def fill(host: Host, person: int, draft: TrayDraft, field: str, value: str) -> Reply:
    """Set a field and return the new preview, or the newest where somebody else was faster.

    Raises:
        DeskError: when the value does not fit.
    """
    try:
        changed = await host.desk.tray.change(person, draft, _ADDS.get(field, field), value)
    except StaleDraftError as error:
        return await show_newest(host, error.newest)
    return await show_draft(host, changed)
