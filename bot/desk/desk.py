"""The moderators' desk as a whole: what its faces are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.desk.changes.changing import ChangeDesk
from bot.desk.changes.git_commits import GitCommits
from bot.desk.changes.history import History
from bot.desk.changes.journal import Journal
from bot.desk.changes.publishing import Publisher
from bot.desk.drafts.tray import DraftTray
from bot.desk.intake.fetching import FetchRules
from bot.desk.rights import Rights
from bot.desk.shelf import Shelf

if TYPE_CHECKING:
    from bot.answers.live import LiveAnswerer
    from bot.store import Memory

_MOST_WAITING = 50
"""Questions without an answer that a preview tries out."""


@dataclass(frozen=True, slots=True)
class DeskRules:
    """What the settings say about the desk.

    `chiefs` and `moderators` are ids. `four_eyes` asks for a second moderator to publish,
    `corpus_git` for a commit of every change. `allow_hosts` are those of `FetchRules`.
    """

    chiefs: frozenset[int] = frozenset()
    moderators: frozenset[int] = frozenset()
    four_eyes: bool = False
    corpus_git: bool = False
    allow_hosts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that moderators work with."""

    rights: Rights
    tray: DraftTray
    changes: ChangeDesk
    live: LiveAnswerer
    fetching: FetchRules
    four_eyes: bool


def open_desk(memory: Memory, live: LiveAnswerer, rules: DeskRules) -> Desk:
    """Return the desk over `memory` and the corpus that `live` answers from."""
    rights = Rights(memory.moderators, rules.chiefs, rules.moderators)
    shelf = Shelf(live.corpus_dir, lambda: live.current.corpus, live.refresh)

    async def list_waiting() -> list[str]:
        return [each.text for each in await memory.unanswered.list_all()][:_MOST_WAITING]

    tray = DraftTray(memory.drafts, rights, lambda: live.current, list_waiting, shelf.today)
    changes = _open_changes(memory, rights, shelf, rules)
    return Desk(rights, tray, changes, live, FetchRules(rules.allow_hosts), rules.four_eyes)


def open_operator_desk(memory: Memory, shelf: Shelf, rules: DeskRules) -> ChangeDesk:
    """Return the part of the desk that the command line uses, where everything is allowed."""
    return _open_changes(memory, Rights.of_operator(memory.moderators), shelf, rules)


def _open_changes(memory: Memory, rights: Rights, shelf: Shelf, rules: DeskRules) -> ChangeDesk:
    commits = GitCommits(shelf.folder, enabled=rules.corpus_git)
    journal = Journal(shelf.folder, memory.audit, commits)
    history = History(memory.audit, rights)
    publisher = Publisher(shelf, journal, history, rights, memory.drafts, four_eyes=rules.four_eyes)
    return ChangeDesk(shelf, journal, history, rights, publisher)
