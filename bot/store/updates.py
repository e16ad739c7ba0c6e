"""Updates from Telegram: each is handled once, by one replica, and none is lost on the way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson
from cryptography.fernet import InvalidToken
from sqlalchemy import (
    JSON,
    BigInteger,
    String,
    bindparam,
    cast,
    delete,
    exists,
    func,
    literal,
    select,
    true,
)

from bot.store.insertions import insert_new, upsert
from bot.store.ledger import Step
from bot.store.lifetimes import DAY
from bot.store.schema import UNDER_WAY, UPDATES
from bot.store.sealing import Seal, derive_fernet

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from sqlalchemy import ColumnElement, Connection, Row
    from sqlalchemy.engine import Dialect
    from sqlalchemy.sql.dml import Delete, Insert

    from bot.store.database import Database
    from bot.store.ledger import Ledger

LEASE_SECONDS = 10
"""How long an update belongs to the replica that works on it, unless that one asks for more."""

_PURPOSE = b"tanya-sirekap update under way 2"
_FORMER_PURPOSE = b"tanya-sirekap update under way 1"
_MOST_TRIES = 3
_MOST_ORPHANS = 20
_PLACE = "updates"


class ArrivedUpdate(NamedTuple):
    """An update by its id; `body` is kept until it is handled, None when it must not be."""

    id: int
    body: bytes | None = None


class UpdateLog:
    """Ids of updates for a day, and the sealed bodies of those that are being worked on.

    Telegram repeats an update until it is confirmed, and for at most a day:
    https://core.telegram.org/bots/api#getting-updates. Ids say nothing about people.
    """

    def __init__(
        self,
        database: Database,
        ledger: Ledger,
        key: bytes,
        clock: Callable[[], float],
    ) -> None:
        """Keep updates in `database`, sealed under the privacy key; `clock` returns seconds."""
        self._database = database
        self._ledger = ledger
        self._seal = Seal(key, _PURPOSE)
        self._fernet = derive_fernet(key, _FORMER_PURPOSE)
        self._clock = clock
        dialect = database.dialect
        self._keep, self._claim = _prepare_keeping(dialect), _prepare_claiming(dialect)
        self._forget = _prepare_forgetting(dialect)
        self._hold = upsert(dialect, UNDER_WAY)

    async def settle(
        self, arrived: Sequence[ArrivedUpdate], handled: Collection[int]
    ) -> frozenset[int]:
        """Claim what arrived and forget the bodies of what is handled, in one transaction.

        Returns:
            The ids that nobody claimed before; the others are repeated.
        """
        now, steps = int(self._clock()), []
        if handled:
            values: dict[str, object] = {"handled": json.dumps(dict.fromkeys(handled))}
            steps.append(Step(self._forget, values, _PLACE))
        if arrived:
            sealed = {str(each.id): self._close(each.body) for each in arrived}
            values = {"arrived": orjson.dumps(sealed).decode(), "expires": now + DAY}
            steps += [
                Step(self._keep, {**values, "free": now + LEASE_SECONDS}, _PLACE),
                Step(self._claim, values, _PLACE),
            ]
        if not steps:
            return frozenset()
        rows = await self._ledger.run(*steps)
        if not arrived:
            return frozenset()
        kept, claimed = ({int(row[0]) for row in each} for each in rows[-2:])
        # While it was kept here, another replica claimed it, and may have handled it by now.
        await self.settle((), kept - claimed)
        return frozenset(claimed)

    async def hold(self, row: int, bodies: bytes) -> None:
        """Keep many updates as one list, which claims none of them.

        It takes a fifth of the time of `settle`, which is for later; whoever takes the list over
        finds out there which of its updates are claimed.

        Args:
            row: what it is kept by, other than the id of any update.
            bodies: the list in JSON.
        """
        values = {
            "id": row,
            "body": self._seal.close(bodies),
            "free": (now := int(self._clock())) + LEASE_SECONDS,
            "tries": 0,
            "expires": now + DAY,
        }
        await self._ledger.run(Step(self._hold, values, _PLACE))

    async def renew(self, ids: Collection[int]) -> None:
        """Keep what is being worked on for another while."""
        await self._lend(ids, int(self._clock()) + LEASE_SECONDS)

    async def release(self, ids: Collection[int]) -> None:
        """Leave what was not finished to whichever replica takes it over."""
        await self._lend(ids, 0)

    async def take_over(self) -> list[bytes]:
        """Claim some updates whose replica is gone, and return their bodies, oldest first.

        What was taken over three times already is dropped: it may be what ends the replicas.
        """
        now = int(self._clock())
        is_free = UNDER_WAY.c.free <= now
        oldest = select(UNDER_WAY.c.id).where(is_free).order_by(UNDER_WAY.c.id).limit(_MOST_ORPHANS)
        taken = (
            UNDER_WAY.update()
            .where(UNDER_WAY.c.id.in_(oldest.scalar_subquery()), is_free)
            .values(free=now + LEASE_SECONDS, tries=UNDER_WAY.c.tries + 1)
            .returning(UNDER_WAY.c.id, UNDER_WAY.c.body, UNDER_WAY.c.tries)
        )

        def take(connection: Connection) -> list[Row[*tuple[Any, ...]]]:
            rows = sorted(connection.execute(taken).all(), key=lambda row: int(row.id))
            hopeless = [row.id for row in rows if row.tries > _MOST_TRIES]
            connection.execute(delete(UNDER_WAY).where(UNDER_WAY.c.id.in_(hopeless)))
            return rows

        rows = await self._database.run(take)
        bodies = [self._open(row.body) for row in rows if row.tries <= _MOST_TRIES]
        return [body for body in bodies if body]

    async def probe(self) -> None:
        """Write something, to see whether the database can be written to; an outage ends if so.

        Raises:
            StoreError: when it can't.
        """
        row = {"id": 0, "expires": int(self._clock())}

        def write(connection: Connection) -> None:
            connection.execute(delete(UPDATES).where(UPDATES.c.id == 0))
            connection.execute(insert_new(connection.dialect, UPDATES, row))

        await self._database.probe(write)

    async def _lend(self, ids: Collection[int], free: int) -> None:
        if not ids:
            return
        lent = UNDER_WAY.update().where(UNDER_WAY.c.id.in_(sorted(ids))).values(free=free)
        await self._database.write(lent)

    def _close(self, body: bytes | None) -> str | None:
        return None if body is None else self._seal.close(body)

    def _open(self, sealed: str) -> bytes | None:
        if sealed.startswith(Seal.MARK):
            return self._seal.open(sealed)
        try:
            # By an earlier release.
            return self._fernet.decrypt(sealed.encode())
        except InvalidToken:
            return None


def _prepare_keeping(dialect: Dialect) -> Insert:
    """Return the insertion of the bodies in `arrived` whose updates nobody has claimed."""
    identifier, body = _list_entries(dialect, "arrived")
    free, expires = (bindparam(name, type_=BigInteger) for name in ("free", "expires"))
    kept = select(identifier, body, free, literal(0), expires).where(
        body.is_not(None), ~exists().where(UPDATES.c.id == identifier)
    )
    return insert_new(dialect, UNDER_WAY, source=kept).returning(UNDER_WAY.c.id)


def _prepare_claiming(dialect: Dialect) -> Insert:
    identifier, _ = _list_entries(dialect, "arrived")
    # Sorted: two that claim the same rows in another order would wait for each other.
    ids = select(identifier, bindparam("expires", type_=BigInteger))
    claim = insert_new(dialect, UPDATES, source=ids.where(true()).order_by(identifier))
    return claim.returning(UPDATES.c.id)


def _prepare_forgetting(dialect: Dialect) -> Delete:
    identifier, _ = _list_entries(dialect, "handled")
    return delete(UNDER_WAY).where(UNDER_WAY.c.id.in_(select(identifier)))


def _list_entries(dialect: Dialect, name: str) -> tuple[ColumnElement[int], ColumnElement[Any]]:
    """Return the ids and texts in the JSON object that is the parameter `name`.

    So a statement is the same, and compiled once, however many they are.
    """
    if dialect.name == "sqlite":
        entries = func.json_each(bindparam(name, type_=String)).table_valued("key", "value")
    else:
        text = cast(bindparam(name, type_=String), JSON)
        entries = func.json_each_text(text).table_valued("key", "value")
    return cast(entries.c.key, BigInteger), entries.c.value
