"""The halls that these tests share: a stored hall without HTTP, and a running hall."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from hall.platform.db.engine import make_engine
from tests.helpers.hall_in_a_thread import RunningHall, hall_in_a_thread
from tests.helpers.migrated import migrated_server_url
from tests.helpers.stored_hall import StoredHall, put_set_up


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def stored_hall(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StoredHall]:
    """An open hall, once on SQLite and once on PostgreSQL."""
    lite = request.param == "sqlite"
    made = StoredHall(f"sqlite:///{put_set_up(tmp_path / 'test.sqlite')}" if lite else migrated_server_url(request))
    yield made
    made.store.close()


@pytest.fixture
def lite(tmp_path: Path) -> Iterator[StoredHall]:
    """An open hall on SQLite, for what concerns files only."""
    made = StoredHall(f"sqlite:///{put_set_up(tmp_path / 'hall.sqlite')}")
    yield made
    made.store.close()


@pytest.fixture
def engine(migrated_url: str) -> Iterator[Engine]:
    """An engine over a migrated database without a hall service, on both databases."""
    made = make_engine(migrated_url)
    yield made
    made.dispose()


@pytest.fixture
def hall(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RunningHall]:
    """A hall of two services, two counters and two agents, open day and night: fresh, or its file's (`one_hall`)."""
    if request.node.get_closest_marker("one_hall"):
        yield request.getfixturevalue("_one_hall")
        return
    with hall_in_a_thread(tmp_path) as running:
        yield running


@pytest.fixture(scope="module")
def _one_hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path_factory.mktemp("hall")) as running:
        yield running


@pytest.fixture
def agent(hall: RunningHall) -> str:
    """The token of an agent who is signed in at counter 1."""
    return hall.sign_in()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> str:
    """Address of an empty database, for what two programs do at once: on SQLite (no address) and on PostgreSQL."""
    return "" if request.param == "sqlite" else str(request.getfixturevalue("postgres_url")())
