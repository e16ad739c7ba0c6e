"""A change of an article as paragraphs for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.screen import Part, indent, plain
from bot.texts import changes as texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.desk import Change


def render_change(change: Change) -> Iterator[Part]:
    """Yield what was changed, when and by whom, and how the article differs since."""
    headline = texts.describe_change(change.number, change.at, change.action.value, change.who)
    yield plain(headline, "bold")
    yield indent(f"{change.title} ({change.key}, {change.file})")
    for line in change.difference:
        yield indent(str(line), lead=" - ")
    if change.undoes is not None:
        yield indent(texts.describe_undoing(change.undoes))
    if change.undone_by is not None:
        yield indent(texts.describe_undone_by(change.undone_by))
