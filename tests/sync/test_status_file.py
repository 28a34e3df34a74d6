"""The standing in a file: read back as it was, and never in the way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sync.sender import SyncStatus
from sync.status_file import LONGEST_S, Standing, wait_left_s

NOW = datetime(2026, 11, 24, 5, tzinfo=UTC)
AWAY = SyncStatus("away", "لا شبكة", 7, NOW - timedelta(hours=2), 119, 3, NOW + timedelta(seconds=90))


def test_a_standing_is_read_back_as_it_was(tmp_path: Path) -> None:
    file = Standing(tmp_path / "standing.json")
    assert file.read() is None
    file.keep(AWAY)
    assert file.read() == AWAY
    file.keep(SyncStatus())
    assert file.read() == SyncStatus()
    assert [one.name for one in tmp_path.iterdir()] == ["standing.json"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"state": 3}', '{"failures": "x"}', '{"next_try_at": "soon"}', '{"failures": -1}']
)
def test_a_damaged_standing_is_no_standing(tmp_path: Path, text: str) -> None:
    (tmp_path / "standing.json").write_text(text, encoding="utf-8")
    assert Standing(tmp_path / "standing.json").read() is None


def test_what_a_newer_version_wrote_beside_it_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "standing.json").write_text('{"state": "away", "mood": "good"}', encoding="utf-8")
    assert Standing(tmp_path / "standing.json").read() == SyncStatus("away")


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    Standing(tmp_path / "gone" / "standing.json").keep(AWAY)
    Standing().keep(AWAY)
    assert Standing().read() is None


def test_a_restart_goes_on_waiting_but_never_for_long() -> None:
    assert wait_left_s(AWAY, NOW) == 90
    assert wait_left_s(AWAY, NOW + timedelta(seconds=91)) == 0
    assert wait_left_s(AWAY, NOW - timedelta(seconds=LONGEST_S)) == 0, "a clock that was put back makes no long wait"
    assert wait_left_s(None, NOW) == wait_left_s(SyncStatus(), NOW) == 0
