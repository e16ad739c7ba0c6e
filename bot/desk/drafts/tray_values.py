"""Drafts on the desk as immutable values, and what can be said of them before publishing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.desk.values import Neighbours

if TYPE_CHECKING:
    from datetime import datetime

    from bot.articles import Problem
    from bot.desk.values import Intake
    from bot.search import Passage
    from bot.store import DraftState


@dataclass(frozen=True, slots=True)
class TrayDraft:
    """A draft on the desk, in one of its versions.

    `owner` is the mark of whose draft it is, empty when they had it forgotten. `suggested` are the
    names of fields that were filled from the nearest articles and that nobody has touched since.
    `source` is the body as it was taken in. It is deleted after `ends`.
    """

    id: str
    version: int
    owner: str
    state: DraftState
    intake: Intake
    suggested: frozenset[str]
    source: str
    changed: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class EndingDraft:
    """A draft that will soon be deleted; `owner` is its owner's id, None when it is not known."""

    draft: TrayDraft
    owner: int | None


@dataclass(frozen=True, slots=True)
class Review:
    """A draft as it would be in the corpus.

    `passages` are what citizens will see of it. `answers` are questions that it answers among the
    first three (its own, and those that wait for an answer), `misses` those of its own that it
    does not. `obstacles` say why it cannot be published, `warnings` what has to be confirmed.
    """

    passages: tuple[Passage, ...] = ()
    answers: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    neighbours: Neighbours = field(default_factory=Neighbours)
    problems: tuple[Problem, ...] = ()
    obstacles: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
