"""A volume that the WAL fills up: when somebody has freed a little room, a real hall goes on and stays working."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.hall_process import HallProcess, prepare_hall
from tests.helpers.small_volume import small_volume
from tools.qt_driver.driven_program import until

pytestmark = pytest.mark.full

VOLUME_MB = 12
BALLAST_MB = 3
AFTERWARDS = 250
"""Tickets that write twice as much to the WAL as the volume holds."""


@pytest.fixture
def volume(tmp_path: Path) -> Iterator[Path]:
    with small_volume(tmp_path / "volume", VOLUME_MB) as place:
        yield place


def test_tickets_go_on_when_room_is_freed_on_a_volume_that_the_wal_filled(volume: Path, tmp_path: Path) -> None:
    (volume / "data").mkdir()
    (tmp_path / "data").symlink_to(volume / "data")
    prepared = prepare_hall(tmp_path)
    ballast = volume / "ballast"
    ballast.write_bytes(b"\xff" * BALLAST_MB * 1_000_000)
    with HallProcess(prepared) as hall:
        statuses = [hall.issue().status_code]
        while statuses[-1] == 201:
            statuses.append(hall.issue().status_code)
        assert statuses[-1] == 503
        assert "database_away" in hall.health()[1]
        ballast.unlink()
        until(lambda: hall.health()[0] == 200, "the hall stores again", hall.log)
        assert [hall.issue().status_code for _ in range(AFTERWARDS)] == [201] * AFTERWARDS
        assert (prepared.data / "hall.sqlite-wal").stat().st_size < 5_000_000
