"""The machine's clocks."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from hall.platform.clock import SystemClock, read_boot


def test_the_monotonic_reading_never_runs_back_and_the_boot_stays() -> None:
    clock = SystemClock()
    moments = [clock.now() for _ in range(100)]
    assert [moment.monotonic_ns for moment in moments] == sorted(moment.monotonic_ns for moment in moments)
    assert len({moment.boot for moment in moments}) == 1


def test_the_instant_is_the_wall_time_in_utc() -> None:
    before, now, after = datetime.now(UTC), SystemClock("b1").now(), datetime.now(UTC)
    assert before <= now.at <= after
    assert now.at.tzinfo is UTC
    assert now.boot == "b1"


def test_the_boot_is_the_systems_or_else_one_of_this_process(tmp_path: Path) -> None:
    (tmp_path / "boot_id").write_text("8a2f\n", encoding="ascii")
    assert read_boot(tmp_path / "boot_id") == "8a2f"
    nowhere = tmp_path / "nowhere"
    assert read_boot(nowhere) != read_boot(nowhere)
