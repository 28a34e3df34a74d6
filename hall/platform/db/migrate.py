"""Bring the hall's database to the version of this program: all of it or nothing, with a copy of SQLite files first."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, inspect

from common.clock.wall_clock import utc_now
from hall.platform.db.engine import StoreError, database_file
from hall.platform.db.files.copies import time_stamp
from hall.platform.db.files.sqlite_copy import copy_database
from hall.platform.db.hall_identity import create_identity

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(
    engine: Engine, *, scripts: Path = SCRIPTS, now: datetime | None = None, keep_copy: bool = True
) -> str | None:
    """Migrate to the newest version, found a new hall's names, and return the version before (None for a new database).

    Call it while holding the writer lock. Before an SQLite file that has data is changed, a copy is written
    beside it. Raise StoreError when a newer program wrote the database; a migration that fails leaves it as it was.
    """
    with engine.connect() as connection:
        before = version_of(connection)
        connection.rollback()
        head = ScriptDirectory.from_config(config_for(connection, scripts)).get_current_head()
    file = database_file(engine)
    if keep_copy and file is not None and before not in {None, head}:
        stamp = time_stamp(now or utc_now())
        copy_database(engine, file.with_name(f"{file.stem}-before-{head}-{stamp}.sqlite"))
    with migration_transaction(engine) as connection:
        _upgrade(connection, scripts, before)
        create_identity(connection)
    return before


@contextlib.contextmanager
def migration_transaction(engine: Engine) -> Iterator[Connection]:
    """Run one transaction in which tables may be replaced: SQLite checks references only at its end."""
    with engine.connect() as connection:
        # The driver runs the PRAGMA, which works only outside a transaction. Without it no table that others refer to
        # can be replaced.
        sqlite = connection.connection.driver_connection if engine.dialect.name == "sqlite" else None
        if sqlite is not None:
            sqlite.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                yield connection
                if sqlite is not None and (broken := sqlite.execute("PRAGMA foreign_key_check").fetchone()):
                    raise StoreError(f"the migration broke a reference of table {broken[0]}; nothing was changed")
        finally:
            if sqlite is not None:
                sqlite.execute("PRAGMA foreign_keys = ON")


def _upgrade(connection: Connection, scripts: Path, before: str | None) -> None:
    try:
        command.upgrade(config_for(connection, scripts), "head")
    except CommandError as error:
        raise StoreError(
            f"the database is of version {before}, which this program does not know: a newer one wrote it. "
            "Start the newer program, or restore a copy of before"
        ) from error


def version_of(connection: Connection) -> str | None:
    """Return the version of the database, or None for an empty one; raise StoreError for somebody else's."""
    version = MigrationContext.configure(connection).get_current_revision()
    tables = inspect(connection).get_table_names()
    if version is None and any(name != "alembic_version" for name in tables):
        raise StoreError(
            f"this database belongs to something else: it has tables ({', '.join(sorted(tables)[:3])}, …) but no "
            "version of a hall. Give the hall a separate database"
        )
    return version


def config_for(connection: Connection, scripts: Path = SCRIPTS) -> Config:
    """Return Alembic's configuration over this connection; there is no ini file."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
