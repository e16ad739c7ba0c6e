"""How many different people let the moderators have a question, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.store.insertions import upsert
from bot.store.lifetimes import KEPT
from bot.store.schema import SUBMITTERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.store.database import Database
    from bot.store.hashes import KeyedHash


@dataclass(frozen=True, slots=True)
class Submitted:
    """That a person, known by a keyed hash, sent the question `token`; seconds since 1970."""

    token: str
    person: str
    first: int
    last: int


class Submitters:
    """Keyed hashes of who sent which question to the moderators, each for 90 days."""

    def __init__(self, database: Database, hashes: KeyedHash, clock: Callable[[], float]) -> None:
        """Keep them in `database`; `clock` returns seconds since 1970."""
        self._database = database
        self._hashes = hashes
        self._clock = clock

    async def note(self, token: str, chat: int) -> None:
        """Keep that the person of a private chat sent the question `token`, now."""
        now = int(self._clock())
        row = {
            "person": self._hashes.hash("person", chat),
            "token": token,
            "first": now,
            "last": now,
            "expires": now + KEPT,
        }
        changes = {"last": now, "expires": now + KEPT}
        await self._database.write(upsert(self._database.dialect, SUBMITTERS, row, changes=changes))

    async def list_all(self) -> list[Submitted]:
        """Return who sent what, by question."""
        columns = SUBMITTERS.c
        statement = (
            select(columns.token, columns.person, columns.first, columns.last)
            .where(columns.expires > int(self._clock()))
            .order_by(columns.token, columns.person)
        )
        return [Submitted(*row) for row in await self._database.read(statement)]
