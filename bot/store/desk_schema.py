"""The tables of the moderators' desk; see `bot.store.schema` for the others."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Integer, LargeBinary, String, Table, Text, event

from bot.store.append_only import protect_audit
from bot.store.columns import make_hash, make_time
from bot.store.schema import METADATA

# SQLite numbers rows by itself only in a column of the type INTEGER.
_NUMBER = BigInteger().with_variant(Integer(), "sqlite")

MODERATORS = Table(
    "moderators",
    METADATA,
    make_hash("moderator", primary_key=True),
    Column("role", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),
    make_time("since"),
)
"""Who was made a moderator in the chat, or chose a name: a keyed hash, and a sealed address.

`role` is empty for those who are moderators by the settings. Rows stay until the person is
dismissed or has everything deleted.
"""

DRAFTS = Table(
    "drafts",
    METADATA,
    Column("id", String(16), primary_key=True),
    make_hash("moderator", index=True),
    Column("address", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("told", Boolean, nullable=False),
    make_time("changed"),
    make_time("ends", index=True),
)
"""Articles that are not published yet; `moderator` is the keyed hash of whose draft it is.

They are deleted once `ends` is over and their owner was `told` that it soon would be.
"""

INTENTS = Table(
    "intents",
    METADATA,
    Column("id", String(16), primary_key=True),
    make_hash("moderator"),
    Column("action", String(16), nullable=False),
    Column("key", String(16), nullable=False),
    Column("file", Text, nullable=False),
    Column("before", LargeBinary),
    Column("after", LargeBinary),
    Column("undoes", BigInteger),
    Column("draft", String(16)),
    make_time("at"),
)
"""Changes that were begun and are not in the audit log yet; a crash leaves them here."""

AUDIT = Table(
    "audit",
    METADATA,
    Column("number", _NUMBER, primary_key=True, autoincrement=True),
    Column("intent", String(16), nullable=False, unique=True),
    make_time("at", index=True),
    make_hash("moderator", index=True),
    Column("action", String(16), nullable=False),
    Column("key", String(16), nullable=False, index=True),
    Column("file", Text, nullable=False),
    Column("before", LargeBinary),
    Column("after", LargeBinary),
    Column("undoes", BigInteger),
    sqlite_autoincrement=True,
)
"""Every change of an article, with the bytes of its file before and after; only ever added to.

`moderator` is the keyed hash of who did it, and is emptied after 365 days.
"""

event.listen(AUDIT, "after_create", protect_audit)
