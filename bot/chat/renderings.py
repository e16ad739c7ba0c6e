"""Answers as they were rendered last: many people ask the same, and see the same."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING

from bot.chat.views.answer import Presentation, render_answer
from bot.texts.spoken import get_language

if TYPE_CHECKING:
    from collections.abc import Hashable

    from bot.answers import Answer
    from bot.chat.reply import Reply

_MOST = 512
_APART = frozenset({"corpus", "related"})
_list_plain_parts = attrgetter(
    *(field.name for field in fields(Presentation) if field.name not in _APART)
)


class Renderings:
    """The latest few hundred replies; they stay in memory, nowhere else."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: OrderedDict[Hashable, tuple[Answer, Reply, int]] = OrderedDict()

    def render(self, answer: Answer, presentation: Presentation) -> tuple[Reply, int]:
        """Return what `render_answer` returns, in the language that is spoken now."""
        related = tuple((presentation.related or {}).items())
        # All that a reply depends on; the answer comes from one corpus only. What is kept holds
        # its answer, so that no other one gets the same id.
        key = (id(answer), get_language(), related, *_list_plain_parts(presentation))
        if key not in self._kept:
            self._kept[key] = (answer, *render_answer(answer, presentation))
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        _, reply, shown = self._kept[key]
        return reply, shown
