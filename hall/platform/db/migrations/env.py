"""Run the migrations over the connection that `hall.platform.db.migrate` hands in, in one transaction."""

from __future__ import annotations

from alembic import context

from hall.platform.db.tables.core import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    # The metadata by way of every module that adds to it: the drift check must know every table.
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    # SQLite can undo DDL too, once transactions are begun by us (hall.platform.db.engine).
    transactional_ddl=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
