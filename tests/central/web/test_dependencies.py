"""What handlers ask for."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from central.config import CentralConfig
from central.intake.batch_intake import IngestRules
from central.web.dependencies import rules, today


@pytest.mark.parametrize(
    ("now", "zone", "day"),
    [
        (datetime(2026, 11, 24, 19, 59, tzinfo=UTC), "Asia/Muscat", date(2026, 11, 24)),
        (datetime(2026, 11, 24, 20, 0, tzinfo=UTC), "Asia/Muscat", date(2026, 11, 25)),
        (datetime(2026, 11, 24, 20, 0, tzinfo=UTC), "UTC", date(2026, 11, 24)),
    ],
)
def test_today_is_the_day_at_the_halls(tmp_path: Path, now: datetime, zone: str, day: date) -> None:
    config = CentralConfig(tmp_path, time_zone=zone, lease_s=60)
    assert today(now, config) == day
    assert rules(config) == IngestRules(60, zone)
