"""A stop ends the live links first."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.hall_in_a_thread import hall_in_a_thread
from tests.helpers.sse_client import Follower


def test_a_hall_that_stops_ends_its_live_links(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as hall:
        link = Follower(hall.base, hall.tokens["head"])
        assert link.next().kind == "snapshot"
    assert link.rest() == []
    link.close()
