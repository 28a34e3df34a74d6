"""What every route has at hand."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from central.config import CentralConfig
from central.web.context import Context


@pytest.mark.parametrize(
    ("now", "zone", "day"),
    [
        (datetime(2026, 11, 24, 19, 59, tzinfo=UTC), "Asia/Muscat", date(2026, 11, 24)),
        (datetime(2026, 11, 24, 20, 0, tzinfo=UTC), "Asia/Muscat", date(2026, 11, 25)),
        (datetime(2026, 11, 24, 20, 0, tzinfo=UTC), "UTC", date(2026, 11, 24)),
    ],
)
def test_today_is_the_day_at_the_halls(now: datetime, zone: str, day: date) -> None:
    engine = create_engine("sqlite://")
    context = Context(engine, CentralConfig(Path("d"), time_zone=zone, lease_s=60), lambda: now)
    assert context.today() == day
    assert (context.rules.lease_s, context.rules.time_zone) == (60, zone)
    engine.dispose()
