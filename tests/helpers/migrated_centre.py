"""Databases of a centre with the newest tables, copied from one that was migrated once: a copy costs 5 ms, not 230."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from pathlib import Path

import pytest

from central.composition import migrate
from central.config import CentralConfig
from central.store.engine import open_engine
from tests.helpers.postgres import Server


def put_migrated_centre(data: Path) -> Path:
    """Put an SQLite database that no centre has opened yet into its folder of data; return its path."""
    database = data / "centre.sqlite"
    data.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_template(), database)
    return database


@functools.cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="dawr-migrated-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _migrate(CentralConfig(folder).database_url)
    return folder / "centre.sqlite"


@pytest.fixture(scope="session")
def migrated_postgres_centre(postgres_server: Server) -> str:
    """Name of the session's migrated PostgreSQL database of a centre, which nobody opens."""
    url = postgres_server.create_database()
    _migrate(url)
    return url.rpartition("/")[2]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def centre_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of a centre's database with the newest tables and nothing in them, once on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{put_migrated_centre(tmp_path)}"
    return str(request.getfixturevalue("postgres_url")(request.getfixturevalue("migrated_postgres_centre")))


def _migrate(url: str) -> None:
    engine = open_engine(url)
    migrate(engine)
    engine.dispose()
