"""How many replicas share a database, so that they divide what Telegram allows to all of them.

PostgreSQL itself knows: `name_sessions` gives those of each replica a name of their own, and they
end with its process. Nothing is written for it, and nothing is left behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.store.outage import StoreError

if TYPE_CHECKING:
    from bot.store.database import Database

# The last word of a name is the replica, all before it the database that it shares.
_COUNT = text(r"""
    SELECT count(DISTINCT application_name) FROM pg_stat_activity
    WHERE datname = current_database()
    AND regexp_replace(application_name, ' \S+$', '')
        = regexp_replace(current_setting('application_name'), ' \S+$', '')
""")


class Replicas:
    """The replicas that are connected to one database."""

    def __init__(self, database: Database) -> None:
        """Ask `database`."""
        self._database = database

    async def count(self) -> int:
        """Return how many there are, this one included; always one on SQLite.

        Raises:
            StoreError: when the database fails.
        """
        if self._database.dialect.name != "postgresql":
            return 1
        try:
            ((number,),) = await self._database.run(lambda c: c.execute(_COUNT).all())
            return max(1, int(number))
        except SQLAlchemyError as error:
            raise StoreError(str(error)) from error
