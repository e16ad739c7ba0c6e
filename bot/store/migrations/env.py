"""What Alembic runs for each migration: on the connection that it was handed, nothing else."""

from __future__ import annotations

from alembic import context

from bot.store.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    # SQLite changes a column only by making its table anew.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
