"""Run migrations on the engine handed over by the bootstrap."""

from __future__ import annotations

from alembic import context

from central.store.tables.halls import metadata

engine = context.config.attributes["engine"]

with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        # SQLite takes DDL back too, once BEGIN is ours; without this a failed migration stays half done.
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
