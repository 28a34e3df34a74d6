"""A running hall for each test of the service."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, hall_in_a_thread


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    """A fresh hall of two services, two counters and two agents, open day and night."""
    with hall_in_a_thread(tmp_path) as running:
        yield running
