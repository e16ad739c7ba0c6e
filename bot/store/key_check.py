"""Which privacy key a database belongs to: whoever opens it with another one is turned away.

Under another key nobody is known, and what the others wrote can't be read. A replica that was
given a wrong key would therefore take the rows of all others for rubbish. The database keeps a
keyed hash of a constant, from which nobody learns anything of the key.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import delete, select, tuple_
from sqlalchemy.exc import SQLAlchemyError

from bot.store.addresses import AddressCipher
from bot.store.erasure import blank_or_delete, forget_everybody
from bot.store.hashes import KeyedHash
from bot.store.insertions import insert_new
from bot.store.opening import open_database
from bot.store.outage import StoreError
from bot.store.schema import KEY_CHECK, METADATA
from bot.texts.serve import OTHER_KEY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Table
    from sqlalchemy.sql.dml import UpdateBase

    from bot.store.database import Database

_PURPOSE = "which key this database belongs to"
_ONLY = 1
_SAMPLE = 1_000
_PART = 500


class OtherKeyError(StoreError):
    """The database belongs to another privacy key; the message tells what to do."""

    def __init__(self) -> None:
        """Say so in Indonesian."""
        super().__init__(OTHER_KEY)


def claim_database(connection: Connection, key: bytes) -> None:
    """Make sure that the database belongs to `key`; one that belongs to none does so from now on.

    Of a release that kept no check, what it sealed tells: there, `key` has to open some of it.

    Raises:
        OtherKeyError: it belongs to another one.
        SQLAlchemyError: the database fails.
    """
    row = {"id": _ONLY, "hash": _hash(key)}
    claim = insert_new(connection.dialect, KEY_CHECK, row).returning(KEY_CHECK.c.id)
    if connection.execute(claim).first() is None:
        require_key(connection, key)
    elif not _opens_something(connection, AddressCipher(key)):
        raise OtherKeyError


def require_key(connection: Connection, key: bytes) -> None:
    """Make sure, up to the end of the transaction, that the database belongs to `key`.

    Raises:
        OtherKeyError: it belongs to another one.
    """
    kept = select(KEY_CHECK.c.hash).with_for_update(read=True)
    if connection.execute(kept).scalar() != _hash(key):
        raise OtherKeyError


async def adopt_key(url: str, key: bytes) -> int | None:
    """Let the database at `url` belong to `key`, and forget whomever the former key knew.

    No bot may be running.

    Returns:
        The number of rows that were deleted or emptied, None when it was its key already.

    Raises:
        StoreError: the database can't be used.
    """

    def adopt(connection: Connection) -> int:
        connection.execute(delete(KEY_CHECK))
        connection.execute(KEY_CHECK.insert().values(id=_ONLY, hash=_hash(key)))
        return forget_everybody(connection)

    database = await open_database(url)
    try:
        with suppress(OtherKeyError):
            await database.attempt(lambda connection: claim_database(connection, key))
            return None
        return await database.attempt(adopt)
    except SQLAlchemyError as error:
        raise StoreError(str(error)) from error
    finally:
        await database.close()


async def drop_unreadable(database: Database, key: bytes) -> int:
    """Forget those whose sealed address `key` does not open; return the number of rows.

    Raises:
        OtherKeyError: the database belongs to another key.
    """
    cipher, dropped = AddressCipher(key), 0

    def drop(connection: Connection, statement: UpdateBase) -> int:
        require_key(connection, key)
        return connection.execute(statement).rowcount

    for table in _list_sealed():
        unreadable = await database.run(partial(_find_unreadable, table=table, cipher=cipher))
        for first in range(0, len(unreadable), _PART):
            part = tuple_(*table.primary_key).in_(unreadable[first : first + _PART])
            statement = blank_or_delete(table).where(part)
            dropped += await database.run(partial(drop, statement=statement))
    return dropped


def _find_unreadable(
    connection: Connection, table: Table, cipher: AddressCipher
) -> list[tuple[object, ...]]:
    """Return the primary keys of the rows whose address is sealed under another key."""
    keys = tuple_(*table.primary_key)
    # Not by a cursor of the server, which stays open where a connection breaks off.
    part = select(*table.primary_key, table.c.address).where(table.c.address != "")
    part = part.order_by(*table.primary_key).limit(_PART)
    unreadable: list[tuple[object, ...]] = []
    rows = connection.execute(part).all()
    while rows:
        unreadable += [tuple(row[:-1]) for row in rows if cipher.open(row[-1]) is None]
        rows = connection.execute(part.where(keys > tuple(rows[-1][:-1]))).all()
    return unreadable


def _opens_something(connection: Connection, cipher: AddressCipher) -> bool:
    """Tell whether `cipher` opens any address, or there is none."""
    is_sealed = False
    for table in _list_sealed():
        sample = select(table.c.address).where(table.c.address != "").limit(_SAMPLE)
        for address in connection.execute(sample).scalars():
            if cipher.open(address):
                return True
            is_sealed = True
    return not is_sealed


def _list_sealed() -> Iterable[Table]:
    return (table for table in METADATA.sorted_tables if "address" in table.c)


def _hash(key: bytes) -> str:
    return KeyedHash(key).hash(_PURPOSE)
