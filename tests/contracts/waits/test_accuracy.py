"""The figures about announced waits go over the wire and come back the same."""

from __future__ import annotations

from datetime import UTC, date, datetime

from contracts.codec.reader import from_json, to_json
from contracts.waits.accuracy import DayWaits, ServiceWaits, WaitFigures, WaitsView

SOME = WaitFigures(12, 10, 80.0, 10.0, 215.5, 900.0, 2)
NONE = WaitFigures(1, 0, None, None, None, None, 0)
DAY = date(2026, 11, 24)


def test_they_come_back_as_they_went():
    view = WaitsView(
        datetime(2026, 11, 24, 6, 0, tzinfo=UTC), DAY, DAY, SOME, (DayWaits(DAY, SOME),), (ServiceWaits("L", NONE),)
    )
    assert from_json(WaitsView, to_json(view)) == view
