"""What else is shown of drafts: their text, what was dropped, what became of them, their list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.desk.actions import DraftStep, ListDrafts, StepDraft
from bot.chat.layout import Block, assemble, fit
from bot.chat.markup import bold, join, lines, quote, shorten, text
from bot.chat.reply import Reply, arrange, make_button, stack
from bot.chat.views.desk_fields import MARK
from bot.texts import chat as chat_texts
from bot.texts import moderation_drafts as texts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.chat.markup import Markup
    from bot.chat.reply import Button
    from bot.desk import TrayDraft

_MESSAGE_UNITS = 3_800
_MOST_MESSAGES = 5
_LINE_UNITS = 150
_TITLE_UNITS = 80
_AT_ONCE = 6


def render_body(draft: TrayDraft) -> list[Reply]:
    """Return the whole text of a draft, in as many messages as it needs, up to five."""
    paragraphs = [
        quote(text(shorten(paragraph, _MESSAGE_UNITS)))
        for paragraph in draft.intake.draft.body.split("\n\n")
    ]
    parts: list[list[Markup]] = [[]]
    units = 0
    for paragraph in filter(None, paragraphs):
        units += paragraph.units + 1
        if units > _MESSAGE_UNITS and parts[-1]:
            parts.append([])
            units = paragraph.units + 1
        parts[-1].append(paragraph)
    if not parts[0]:
        return [Reply(text(texts.NO_BODY))]
    replies = [Reply(join("\n", *part)) for part in parts[:_MOST_MESSAGES]]
    if len(parts) > _MOST_MESSAGES:
        rest = sum(map(len, parts[_MOST_MESSAGES:]))
        replies.append(Reply(text(texts.describe_rest(rest))))
    return replies


def render_dropped(draft: TrayDraft) -> Reply:
    """Return the lines that were left out, and what each was taken for."""
    dropped = draft.intake.dropped
    if not dropped:
        return Reply(text(texts.NOTHING_DROPPED))
    described = [
        texts.describe_dropped(shorten(each.text, _LINE_UNITS), each.clutter.value)
        for each in dropped
    ]
    head = Block(bold(texts.DROPPED_TITLE))
    listed = [
        Block(text(f"• {line}"), rank, head, "\n") for rank, line in enumerate(described, start=1)
    ]
    kept = fit([head, *listed, Block(text(texts.describe_rest(len(listed))))])
    missing = len(listed) - (len(kept) - 2)
    rest = [Block(text(texts.describe_rest(missing)))] if missing else []
    return Reply(assemble([*kept[:-1], *rest]))


def render_kept(draft: TrayDraft) -> Reply:
    """Say until when a draft is kept."""
    content = lines(_render_name(draft), text(texts.describe_kept(draft.ends.date())))
    return Reply(content, stack([_make_open_button(draft, texts.OPEN_DRAFT)]))


def ask_discard(draft: TrayDraft) -> Reply:
    """Ask whether a draft is to be deleted."""
    buttons = [
        _make_step(draft, texts.DISCARD_SURELY, DraftStep.DISCARD),
        _make_step(draft, texts.BACK, DraftStep.SHOW),
    ]
    return Reply(lines(_render_name(draft), text(texts.SURE_TO_DISCARD)), arrange(buttons))


def render_discarded(draft: TrayDraft) -> Reply:
    """Say that a draft was deleted."""
    return Reply(lines(_render_name(draft), text(texts.DISCARDED)))


def render_ending(draft: TrayDraft) -> Reply:
    """Tell the owner of a draft when it will be deleted."""
    content = lines(_render_name(draft), text(texts.describe_expiring(draft.ends.date())))
    buttons = [
        _make_open_button(draft, texts.OPEN_DRAFT),
        _make_step(draft, texts.DISCARD, DraftStep.OFFER_DISCARD),
    ]
    return Reply(content, arrange(buttons))


def render_drafts(drafts: Sequence[TrayDraft], start: int, owners: Mapping[str, str]) -> Reply:
    """Return a page of drafts, each with a button that opens it."""
    if not drafts:
        return Reply(text(texts.NO_DRAFTS))
    page = drafts[start : start + _AT_ONCE]
    listed = [text(_describe(draft, owners)) for draft in page]
    back = max(0, start - _AT_ONCE)
    turns = [
        make_button(chat_texts.PREVIOUS, ListDrafts(back)) if start else None,
        make_button(chat_texts.NEXT, ListDrafts(start + _AT_ONCE))
        if start + _AT_ONCE < len(drafts)
        else None,
    ]
    opening = [_make_open_button(draft, draft.id[:MARK]) for draft in page]
    return Reply(lines(bold(texts.DRAFTS_TITLE), *listed), (*arrange(opening, 3), *arrange(turns)))


def _describe(draft: TrayDraft, owners: Mapping[str, str]) -> str:
    title = shorten(draft.intake.draft.title, _TITLE_UNITS)
    return texts.describe_draft(draft.id[:MARK], title, owners.get(draft.owner, ""))


def _render_name(draft: TrayDraft) -> Markup:
    title = shorten(draft.intake.draft.title, _TITLE_UNITS)
    return bold(texts.name_draft(draft.id[:MARK])) + text(f" · {title}" if title else "")


def _make_open_button(draft: TrayDraft, label: str) -> Button | None:
    return _make_step(draft, label, DraftStep.SHOW)


def _make_step(draft: TrayDraft, label: str, step: DraftStep) -> Button | None:
    return make_button(label, StepDraft(draft.id, draft.version, step))
