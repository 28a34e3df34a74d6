"""The demo's clock: one shift for a process and all that it starts, and the machine's own time where nobody asked."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from common.clock.wall_clock import VARIABLE, ahead, utc_now

ROOT = Path(__file__).parents[3]
PACKAGES = (
    "central", "commands", "common", "contracts", "counter_client", "display_board", "figures",
    "hall", "kiosk", "printer", "qtkit", "serial_devices", "sync", "web",
)  # fmt: skip
OWN_CLOCK = {"common/clock/wall_clock.py", "commands/doctor/hall_checks.py", "hall/devices/store/release_files.py"}
"""The one clock itself; the age of files, which the file system stamps with the machine's own time."""
_READS = re.compile(r"datetime\.(?:now|utcnow|today)\(|date\.today\(|[^.\w]time\.time\(|\.currentDate(?:Time)?\(")
_ASKS = """
from datetime import UTC, datetime, timedelta
from common.clock import wall_clock
{before}
from hall.platform.clock import SystemClock
from kiosk.visitor.visit_id import new_visit_id
now = SystemClock().now()
print(now.at.isoformat(), int(new_visit_id().replace("-", "")[:12], 16), now.boot, now.monotonic_ns)
"""


def asked(before: str = "", **environment: str) -> tuple[datetime, datetime, str, int]:
    """Return what a program's hall clock and a kiosk's visit id say, and boot and nanoseconds of the reading."""
    done = subprocess.run(
        [sys.executable, "-c", _ASKS.format(before=before)],
        cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    at, id_ms, boot, ns = done.stdout.split()
    return datetime.fromisoformat(at), datetime.fromtimestamp(int(id_ms) / 1000, UTC), boot, int(ns)


def test_without_a_demo_the_clock_is_the_machines_own() -> None:
    before = datetime.now(UTC)
    assert before <= utc_now() <= datetime.now(UTC)
    assert ahead() == timedelta()


@pytest.mark.process
def test_every_program_that_the_demo_starts_reads_the_moved_clock() -> None:
    wanted = timedelta(hours=-5, minutes=-15)
    hall, kiosk, _, _ = asked(**{VARIABLE: str(wanted.total_seconds())})
    for told in (hall, kiosk):
        assert abs(told - datetime.now(UTC) - wanted) < timedelta(seconds=60)


@pytest.mark.process
def test_each_process_with_a_moved_clock_is_a_boot_that_has_just_begun() -> None:
    """The demo's clock stands while the demo is away: nobody may have waited meanwhile."""
    moved = "wall_clock.move_clock(timedelta(days=2))"
    first, second = asked(before=moved), asked(before=moved)
    assert first[2] != second[2]
    assert max(first[3], second[3]) < 60 * 10**9


def test_no_program_reads_the_wall_time_past_the_one_clock() -> None:
    files = {str(file.relative_to(ROOT)): file for package in PACKAGES for file in (ROOT / package).rglob("*.py")}
    reads = {name for name, file in files.items() if _READS.search(file.read_text(encoding="utf-8"))}
    assert reads == OWN_CLOCK
