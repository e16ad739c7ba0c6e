"""The tables, the same for SQLite and PostgreSQL."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, MetaData, String, Table, Text

from bot.store.columns import make_end, make_hash, make_time, make_token

METADATA = MetaData()

QUESTIONS = Table(
    "questions",
    METADATA,
    make_token(),
    Column("text", Text, nullable=False),
    Column("previous", Text),
    make_time("used", index=True),
)
"""Questions behind buttons. Whoever asked is not in here: equal questions share one row."""

ANSWERS = Table(
    "answers",
    METADATA,
    make_hash("question", primary_key=True),
    make_hash("chat"),
    Column("message", BigInteger, nullable=False),
    Column("token", String(16)),
    Column("start", Integer, nullable=False),
    Column("shown", Integer, nullable=False),
    make_hash("digest"),
    make_time("sent", index=True),
    Index("answers_by_message", "chat", "message"),
)
"""Which answer belongs to which message; `question` and `chat` are keyed hashes."""

FEEDBACK = Table(
    "feedback",
    METADATA,
    make_token(),
    Column("day", Integer, primary_key=True),
    Column("verdict", String(16), primary_key=True),
    Column("count", Integer, nullable=False),
    make_end(),
)
"""How often an answer helped or not, per question and day; nothing tells who said so."""

UNANSWERED = Table(
    "unanswered",
    METADATA,
    make_token(),
    Column("text", Text, nullable=False),
    Column("times", Integer, nullable=False),
    make_end(),
)
"""Questions that people let the moderators have, and how often each was sent."""

FOLLOWERS = Table(
    "followers",
    METADATA,
    make_hash("person", primary_key=True),
    make_token(index=True),
    Column("address", Text, nullable=False),
    make_time("since"),
    make_end(),
)
"""Who wants to hear once there is an answer: a keyed hash, and an encrypted address."""

DELIVERIES = Table(
    "deliveries",
    METADATA,
    make_hash("person", primary_key=True),
    Column("article", String(16), primary_key=True, index=True),
    Column("version", Integer, nullable=False),
    Column("address", Text, nullable=False),
    make_time("sent"),
    make_end(),
)
"""Who received which article, in which state; the same hash and address as of followers."""

UNDISTURBED = Table(
    "undisturbed",
    METADATA,
    make_hash("person", primary_key=True),
    make_end(),
)
"""Who does not want to hear of corrections; a keyed hash."""

REPORTS = Table(
    "reports",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("passage", String(32), nullable=False),
    Column("note", Text, nullable=False),
    make_time("reported"),
    make_end(),
)
"""Citations that people reported to the moderators; nothing tells who did."""

MARKS = Table(
    "marks",
    METADATA,
    make_hash("mark", primary_key=True),
    make_hash("person", index=True),
    make_end(),
)
"""That somebody did something, so that it counts once; both are keyed hashes."""

ANNOUNCED = Table(
    "announced",
    METADATA,
    Column("revision", String(64), primary_key=True),
    make_end(),
)
"""Revisions of the corpus of whose news people were told."""

GROUPS = Table(
    "groups",
    METADATA,
    make_hash("group", primary_key=True),
    Column("only_admins", Boolean, nullable=False),
    Column("is_compact", Boolean, nullable=False),
    Column("quiet_start", Integer),
    Column("quiet_end", Integer),
    Column("zone", String(4), nullable=False),
    make_end(),
)
"""What administrators decided about the bot in their group, which is a keyed hash."""

ASKERS = Table(
    "askers",
    METADATA,
    make_hash("message", primary_key=True),
    make_hash("person", index=True),
    make_end(),
)
"""Who asked for which answer in a group; both are keyed hashes."""

BUDGETS = Table(
    "budgets",
    METADATA,
    make_hash("person", primary_key=True),
    Column("budget", String(32), primary_key=True),
    Column("full", BigInteger, nullable=False),
    make_end(),
)
"""When, in milliseconds, each person or group may ask as much as ever again; keyed hashes."""

UPDATES = Table(
    "updates",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    make_end(),
)
"""Updates that some replica has taken; their ids say nothing about people."""

UNDER_WAY = Table(
    "under_way",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    make_time("free"),
    Column("tries", Integer, nullable=False),
    make_end(),
)
"""Updates that are being worked on, encrypted; from `free` on, another replica may take them."""

SUBMITTERS = Table(
    "submitters",
    METADATA,
    make_hash("person", primary_key=True),
    make_token(index=True),
    make_time("first"),
    make_time("last"),
    make_end(),
)
"""Who let the moderators have which question, so that each counts once; a keyed hash."""

DECISIONS = Table(
    "decisions",
    METADATA,
    make_token(),
    Column("decision", String(16), nullable=False),
    Column("article", String(16), nullable=False),
    make_time("decided"),
    make_end(),
)
"""What became of a question in the moderators' queue; nothing tells who decided or asked."""

KEY_CHECK = Table(
    "key_check",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    make_hash("hash"),
)
"""Which privacy key the database belongs to, in its only row: a keyed hash of a constant."""

STATISTICS = Table(
    "statistics",
    METADATA,
    Column("day", Integer, primary_key=True),
    Column("name", String(80), primary_key=True),
    Column("count", BigInteger, nullable=False),
    make_end(),
)
"""How often something happened on a day; only numbers."""
