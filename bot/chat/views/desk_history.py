"""Changes of articles as moderators read them: who, when, what, and what undoing would undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.desk.actions import ListHistory, OpenEditing, UndoChange
from bot.chat.layout import Block, assemble, fit
from bot.chat.markup import Markup, bold, italic, lines, quote, shorten, text
from bot.chat.reply import Reply, arrange, make_button, stack
from bot.chat.views.desk_article import name_article, render_difference
from bot.texts import moderation_changes as texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.desk import Change

HISTORY_PAGE = 5

_DIFFERENCE_UNITS = 250
_MOST_DIFFERENCES = 3
_TITLE_UNITS = 100


def render_history(changes: Sequence[Change], start: int, key: str, *, more: bool) -> Reply:
    """Return a page of changes, the newest first.

    Args:
        changes: those of the page.
        start: the number of the first one, from 0.
        key: of the article that they concern, or nothing for all.
        more: whether there are older ones.
    """
    if not changes:
        return Reply(text(texts.NO_HISTORY))
    blocks = [Block(bold(texts.HISTORY))]
    for rank, change in enumerate(changes, start=1):
        head = Block(_render_head(change), rank)
        blocks += [head, Block(_render_short_difference(change), rank, head, "\n")]
    turns = [
        make_button(texts.NEWER, ListHistory(max(0, start - HISTORY_PAGE), key)) if start else None,
        make_button(texts.OLDER, ListHistory(start + HISTORY_PAGE, key)) if more else None,
    ]
    undoing = [
        make_button(texts.undo_number(change.number), UndoChange(change.number, sure=False))
        for change in changes
        if change.undone_by is None
    ]
    return Reply(assemble(fit(blocks)), (*arrange(undoing, 3), *arrange(turns)))


def render_undoing(change: Change) -> Reply:
    """Show what undoing would undo, and ask whether to do it."""
    content = lines(bold(texts.UNDO_THIS), _render_head(change), render_difference(change))
    buttons = [
        make_button(texts.UNDO_SURELY, UndoChange(change.number, sure=True)),
        make_button(texts.SEE_HISTORY, ListHistory(0, change.key)),
    ]
    hint = italic(texts.type_undo(change.number))
    return Reply(lines(content, hint), arrange(buttons))


def render_undone(change: Change, former: Change | None) -> Reply:
    """Say what was undone, and offer to undo the change before it."""
    content = lines(
        bold(texts.UNDONE),
        name_article(change.key, change.title),
        render_difference(change),
        *map(text, change.warnings),
    )
    buttons = [
        make_button(texts.UNDO_FURTHER, UndoChange(former.number, sure=False)) if former else None,
        make_button(texts.OPEN_ARTICLE, OpenEditing(change.key)),
    ]
    return Reply(content, stack(buttons))


def _render_head(change: Change) -> Markup:
    title = shorten(change.title or change.file, _TITLE_UNITS)
    told = texts.describe_change(change.number, change.at, change.who, change.action.value, title)
    undone = texts.describe_undone(change.undone_by) if change.undone_by else ""
    undoes = texts.describe_undoes(change.undoes) if change.undoes else ""
    return lines(text(told), italic(undone), italic(undoes))


def _render_short_difference(change: Change) -> Markup:
    listed = [text(shorten(str(each), _DIFFERENCE_UNITS)) for each in change.difference]
    rest = len(listed) - _MOST_DIFFERENCES
    more = [text(texts.describe_more(rest))] if rest > 0 else []
    return quote(lines(*listed[:_MOST_DIFFERENCES], *more))
