"""The tables of the moderators' desk, with an audit log that only grows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.append_only import protect_audit

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create them."""
    op.create_table(
        "moderators",
        sa.Column("moderator", sa.String(64), primary_key=True),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "drafts",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("moderator", sa.String(64), nullable=False, index=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("changed", sa.BigInteger(), nullable=False),
        sa.Column("ends", sa.BigInteger(), nullable=False, index=True),
    )
    op.create_table(
        "intents",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("moderator", sa.String(64), nullable=False),
        sa.Column("action", sa.String(16), nullable=False),
        sa.Column("key", sa.String(16), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("before", sa.LargeBinary()),
        sa.Column("after", sa.LargeBinary()),
        sa.Column("undoes", sa.BigInteger()),
        sa.Column("draft", sa.String(16)),
        sa.Column("at", sa.BigInteger(), nullable=False),
    )
    _create_audit()


def _create_audit() -> None:
    op.create_table(
        "audit",
        sa.Column(
            "number",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            primary_key=True,
            autoincrement=True,
        ),
        sa.Column("intent", sa.String(16), nullable=False, unique=True),
        sa.Column("at", sa.BigInteger(), nullable=False, index=True),
        sa.Column("moderator", sa.String(64), nullable=False, index=True),
        sa.Column("action", sa.String(16), nullable=False),
        sa.Column("key", sa.String(16), nullable=False, index=True),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("before", sa.LargeBinary()),
        sa.Column("after", sa.LargeBinary()),
        sa.Column("undoes", sa.BigInteger()),
        sqlite_autoincrement=True,
    )
    protect_audit(None, op.get_bind())
