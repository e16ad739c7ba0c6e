"""Who was made a moderator in the chat, and how moderators want to be called."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from bot.store.addresses import Address
from bot.store.database import clean_text, upsert
from bot.store.desk_schema import MODERATORS
from bot.store.outage import neutral_when_down

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.store.addresses import AddressCipher
    from bot.store.hashes import KeyedHash


class Role(Enum):
    """What somebody may do; a chief may do all that a moderator may."""

    MODERATOR = "moderator"
    CHIEF = "chief"


@dataclass(frozen=True, slots=True)
class Moderator:
    """Somebody at the desk.

    `hash` is the keyed hash that drafts and audit lines have, too. `role` is None for those who
    only chose a name here, and `name` is empty for those who did not.
    """

    hash: str
    role: Role | None
    name: str
    person: int


class ModeratorBook:
    """Moderators by the keyed hashes of their ids; ids are kept sealed, to write to them."""

    def __init__(
        self,
        engine: AsyncEngine,
        hashes: KeyedHash,
        cipher: AddressCipher,
        clock: Callable[[], float],
    ) -> None:
        """Keep moderators in `engine`; `clock` returns seconds since 1970."""
        self._engine = engine
        self._hashes = hashes
        self._cipher = cipher
        self._clock = clock

    def identify(self, person: int) -> str:
        """Return the keyed hash of `person` at the desk."""
        return self._hashes.hash("moderator", person)

    async def add(self, person: int, role: Role) -> None:
        """Give `person` a role, in place of an earlier one."""
        await self._put(person, {"role": role.value}, role=role.value, name="")

    async def rename(self, person: int, name: str) -> None:
        """Call `person` by `name`, or by no name when that is empty."""
        named = clean_text(name)
        await self._put(person, {"name": named}, role="", name=named)

    async def remove(self, moderator: str) -> bool:
        """Forget the person with this keyed hash; return False when nothing was kept."""
        statement = delete(MODERATORS).where(MODERATORS.c.moderator == moderator)
        async with self._engine.begin() as connection:
            return (await connection.execute(statement)).rowcount == 1

    @neutral_when_down(None)
    async def find(self, person: int) -> Moderator | None:
        """Return what is kept of `person`."""
        statement = select(MODERATORS).where(MODERATORS.c.moderator == self.identify(person))
        async with self._engine.connect() as connection:
            row = (await connection.execute(statement)).one_or_none()
        return self._read(row) if row else None

    async def list_all(self) -> list[Moderator]:
        """Return all of whom something is kept, those first who came first."""
        statement = select(MODERATORS).order_by(MODERATORS.c.since, MODERATORS.c.moderator)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(statement)).all()
        return [moderator for row in rows if (moderator := self._read(row))]

    async def _put(self, person: int, changes: dict[str, str], *, role: str, name: str) -> None:
        row = {
            "moderator": self.identify(person),
            "role": role,
            "name": name,
            "address": self._cipher.seal(Address(person, "id")),
            "since": int(self._clock()),
        }
        async with self._engine.begin() as connection:
            await connection.execute(upsert(self._engine, MODERATORS, row, changes))

    def _read(self, row: Row[tuple[object, ...]]) -> Moderator | None:
        address = self._cipher.open(row.address)
        if address is None:
            return None
        role = Role(row.role) if row.role else None
        return Moderator(row.moderator, role, row.name, address.chat)
