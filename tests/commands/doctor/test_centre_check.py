"""The doctor's look at the connection with the centre."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from commands.doctor.centre_check import centre
from commands.doctor.findings import Verdict
from sync.sender import SyncStatus
from sync.status_file import STANDING_FILE, Standing
from tests.helpers.replacing import replace

NOW = datetime(2026, 11, 24, 5, tzinfo=UTC)
WELL = SyncStatus(centre="https://centre.example", inbox_taken=1795911515145, inbox_asked_at=NOW)


@pytest.mark.parametrize(
    ("stood", "verdict", "seen"),
    [
        (WELL, Verdict.PASS, "https://centre.example: sends, and takes what comes in"),
        (replace(WELL, inbox_problem="item 3 came after item 9"), Verdict.FAIL, "item 3 came after item 9"),
        (replace(WELL, inbox_asked_at=NOW - timedelta(minutes=16)), Verdict.WARN, "asked for last at 2026-11-24 04:44"),
        (replace(WELL, inbox_asked_at=None), Verdict.WARN, "asked for never"),
        (replace(WELL, inbox_unanswered="Connection refused"), Verdict.WARN, "not reached: Connection refused"),
        (replace(WELL, state="away", reason="Connection refused"), Verdict.WARN, "not reached: Connection refused"),
        (replace(WELL, state="held", reason="the token is unknown"), Verdict.FAIL, "the token is unknown"),
    ],
)
def test_the_connection_is_told_as_the_service_left_it(
    tmp_path: Path, stood: SyncStatus, verdict: Verdict, seen: str
) -> None:
    Standing(tmp_path / STANDING_FILE).keep(stood)
    found = centre(tmp_path, NOW)
    assert (found.verdict, seen in found.seen) == (verdict, True), found.seen
    assert bool(found.to_do) is (verdict is not Verdict.PASS)


def test_a_hall_without_a_centre_is_no_fault(tmp_path: Path) -> None:
    assert centre(tmp_path, NOW).verdict is Verdict.PASS
