"""Who was made a moderator in the chat, and how moderators want to be called."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select

from bot.store.addresses import Address
from bot.store.desk_schema import MODERATORS
from bot.store.insertions import clean_text, upsert
from bot.store.ledger import Step
from bot.store.outage import neutral_when_down

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.store.addresses import AddressCipher
    from bot.store.database import Database
    from bot.store.hashes import KeyedHash
    from bot.store.ledger import Ledger


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
        database: Database,
        ledger: Ledger,
        hashes: KeyedHash,
        cipher: AddressCipher,
        clock: Callable[[], float],
    ) -> None:
        """Keep moderators in `database` by `ledger`; `clock` returns seconds since 1970."""
        self._database = database
        self._ledger = ledger
        self._hashes = hashes
        self._cipher = cipher
        self._clock = clock
        columns = MODERATORS.c
        everybody = select(columns.moderator, columns.role, columns.name, columns.address)
        self._find = everybody.where(columns.moderator == bindparam("who"))
        self._list = everybody.order_by(columns.since, columns.moderator)

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
        return await self._database.write(statement) == 1

    @neutral_when_down(None)
    async def find(self, person: int) -> Moderator | None:
        """Return what is kept of `person`."""
        (rows,) = await self._ledger.run(Step(self._find, {"who": self.identify(person)}))
        return self._read(*rows[0]) if rows else None

    async def list_all(self) -> list[Moderator]:
        """Return all of whom something is kept, those first who came first."""
        (rows,) = await self._ledger.run(Step(self._list, {}))
        return [moderator for row in rows if (moderator := self._read(*row))]

    async def _put(self, person: int, changes: dict[str, str], *, role: str, name: str) -> None:
        row = {
            "moderator": self.identify(person),
            "role": role,
            "name": name,
            "address": self._cipher.seal(Address(person, "id")),
            "since": int(self._clock()),
        }
        await self._database.write(upsert(self._database.dialect, MODERATORS, row, changes=changes))

    def _read(self, moderator: str, role: str, name: str, address: str) -> Moderator | None:
        opened = self._cipher.open(address)
        if opened is None:
            return None
        return Moderator(moderator, Role(role) if role else None, name, opened.chat)
