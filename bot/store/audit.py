"""The audit log: every change of an article, in order, and the changes that were only begun."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from bot.store.desk_schema import AUDIT, DRAFTS, INTENTS
from bot.store.lifetimes import DAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement, Connection, Row

    from bot.store.database import Database

ACTOR_SECONDS = 365 * DAY
"""How long the audit log knows who made a change."""

COMMAND_LINE = "cli"
"""The actor of changes from the command line."""


class Action(Enum):
    """What was done to an article."""

    PUBLISH = "publish"
    CORRECT = "correct"
    EDIT = "edit"
    LINK = "link"
    RETRACT = "retract"
    UNDO = "undo"


class StaleIntentError(Exception):
    """The draft of the intent has changed, or is gone, or is being published already."""


@dataclass(frozen=True, slots=True)
class Intent:
    """A change that is about to be made.

    `actor` is a keyed hash or `COMMAND_LINE`. `before` and `after` are the bytes of `file`, None
    where it does not exist. `undoes` is the number of the change that is undone. `draft` is the id
    of the draft that is published.
    """

    id: str
    actor: str
    action: Action
    key: str
    file: str
    before: bytes | None
    after: bytes | None
    undoes: int | None = None
    draft: str | None = None


@dataclass(frozen=True, slots=True)
class AuditLine:
    """A change that was made, at `at` seconds since 1970; `actor` is empty after 365 days."""

    number: int
    at: int
    actor: str
    action: Action
    key: str
    file: str
    before: bytes | None
    after: bytes | None
    undoes: int | None


class AuditLog:
    """Lines that are only ever added to; the database refuses anything else."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        """Keep lines in `database`; `clock` returns seconds since 1970."""
        self._database = database
        self._clock = clock

    async def begin(self, intent: Intent, version: int | None = None) -> None:
        """Keep `intent` until it is settled or dropped; its draft cannot be changed meanwhile.

        Args:
            intent: what is about to happen.
            version: the version that the draft must have, if there is a draft.

        Raises:
            StaleIntentError: it has another one.
        """
        row = {"id": intent.id, "draft": intent.draft, **self._describe(intent)}

        def begin(connection: Connection) -> None:
            if intent.draft is not None:
                # Also locks the draft's row, so that nobody changes it before this is committed.
                moved = update(DRAFTS).where(DRAFTS.c.id == intent.draft)
                moved = moved.where(DRAFTS.c.version == version)
                done = connection.execute(moved.values(version=DRAFTS.c.version + 1))
                if done.rowcount != 1:
                    raise StaleIntentError
            connection.execute(insert(INTENTS).values(**row))

        await self._database.run(begin)

    async def drop(self, intent: Intent) -> None:
        """Forget an intent of which nothing has happened."""

        def drop(connection: Connection) -> None:
            gone = connection.execute(delete(INTENTS).where(INTENTS.c.id == intent.id))
            if intent.draft is not None and gone.rowcount == 1:
                back = update(DRAFTS).where(DRAFTS.c.id == intent.draft)
                connection.execute(back.values(version=DRAFTS.c.version - 1))

        await self._database.run(drop)

    async def settle(self, intent: Intent) -> AuditLine:
        """Add the line of an intent that has happened, and forget the intent and its draft.

        Settling an intent again changes nothing.
        """
        row = {"intent": intent.id, **self._describe(intent)}
        line = select(AUDIT).where(AUDIT.c.intent == intent.id)

        def settle(connection: Connection) -> AuditLine:
            connection.execute(delete(INTENTS).where(INTENTS.c.id == intent.id))
            if intent.draft is not None:
                connection.execute(delete(DRAFTS).where(DRAFTS.c.id == intent.draft))
            if connection.execute(line).first() is None:
                connection.execute(insert(AUDIT).values(**row))
            return _read_line(connection.execute(line).one())

        return await self._database.run(settle)

    async def list_intents(self) -> list[Intent]:
        """Return what was begun and neither settled nor dropped, oldest first."""
        statement = select(INTENTS).order_by(INTENTS.c.at, INTENTS.c.id)
        return [_read_intent(row) for row in await self._database.read(statement)]

    async def find(self, number: int) -> AuditLine | None:
        """Return the line with this number."""
        return next(iter(await self._select(AUDIT.c.number == number)), None)

    async def list_lines(
        self, key: str | None = None, *, offset: int = 0, limit: int | None = None
    ) -> list[AuditLine]:
        """Return the changes of the article with `key`, or all, the newest first."""
        condition = AUDIT.c.number > 0 if key is None else AUDIT.c.key == key
        return await self._select(condition, offset, limit)

    async def list_file(self, file: str) -> list[AuditLine]:
        """Return the changes of the file with this name, the newest first."""
        return await self._select(AUDIT.c.file == file)

    async def list_undoable(self, actor: str) -> list[AuditLine]:
        """Return what `actor` did, besides undoing, the newest first."""
        undo = AUDIT.c.action == Action.UNDO.value
        return await self._select((AUDIT.c.moderator == actor) & ~undo)

    async def find_undos(self) -> dict[int, int]:
        """Return the changes that are undone, each with the number of the undoing.

        An undoing that was itself undone does not count.
        """
        statement = (
            select(AUDIT.c.undoes, AUDIT.c.number)
            .where(AUDIT.c.undoes.is_not(None))
            .order_by(AUDIT.c.number.desc())
        )
        rows = await self._database.read(statement)
        undone: dict[int, int] = {}
        for row in rows:
            if row.number not in undone:
                undone.setdefault(row.undoes, row.number)
        return undone

    async def purge(self) -> int:
        """Empty who made the changes that are older than 365 days; return how many.

        Of what was begun and not settled, that is emptied after a day.
        """
        now = int(self._clock())
        return await self._database.sweep(
            *(
                update(table)
                .where(table.c.at <= now - kept, table.c.moderator.not_in(("", COMMAND_LINE)))
                .values(moderator="")
                for table, kept in ((AUDIT, ACTOR_SECONDS), (INTENTS, DAY))
            )
        )

    def _describe(self, intent: Intent) -> dict[str, object]:
        """Return what the tables of intents and of lines have in common."""
        return {
            "at": int(self._clock()),
            "moderator": intent.actor,
            "action": intent.action.value,
            "key": intent.key,
            "file": intent.file,
            "before": intent.before,
            "after": intent.after,
            "undoes": intent.undoes,
        }

    async def _select(
        self, condition: ColumnElement[bool], offset: int = 0, limit: int | None = None
    ) -> list[AuditLine]:
        statement = (
            select(AUDIT)
            .where(condition)
            .order_by(AUDIT.c.number.desc())
            .offset(offset)
            .limit(limit)
        )
        return [_read_line(row) for row in await self._database.read(statement)]


def _read_intent(row: Row[tuple[object, ...]]) -> Intent:
    return Intent(
        id=row.id,
        actor=row.moderator,
        action=Action(row.action),
        key=row.key,
        file=row.file,
        before=row.before,
        after=row.after,
        undoes=row.undoes,
        draft=row.draft,
    )


def _read_line(row: Row[tuple[object, ...]]) -> AuditLine:
    return AuditLine(
        number=row.number,
        at=row.at,
        actor=row.moderator,
        action=Action(row.action),
        key=row.key,
        file=row.file,
        before=row.before,
        after=row.after,
        undoes=row.undoes,
    )
