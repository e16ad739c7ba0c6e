"""Databases of their own in a real PostgreSQL, where one listens."""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from tests.store.conftest import LOCAL_POSTGRES


@asynccontextmanager
async def make_database(options: str = "") -> AsyncIterator[str]:
    """Make an empty database, with the `options` of CREATE DATABASE, and yield its address.

    The test is skipped where no server listens.
    """
    server = make_url(os.environ.get("TEST_DATABASE_URL", LOCAL_POSTGRES))
    server = server.set(drivername="postgresql+psycopg")
    name = f"test_{secrets.token_hex(6)}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    try:
        with admin.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} {options}"))
    except OperationalError:
        admin.dispose()
        pytest.skip("no PostgreSQL at TEST_DATABASE_URL or 127.0.0.1:5432")
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        with admin.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        admin.dispose()
