"""People who want to be told once when a question of theirs can be answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from bot.store.insertions import upsert
from bot.store.lifetimes import KEPT
from bot.store.schema import FOLLOWERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.store.addresses import Address, AddressCipher
    from bot.store.database import Database
    from bot.store.hashes import KeyedHash


@dataclass(frozen=True, slots=True)
class Follower:
    """Somebody who waits for an answer since `since`, in seconds since 1970."""

    token: str
    address: Address
    since: int


class Followers:
    """Followers of unanswered questions, by the question's token in the queue."""

    def __init__(
        self,
        database: Database,
        hashes: KeyedHash,
        cipher: AddressCipher,
        clock: Callable[[], float],
    ) -> None:
        """Keep followers in `database`; `clock` returns seconds since 1970."""
        self._database = database
        self._hashes = hashes
        self._cipher = cipher
        self._clock = clock

    async def follow(self, token: str, address: Address) -> None:
        """Keep `address` for 90 days, to tell of the answer to the question `token`."""
        now = int(self._clock())
        row = {
            "person": self._hashes.hash("person", address.chat),
            "token": token,
            "address": self._cipher.seal(address),
            "since": now,
            "expires": now + KEPT,
        }
        await self._database.write(upsert(self._database.dialect, FOLLOWERS, row))

    async def list_all(self) -> list[Follower]:
        """Return everybody who waits, grouped by question."""
        statement = (
            select(FOLLOWERS.c.token, FOLLOWERS.c.address, FOLLOWERS.c.since)
            .where(FOLLOWERS.c.expires > int(self._clock()))
            .order_by(FOLLOWERS.c.token, FOLLOWERS.c.since)
        )
        rows = await self._database.read(statement)
        opened = [(row.token, self._cipher.open(row.address), row.since) for row in rows]
        return [Follower(token, address, since) for token, address, since in opened if address]

    async def release(self, follower: Follower) -> bool:
        """End the waiting; return False if somebody else did, who then tells the answer."""
        statement = delete(FOLLOWERS).where(
            FOLLOWERS.c.person == self._hashes.hash("person", follower.address.chat),
            FOLLOWERS.c.token == follower.token,
        )
        return await self._database.write(statement) == 1
