"""Another program that holds a database."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path


@asynccontextmanager
async def locking(file: Path) -> AsyncIterator[None]:
    """Hold the only place for a writer of an SQLite file, as soon as it is free."""
    other = sqlite3.connect(file, isolation_level=None, timeout=10, check_same_thread=False)
    # In a thread: whoever has the place may need this one to let go of it.
    await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.rollback()
        other.close()
