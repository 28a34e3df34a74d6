"""Databases of a hall with the newest tables, copied from one that was migrated once: a copy costs 5 ms, not 200."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from hall.platform.db.engine import make_engine
from hall.platform.db.hall_identity import begin_again
from hall.platform.db.migrate import migrate
from tests.helpers.postgres import Server


def put_migrated(database: Path) -> Path:
    """Put an SQLite database at this path that no hall has opened yet; return the path."""
    database.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_template(), database)
    give_new_identity(f"sqlite:///{database}")
    return database


@functools.cache
def _template() -> Path:
    folder = tempfile.mkdtemp(prefix="dawr-migrated-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = Path(folder) / "hall.sqlite"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: Server) -> str:
    """Name of the session's migrated PostgreSQL database, which nobody opens."""
    url = postgres_server.create_database()
    _migrate(url)
    return url.rpartition("/")[2]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def migrated_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of a database with the newest tables and nothing in them, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{put_migrated(tmp_path / 'test.sqlite')}"
    return migrated_server_url(request)


def migrated_server_url(request: pytest.FixtureRequest) -> str:
    """Return the address of such a database on the session's PostgreSQL."""
    create: Callable[[str], str] = request.getfixturevalue("postgres_url")
    url = create(request.getfixturevalue("migrated_postgres"))
    give_new_identity(url)
    return url


def give_new_identity(url: str) -> None:
    """Give a copy another identity: two halls of one test are two halls."""
    engine = make_engine(url)
    with engine.begin() as connection:
        begin_again(connection)
    engine.dispose()


def _migrate(url: str) -> None:
    engine = make_engine(url)
    migrate(engine)
    engine.dispose()
