"""The tables, the same for SQLite and PostgreSQL. Times are whole seconds since 1970, UTC."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, MetaData, String, Table, Text

METADATA = MetaData()

QUESTIONS = Table(
    "questions",
    METADATA,
    Column("token", String(16), primary_key=True),
    Column("text", Text, nullable=False),
    Column("previous", Text),
    Column("used", BigInteger, nullable=False, index=True),
)
"""Questions behind buttons. Whoever asked is not in here: equal questions share one row."""

ANSWERS = Table(
    "answers",
    METADATA,
    Column("question", String(64), primary_key=True),
    Column("chat", String(64), nullable=False),
    Column("message", BigInteger, nullable=False),
    Column("token", String(16)),
    Column("start", Integer, nullable=False),
    Column("shown", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("sent", BigInteger, nullable=False, index=True),
    Index("answers_by_message", "chat", "message"),
)
"""Which answer belongs to which message; `question` and `chat` are keyed hashes."""

FEEDBACK = Table(
    "feedback",
    METADATA,
    Column("token", String(16), primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("verdict", String(16), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("expires", BigInteger, nullable=False, index=True),
)
"""How often an answer helped or not, per question and day; nothing tells who said so."""

UNANSWERED = Table(
    "unanswered",
    METADATA,
    Column("token", String(16), primary_key=True),
    Column("text", Text, nullable=False),
    Column("times", Integer, nullable=False),
    Column("expires", BigInteger, nullable=False, index=True),
)
"""Questions that people let the moderators have, and how often each was sent."""

FOLLOWERS = Table(
    "followers",
    METADATA,
    Column("person", String(64), primary_key=True),
    Column("token", String(16), primary_key=True, index=True),
    Column("address", Text, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("expires", BigInteger, nullable=False, index=True),
)
"""Who wants to hear once there is an answer: a keyed hash, and an encrypted address."""

DELIVERIES = Table(
    "deliveries",
    METADATA,
    Column("person", String(64), primary_key=True),
    Column("article", String(16), primary_key=True, index=True),
    Column("version", Integer, nullable=False),
    Column("address", Text, nullable=False),
    Column("sent", BigInteger, nullable=False),
    Column("expires", BigInteger, nullable=False, index=True),
)
"""Who received which article, in which state; the same hash and address as of followers."""

UNDISTURBED = Table(
    "undisturbed",
    METADATA,
    Column("person", String(64), primary_key=True),
    Column("expires", BigInteger, nullable=False, index=True),
)
"""Who does not want to hear of corrections; a keyed hash."""

REPORTS = Table(
    "reports",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("passage", String(32), nullable=False),
    Column("note", Text, nullable=False),
    Column("reported", BigInteger, nullable=False),
    Column("expires", BigInteger, nullable=False, index=True),
)
"""Citations that people reported to the moderators; nothing tells who did."""

MARKS = Table(
    "marks",
    METADATA,
    Column("mark", String(64), primary_key=True),
    Column("person", String(64), nullable=False, index=True),
    Column("expires", BigInteger, nullable=False, index=True),
)
"""That somebody did something, so that it counts once; both are keyed hashes."""

ANNOUNCED = Table(
    "announced",
    METADATA,
    Column("revision", String(64), primary_key=True),
    Column("expires", BigInteger, nullable=False, index=True),
)
"""Revisions of the corpus of whose news people were told."""

GROUPS = Table(
    "groups",
    METADATA,
    Column("group", String(64), primary_key=True),
    Column("only_admins", Boolean, nullable=False),
    Column("is_compact", Boolean, nullable=False),
    Column("quiet_start", Integer),
    Column("quiet_end", Integer),
    Column("zone", String(4), nullable=False),
    Column("expires", BigInteger, nullable=False, index=True),
)
"""What administrators decided about the bot in their group, which is a keyed hash."""

ASKERS = Table(
    "askers",
    METADATA,
    Column("message", String(64), primary_key=True),
    Column("person", String(64), nullable=False, index=True),
    Column("expires", BigInteger, nullable=False, index=True),
)
"""Who asked for which answer in a group; both are keyed hashes."""

BUDGETS = Table(
    "budgets",
    METADATA,
    Column("person", String(64), primary_key=True),
    Column("budget", String(32), primary_key=True),
    Column("full", BigInteger, nullable=False),
    Column("expires", BigInteger, nullable=False, index=True),
)
"""When, in milliseconds, each person or group may ask as much as ever again; keyed hashes."""

UPDATES = Table(
    "updates",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("expires", BigInteger, nullable=False, index=True),
)
"""Updates that some replica has taken; their ids say nothing about people."""

UNDER_WAY = Table(
    "under_way",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    Column("free", BigInteger, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("expires", BigInteger, nullable=False, index=True),
)
"""Updates that are being worked on, encrypted; from `free` on, another replica may take them."""

SUBMITTERS = Table(
    "submitters",
    METADATA,
    Column("person", String(64), primary_key=True),
    Column("token", String(16), primary_key=True, index=True),
    Column("first", BigInteger, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("expires", BigInteger, nullable=False, index=True),
)
"""Who let the moderators have which question, so that each counts once; a keyed hash."""

DECISIONS = Table(
    "decisions",
    METADATA,
    Column("token", String(16), primary_key=True),
    Column("decision", String(16), nullable=False),
    Column("article", String(16), nullable=False),
    Column("decided", BigInteger, nullable=False),
    Column("expires", BigInteger, nullable=False, index=True),
)
"""What became of a question in the moderators' queue; nothing tells who decided or asked."""

STATISTICS = Table(
    "statistics",
    METADATA,
    Column("day", Integer, primary_key=True),
    Column("name", String(80), primary_key=True),
    Column("count", BigInteger, nullable=False),
    Column("expires", BigInteger, nullable=False, index=True),
)
"""How often something happened on a day; only numbers."""
