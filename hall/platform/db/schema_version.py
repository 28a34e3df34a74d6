"""Which version of the tables a database has and which this program wants, found without loading Alembic (0.2 s)."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

_NAMED = re.compile(r'^revision = "(\w+)"\ndown_revision = "?(\w+)"?$', re.MULTILINE)
VERSIONS = Path(__file__).parent / "migrations" / "versions"


def wanted_version(folder: Path = VERSIONS) -> str:
    """Return the version that no migration comes after: migrations are files NNNN_verb_what.py, in any order."""
    found = [_NAMED.search(path.read_text(encoding="utf-8")) for path in folder.glob("[0-9]*_*.py")]
    named = [match.groups() for match in found if match is not None]
    (head,) = {version for version, _ in named} - {before for _, before in named}
    return str(head)


def is_current(engine: Engine, folder: Path = VERSIONS) -> bool:
    """Return whether the database is at the wanted version; False, too, where it has no version at all."""
    try:
        with engine.connect() as connection:
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    except DBAPIError:  # no such table: a new database, or somebody else's, which migrating will say
        return False
    return found == [wanted_version(folder)]
