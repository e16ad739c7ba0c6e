"""Who received which article, so that they hear once when it is corrected or retracted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select, update

from bot.store.insertions import upsert
from bot.store.ledger import Step
from bot.store.lifetimes import DAY, KEPT
from bot.store.outage import neutral_when_down
from bot.store.schema import DELIVERIES, UNDISTURBED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy.engine import Dialect
    from sqlalchemy.sql.dml import Insert, Update

    from bot.store.addresses import Address, AddressCipher
    from bot.store.database import Database
    from bot.store.hashes import KeyedHash
    from bot.store.ledger import Ledger

_UNDISTURBED_SECONDS = 365 * DAY


@dataclass(frozen=True, slots=True)
class Delivery:
    """An article that somebody has, as it was after `version` corrections and retractions."""

    address: Address
    article: str
    version: int


class Deliveries:
    """Deliveries of articles to private chats; each is kept for 90 days after the last one."""

    def __init__(
        self,
        database: Database,
        ledger: Ledger,
        hashes: KeyedHash,
        cipher: AddressCipher,
        clock: Callable[[], float],
    ) -> None:
        """Keep deliveries in `database` by `ledger`; `clock` returns seconds since 1970."""
        self._database = database
        self._ledger = ledger
        self._hashes = hashes
        self._cipher = cipher
        self._clock = clock
        self._renew_wish, self._keep = _prepare_renewal(), _prepare_keeping(database.dialect)

    @neutral_when_down(None)
    async def record(self, address: Address, versions: Mapping[str, int]) -> None:
        """Keep that articles were sent, by key with their versions, unless that is unwanted."""
        await self._ledger.run(*self.note(address, versions))

    def note(self, address: Address, versions: Mapping[str, int]) -> list[Step]:
        """Return what keeps deliveries, to be run together with other steps; see `record`."""
        now, person = int(self._clock()), self._find_person(address.chat)
        row = {
            "person": person,
            "now": now,
            "address": self._cipher.seal(address),
            "sent": now,
            "expires": now + KEPT,
        }
        wish = {"whom": person, "now": now, "later": now + _UNDISTURBED_SECONDS}
        kept = [
            Step(
                self._keep,
                {**row, "article": key, "version": version},
                f"deliveries {person} {key}",
            )
            for key, version in versions.items()
        ]
        return [Step(self._renew_wish, wish, f"undisturbed {person}"), *kept]

    async def list_outdated(self, versions: Mapping[str, int]) -> list[Delivery]:
        """Return the deliveries of articles that have another version now, by person.

        Args:
            versions: the present version of each article by its key.
        """
        changed_once = [key for key, version in versions.items() if version]
        statement = (
            select(DELIVERIES.c.address, DELIVERIES.c.article, DELIVERIES.c.version)
            .where(DELIVERIES.c.expires > int(self._clock()))
            .where(DELIVERIES.c.article.in_(changed_once))
            .order_by(DELIVERIES.c.person, DELIVERIES.c.article)
        )
        rows = await self._database.read(statement)
        changed = [row for row in rows if row.version < versions[row.article]]
        opened = [(self._cipher.open(row.address), row.article, row.version) for row in changed]
        return [Delivery(address, key, version) for address, key, version in opened if address]

    async def advance(self, delivery: Delivery, version: int) -> bool:
        """Note that the person hears of `version`; return False if somebody else tells them."""
        statement = (
            update(DELIVERIES)
            .where(
                DELIVERIES.c.person == self._find_person(delivery.address.chat),
                DELIVERIES.c.article == delivery.article,
                DELIVERIES.c.version == delivery.version,
            )
            .values(version=version)
        )
        return await self._database.write(statement) == 1

    async def has_seen(self, chat: int, article: str, since: int) -> bool:
        """Tell whether the person received the article at `since` or later."""
        statement = select(DELIVERIES.c.sent).where(
            DELIVERIES.c.person == self._find_person(chat),
            DELIVERIES.c.article == article,
            DELIVERIES.c.sent >= since,
        )
        return bool(await self._database.read(statement))

    async def switch_off(self, chat: int) -> None:
        """Forget what the person received, and keep nothing from now on.

        The wish itself is kept until the person has not used the bot for a year.
        """
        person = self._find_person(chat)
        row = {"person": person, "expires": int(self._clock()) + _UNDISTURBED_SECONDS}
        await self._database.write(
            upsert(self._database.dialect, UNDISTURBED, row),
            delete(DELIVERIES).where(DELIVERIES.c.person == person),
        )

    async def switch_on(self, chat: int) -> None:
        """Keep what the person receives from now on."""
        wish = UNDISTURBED.c.person == self._find_person(chat)
        await self._database.write(delete(UNDISTURBED).where(wish))

    async def is_on(self, chat: int) -> bool:
        """Tell whether the person hears of corrections."""
        wish = select(UNDISTURBED.c.person).where(
            UNDISTURBED.c.person == self._find_person(chat),
            UNDISTURBED.c.expires > int(self._clock()),
        )
        return not await self._database.read(wish)

    def _find_person(self, chat: int) -> str:
        return self._hashes.hash("person", chat)


def _prepare_renewal() -> Update:
    """Keep for longer that somebody wants to hear nothing, if they do."""
    return (
        update(UNDISTURBED)
        .where(UNDISTURBED.c.person == bindparam("whom"), UNDISTURBED.c.expires > bindparam("now"))
        .values(expires=bindparam("later"))
    )


def _prepare_keeping(dialect: Dialect) -> Insert:
    """Keep a delivery, unless its person wants to hear nothing."""
    unwanted = select(UNDISTURBED.c.person).where(
        UNDISTURBED.c.person == bindparam("person"), UNDISTURBED.c.expires > bindparam("now")
    )
    row = select(*(bindparam(name, type_=c.type) for name, c in DELIVERIES.c.items()))
    return upsert(dialect, DELIVERIES, source=row.where(~unwanted.exists()))
