"""The tables of the moderators' queue and of the daily counts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create them."""
    op.create_table(
        "submitters",
        sa.Column("person", sa.String(64), primary_key=True),
        sa.Column("token", sa.String(16), primary_key=True, index=True),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False, index=True),
    )
    op.create_table(
        "decisions",
        sa.Column("token", sa.String(16), primary_key=True),
        sa.Column("decision", sa.String(16), nullable=False),
        sa.Column("article", sa.String(16), nullable=False),
        sa.Column("decided", sa.BigInteger(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False, index=True),
    )
    op.create_table(
        "statistics",
        sa.Column("day", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(80), primary_key=True),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False, index=True),
    )
