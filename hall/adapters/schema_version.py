"""Which version of the tables a database has and which this program wants, found without loading Alembic (0.2 s)."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

VERSIONS = Path(__file__).parent / "migrations" / "versions"


def wanted_version(folder: Path = VERSIONS) -> str:
    """Return the newest migration's version: migrations are files NNNN_verb_what.py and their version is NNNN."""
    return max(path.name.partition("_")[0] for path in folder.glob("[0-9]*_*.py"))


def is_current(engine: Engine, folder: Path = VERSIONS) -> bool:
    """Say whether the database is at the wanted version; False, too, where it has no version at all."""
    try:
        with engine.connect() as connection:
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    except DBAPIError:  # no such table: a new database, or somebody else's, which migrating will say
        return False
    return found == [wanted_version(folder)]
