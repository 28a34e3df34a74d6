"""What handlers ask for."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from central.access.centre_key import PASSWORDS, make_key
from central.config import CentralConfig
from central.people.enrolment import Setup
from central.web.dependencies import Parts, dependencies_of
from common.accounts.passwords import Passwords


@pytest.mark.parametrize(
    ("now", "zone", "day"),
    [
        (datetime(2026, 11, 24, 19, 59, tzinfo=UTC), "Asia/Muscat", date(2026, 11, 24)),
        (datetime(2026, 11, 24, 20, 0, tzinfo=UTC), "Asia/Muscat", date(2026, 11, 25)),
        (datetime(2026, 11, 24, 20, 0, tzinfo=UTC), "UTC", date(2026, 11, 24)),
    ],
)
def test_today_is_the_day_at_the_halls(tmp_path: Path, now: datetime, zone: str, day: date) -> None:
    engine, key = create_engine("sqlite://"), make_key(tmp_path)
    config = CentralConfig(tmp_path, time_zone=zone, lease_s=60)
    given = dependencies_of(Parts(engine, config, Setup(key, Passwords(key.seal(PASSWORDS))), lambda: now))
    rules = given["rules"].dependency()
    assert given["today"].dependency(given["now"].dependency()) == day
    assert (rules.lease_s, rules.time_zone) == (60, zone)
    engine.dispose()
