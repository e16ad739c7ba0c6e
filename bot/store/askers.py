"""Who asked for which answer in a group, so that they can have it removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from bot.store.insertions import upsert
from bot.store.ledger import Step
from bot.store.lifetimes import DAY
from bot.store.outage import neutral_when_down
from bot.store.schema import ASKERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.store.database import Database
    from bot.store.hashes import KeyedHash
    from bot.store.ledger import Ledger

ASKER_SECONDS = 2 * DAY
"""Bots can delete a message for 48 hours: https://core.telegram.org/bots/api#deletemessage"""


class AskerLog:
    """Keyed hashes of the bot's messages in groups, with those of who asked for them."""

    def __init__(
        self, database: Database, ledger: Ledger, hashes: KeyedHash, clock: Callable[[], float]
    ) -> None:
        """Keep askers in `database` by `ledger`; `clock` returns seconds since 1970."""
        self._ledger = ledger
        self._hashes = hashes
        self._clock = clock
        self._record = upsert(database.dialect, ASKERS)
        self._find = select(ASKERS.c.person).where(
            ASKERS.c.message == bindparam("message"), ASKERS.c.expires > bindparam("now")
        )

    @neutral_when_down(None)
    async def record(self, chat: int, message: int, asker: int) -> None:
        """Keep for two days that `asker` asked for the bot's `message` in `chat`."""
        row = {
            "message": self._hash_message(chat, message),
            "person": self._hashes.hash("person", asker),
            "expires": int(self._clock()) + ASKER_SECONDS,
        }
        await self._ledger.run(Step(self._record, row, f"askers {row['message']}"))

    async def has_asked(self, chat: int, message: int, person: int) -> bool:
        """Tell whether `person` asked for the bot's `message` in the last two days."""
        values = {"message": self._hash_message(chat, message), "now": int(self._clock())}
        (rows,) = await self._ledger.run(Step(self._find, values))
        return rows == [(self._hashes.hash("person", person),)]

    def _hash_message(self, chat: int, message: int) -> str:
        return self._hashes.hash("answer in group", chat, message)
