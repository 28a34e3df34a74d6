"""Run the migrations over the connection that `hall.adapters.migrate` hands in, in one transaction."""

from __future__ import annotations

from alembic import context

from hall.adapters import (  # noqa: F401 - each adds its tables
    tables_complaints,
    tables_enquiries,
    tables_kept,
    tables_kiosk,
    tables_messages,
    tables_reports,
    tables_requests,
    tables_survey,
    tables_trust,
    tables_visitors,
)
from hall.adapters.tables import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    # The metadata by way of every module that adds to it: the drift check must know every table.
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    # SQLite can undo DDL too, once transactions are begun by us (hall.adapters.engine).
    transactional_ddl=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
