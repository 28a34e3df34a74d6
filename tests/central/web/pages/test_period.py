"""Periods in addresses: an invalid one becomes this month, and each has neighbours."""

from __future__ import annotations

from datetime import date

import pytest

from central.web.pages.period import asked_of, beside
from figures.period import LONG_PERIODS, Asked

TODAY = date(2026, 11, 24)


def test_what_is_asked_is_answered_and_nonsense_is_this_month() -> None:
    assert asked_of(TODAY, "week", date(2026, 1, 4), "A") == Asked("week", date(2026, 1, 4), "A")
    assert asked_of(TODAY, "fortnight", date(1, 1, 1), "") == Asked("month", date(2026, 11, 24), None)


@pytest.mark.parametrize("period", LONG_PERIODS)
def test_the_periods_beside_touch_this_one(period: str) -> None:
    asked = Asked(period, date(2026, 11, 24))
    before, after = beside(asked)
    first, last = asked.days
    assert Asked(period, before).days[1] < last
    assert Asked(period, after).days[0] > first
    if period != "decade":
        assert (Asked(period, before).days[1], Asked(period, after).days[0]) == (before, after)
