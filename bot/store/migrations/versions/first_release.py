"""The tables of the first release."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create them."""
    _create_questions()
    _create_people()
    _create_marks()
    _create_groups()


def _create_questions() -> None:
    op.create_table(
        "questions",
        sa.Column("token", sa.String(16), primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text()),
        sa.Column("used", sa.BigInteger(), nullable=False, index=True),
    )
    op.create_table(
        "answers",
        sa.Column("question", sa.String(64), primary_key=True),
        sa.Column("chat", sa.String(64), nullable=False),
        sa.Column("message", sa.BigInteger(), nullable=False),
        sa.Column("token", sa.String(16)),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("sent", sa.BigInteger(), nullable=False, index=True),
        sa.Index("answers_by_message", "chat", "message"),
    )
    op.create_table(
        "feedback",
        sa.Column("token", sa.String(16), primary_key=True),
        sa.Column("day", sa.Integer(), primary_key=True),
        sa.Column("verdict", sa.String(16), primary_key=True),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False, index=True),
    )
    op.create_table(
        "unanswered",
        sa.Column("token", sa.String(16), primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False, index=True),
    )


def _create_people() -> None:
    op.create_table(
        "followers",
        sa.Column("person", sa.String(64), primary_key=True),
        sa.Column("token", sa.String(16), primary_key=True, index=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False, index=True),
    )
    op.create_table(
        "deliveries",
        sa.Column("person", sa.String(64), primary_key=True),
        sa.Column("article", sa.String(16), primary_key=True, index=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("sent", sa.BigInteger(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False, index=True),
    )
    op.create_table(
        "undisturbed",
        sa.Column("person", sa.String(64), primary_key=True),
        sa.Column("expires", sa.BigInteger(), nullable=False, index=True),
    )


def _create_marks() -> None:
    op.create_table(
        "reports",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("passage", sa.String(32), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("reported", sa.BigInteger(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False, index=True),
    )
    op.create_table(
        "marks",
        sa.Column("mark", sa.String(64), primary_key=True),
        sa.Column("person", sa.String(64), nullable=False, index=True),
        sa.Column("expires", sa.BigInteger(), nullable=False, index=True),
    )
    op.create_table(
        "announced",
        sa.Column("revision", sa.String(64), primary_key=True),
        sa.Column("expires", sa.BigInteger(), nullable=False, index=True),
    )
    op.create_table(
        "askers",
        sa.Column("message", sa.String(64), primary_key=True),
        sa.Column("person", sa.String(64), nullable=False, index=True),
        sa.Column("expires", sa.BigInteger(), nullable=False, index=True),
    )
    op.create_table(
        "budgets",
        sa.Column("person", sa.String(64), primary_key=True),
        sa.Column("budget", sa.String(32), primary_key=True),
        sa.Column("full", sa.BigInteger(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False, index=True),
    )


def _create_groups() -> None:
    op.create_table(
        "groups",
        sa.Column("group", sa.String(64), primary_key=True),
        sa.Column("only_admins", sa.Boolean(), nullable=False),
        sa.Column("is_compact", sa.Boolean(), nullable=False),
        sa.Column("quiet_start", sa.Integer()),
        sa.Column("quiet_end", sa.Integer()),
        sa.Column("zone", sa.String(4), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False, index=True),
    )
