"""A running hall for each test of the service."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread


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


def serving(hall: RunningHall, agent: str) -> dict[str, object]:
    """Issue a ticket and let the agent begin to serve it; return the answer to its issue."""
    visit: dict[str, object] = hall.issue()
    good(hall.post("/counters/1/call-next", agent))
    good(hall.post("/counters/1/begin", agent))
    return visit
