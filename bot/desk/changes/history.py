"""Who changed what when: the audit log as moderators read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.desk.changes.change_values import Change
from bot.desk.changes.differences import compare, read_title
from bot.desk.errors import NoRightError, UndoError
from bot.desk.files.seen_files import make_revision
from bot.desk.rights import make_mark
from bot.store import Action, Role
from bot.store.audit import COMMAND_LINE
from bot.texts import changes as texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.desk.rights import Rights
    from bot.store import AuditLine, AuditLog


class History:
    """Reads the audit log."""

    def __init__(self, audit: AuditLog, rights: Rights) -> None:
        """Read `audit`, and name people as `rights` does."""
        self._audit = audit
        self._rights = rights

    async def describe(self, line: AuditLine, warnings: tuple[str, ...] = ()) -> Change:
        """Return a line that was just written as a change."""
        change = _describe(line, await self._rights.list_names(), {})
        return replace(change, warnings=warnings)

    async def list_changes(self, key: str | None, offset: int, limit: int) -> list[Change]:
        """Return the changes of the article with `key`, or all, the newest first."""
        lines = await self._audit.list_lines(key, offset=offset, limit=limit)
        names, undone = await self._rights.list_names(), await self._audit.find_undos()
        return [_describe(line, names, undone) for line in lines]

    async def find_state(self, file: str, revision: str | None) -> bytes | None:
        """Return the state of a file that has this revision, if a change began or ended with it."""
        for line in await self._audit.list_file(file):
            for state in (line.after, line.before):
                if state is not None and make_revision(state) == revision:
                    return state
        return None

    async def choose_undoable(self, person: int, number: int | None) -> AuditLine:
        """Return the change with `number`, or the last one of `person`, that is not undone.

        Raises:
            NoRightError: `person` is no moderator, or it is somebody else's and they are no chief.
            UndoError: there is none, or it is undone.
        """
        actor = await self._rights.require(person)
        undone = await self._audit.find_undos()
        if number is None:
            mine = await self._audit.list_undoable(actor)
            last = next((line for line in mine if line.number not in undone), None)
            if last is None:
                raise UndoError(texts.NOTHING_TO_UNDO)
            return last
        line = await self._audit.find(number)
        if line is None:
            raise UndoError(texts.describe_no_change(number))
        if line.actor != actor and await self._rights.find_role(person) is not Role.CHIEF:
            raise NoRightError(texts.ONLY_CHIEFS_UNDO)
        if number in undone:
            raise UndoError(texts.describe_undone(number, undone[number]))
        return line


def _describe(line: AuditLine, names: Mapping[str, str], undone: Mapping[int, int]) -> Change:
    state = line.after if line.after is not None else line.before
    return Change(
        number=line.number,
        at=datetime.fromtimestamp(line.at, UTC),
        action=Action(line.action),
        key=line.key,
        file=line.file,
        title=read_title(state) if state is not None else "",
        who=_name(line.actor, names),
        difference=compare(line.before, line.after),
        undoes=line.undoes,
        undone_by=undone.get(line.number),
    )


def _name(actor: str, names: Mapping[str, str]) -> str:
    if actor == COMMAND_LINE:
        return texts.COMMAND_LINE
    if actor in names:
        return names[actor]
    return texts.name_moderator(make_mark(actor)) if actor else ""
