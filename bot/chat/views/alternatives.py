"""What may be meant, as a choice: a heading for buttons, or lines where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.values import Status
from bot.chat.markup import Markup, bold, lines, shorten, text
from bot.texts.spoken import answers as wording

if TYPE_CHECKING:
    from bot.answers.values import Answer

_LINES = 3
_LINE_UNITS = 120


def entitle_alternatives(answer: Answer) -> str:
    """Return the heading of the choice, which says whether there is an answer already."""
    near = answer.status is Status.NEAR
    return wording.ALTERNATIVES_IF_NEAR if near else wording.ALTERNATIVES


def render_alternatives(answer: Answer) -> Markup:
    """Return the choice as a few lines; any of them can be asked as it is written."""
    if not answer.alternatives:
        return Markup()
    listed = [text(f"• {shorten(each, _LINE_UNITS)}") for each in answer.alternatives[:_LINES]]
    return lines(bold(entitle_alternatives(answer)), *listed)
