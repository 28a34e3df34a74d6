"""A plan goes over the wire and comes back the same."""

from __future__ import annotations

from datetime import UTC, date, datetime

from contracts.codec.reader import from_json, to_json
from contracts.reporting.plan import PlanDay, PlanNeed, PlanServing, PlanSlot, PlanView

NINE, DAY = datetime(2026, 11, 24, 5, 0, tzinfo=UTC), date(2026, 11, 29)


def test_it_comes_back_as_it_went():
    slot = PlanSlot("07:30", 11.5, 4, 5, 5, "dhuhr", (PlanNeed("A", 11.5, 4),))
    serving = PlanServing("A", 431.5, 60, "hall", 900)
    day = PlanDay(DAY, 8, "weekday", (slot,), 5)
    plan = PlanView(NINE, DAY, date(2026, 12, 5), 8, 38, 5, 80, 8, (serving,), (day,))
    assert from_json(PlanView, to_json(plan)) == plan
