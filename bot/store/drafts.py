"""Drafts of articles, so that they survive restarts, and no two people overwrite each other."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from bot.store.addresses import Address
from bot.store.desk_schema import DRAFTS, INTENTS
from bot.store.insertions import clean_text
from bot.store.lifetimes import DAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement, Connection, Row

    from bot.store.addresses import AddressCipher
    from bot.store.database import Database
    from bot.store.hashes import KeyedHash

DRAFT_SECONDS = 30 * DAY
"""How long a draft is kept after it was changed last."""

_GRACE = 3 * DAY
"""At least so long before its end its owner is told."""


class DraftState(Enum):
    """What a draft waits for: more work, or another moderator's confirmation."""

    OPEN = "open"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A draft as it is kept.

    `moderator` is the keyed hash of its owner, empty when they had it forgotten. `content` is as
    the desk wrote it. `version` grows with every change. Times are seconds since 1970.
    """

    id: str
    moderator: str
    content: str
    version: int
    state: DraftState
    changed: int
    ends: int


class DraftBook:
    """Drafts by their ids of 16 hexadecimal digits."""

    def __init__(
        self,
        database: Database,
        hashes: KeyedHash,
        cipher: AddressCipher,
        clock: Callable[[], float],
    ) -> None:
        """Keep drafts in `database`; `clock` returns seconds since 1970."""
        self._database = database
        self._hashes = hashes
        self._cipher = cipher
        self._clock = clock

    async def put(self, person: int, content: str) -> StoredDraft:
        """Keep a new draft of `person`."""
        now = int(self._clock())
        draft = StoredDraft(
            id=secrets.token_hex(8),
            moderator=self._hashes.hash("moderator", person),
            content=clean_text(content),
            version=1,
            state=DraftState.OPEN,
            changed=now,
            ends=now + DRAFT_SECONDS,
        )
        row = {
            "id": draft.id,
            "moderator": draft.moderator,
            "address": self._cipher.seal(Address(person, "id")),
            "content": draft.content,
            "version": draft.version,
            "state": draft.state.value,
            "told": False,
            "changed": draft.changed,
            "ends": draft.ends,
        }
        await self._database.write(insert(DRAFTS).values(**row))
        return draft

    async def find(self, id_: str) -> StoredDraft | None:
        """Return the draft with this id."""
        return next(iter(await self._select(DRAFTS.c.id == id_)), None)

    async def list_all(self) -> list[StoredDraft]:
        """Return all drafts, those that were changed last first."""
        return await self._select(DRAFTS.c.version > 0)

    async def replace(
        self, id_: str, version: int, content: str, state: DraftState
    ) -> StoredDraft | None:
        """Keep another content for the draft, which begins its time anew.

        Returns:
            The draft as it is kept now, or None when it is no longer in `version`, or is being
            published.
        """
        now = int(self._clock())
        statement = (
            update(DRAFTS)
            .where(DRAFTS.c.id == id_, DRAFTS.c.version == version, _is_free())
            .values(
                content=clean_text(content),
                state=state.value,
                version=version + 1,
                told=False,
                changed=now,
                ends=now + DRAFT_SECONDS,
            )
        )
        replaced = await self._database.write(statement)
        return await self.find(id_) if replaced else None

    async def remove(self, id_: str, version: int) -> bool:
        """Delete the draft; return False when it is no longer in `version`, or is published."""
        theirs = (DRAFTS.c.id == id_) & (DRAFTS.c.version == version)
        return await self._database.write(delete(DRAFTS).where(theirs, _is_free())) == 1

    async def take_ending(self) -> list[tuple[StoredDraft, int | None]]:
        """Return the drafts whose owners must now hear that they will be deleted, each only once.

        A draft is deleted no earlier than three days after it was returned here, however long the
        program did not run.

        Returns:
            Each draft, and the id of its owner, or None when that is no longer known.
        """
        soon = int(self._clock()) + _GRACE
        due = (DRAFTS.c.ends <= soon) & DRAFTS.c.told.is_(False)

        def take(connection: Connection) -> list[Row[*tuple[Any, ...]]]:
            rows = connection.execute(select(DRAFTS).where(due)).all()
            mark = update(DRAFTS).where(due).values(told=True, ends=soon)
            marks = (connection.execute(mark.where(DRAFTS.c.id == row.id)) for row in rows)
            return [row for row, marked in zip(rows, marks, strict=True) if marked.rowcount == 1]

        taken = []
        for row in await self._database.run(take):
            address = self._cipher.open(row.address) if row.address else None
            taken.append((_read(row), address.chat if address else None))
        return taken

    async def purge(self) -> int:
        """Delete the drafts whose time is over and whose owners heard of it."""
        over = (DRAFTS.c.ends <= int(self._clock())) & DRAFTS.c.told.is_(True)
        return await self._database.sweep(delete(DRAFTS).where(over, _is_free()))

    async def _select(self, condition: ColumnElement[bool]) -> list[StoredDraft]:
        statement = select(DRAFTS).where(condition).order_by(DRAFTS.c.changed.desc(), DRAFTS.c.id)
        return [_read(row) for row in await self._database.read(statement)]


def _is_free() -> ColumnElement[bool]:
    """Tell that no publishing of the draft has begun."""
    return ~select(INTENTS.c.id).where(INTENTS.c.draft == DRAFTS.c.id).exists()


def _read(row: Row[tuple[object, ...]]) -> StoredDraft:
    return StoredDraft(
        id=row.id,
        moderator=row.moderator,
        content=row.content,
        version=row.version,
        state=DraftState(row.state),
        changed=row.changed,
        ends=row.ends,
    )
