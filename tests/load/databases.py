"""A database of its own for a run: a schema of the PostgreSQL server, or an SQLite file."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine, create_engine, text

from tests.load.replicas import read_cpu


@dataclass(frozen=True, slots=True)
class Database:
    """Its address for the bots, and how to ask PostgreSQL about them."""

    url: str
    name: str = ""
    admin: Engine | None = None
    _work: dict[int, float] = field(default_factory=dict)

    async def read_work(self) -> float:
        """Return the processor seconds of the bots' sessions so far; NaN where nobody tells."""
        if self.admin is None:
            return float("nan")
        statement = text(
            "SELECT pid FROM pg_stat_activity WHERE starts_with(application_name, :name)"
        )
        with self.admin.connect() as connection:
            pids = connection.execute(statement, {"name": self.name}).scalars().all()
        # Sessions that are over keep what they had.
        self._work.update({pid: read_cpu(pid) for pid in pids})
        return sum(self._work.values())


@asynccontextmanager
async def open_database(server: str, folder: Path) -> AsyncIterator[Database]:
    """Yield an empty database, and delete it afterwards.

    Args:
        server: `postgresql://…`, or "sqlite" for a file in `folder`.
        folder: where that file goes.

    Raises:
        sqlalchemy.exc.OperationalError: when the server can't be reached.
    """
    if server == "sqlite":
        yield Database(f"sqlite:///{folder / 'load.db'}")
        return
    name = f"load_{secrets.token_hex(6)}"
    admin = create_engine(server.replace("postgresql://", "postgresql+psycopg://", 1))
    try:
        with admin.begin() as connection:
            connection.execute(text(f"CREATE SCHEMA {name}"))
        options = f"options=-csearch_path%3D{name}&application_name={name}"
        yield Database(f"{server}{'&' if '?' in server else '?'}{options}", name, admin)
        with admin.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    finally:
        admin.dispose()
