"""What is counted of appointments with officials."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from contracts.appointments.figures import OfficialFigures
from figures.official_figures import OfficialRow, official_figures

NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)
BOOKED = OfficialRow("head", NINE, cancelled=False, came=False, met=False, missed=False, wait_s=None)
CANCELLED = BOOKED._replace(cancelled=True)
MET = BOOKED._replace(came=True, met=True, wait_s=90.0)
WAITS = BOOKED._replace(official="deputy", came=True, wait_s=None)
MISSED = BOOKED._replace(came=True, missed=True, wait_s=30.0)
ALL = (BOOKED, CANCELLED, MET, WAITS, MISSED)


def test_who_may_still_check_in_is_no_no_show() -> None:
    assert official_figures(ALL, NINE, {}).total == OfficialFigures(5, 3, 1, 1, 1, 60.0, 90.0)


def test_who_has_not_come_when_it_is_over_is_one_and_who_gave_up_is_none() -> None:
    assert official_figures(ALL, NINE + timedelta(seconds=1), {}).total.no_shows == 2


def test_each_official_has_his_own() -> None:
    found = official_figures(ALL, NINE, {"head": {"en": "Head"}})
    assert [(part.key, part.names, part.figures.booked) for part in found.officials] == [
        ("deputy", {}, 1), ("head", {"en": "Head"}, 4),
    ]  # fmt: skip
    assert official_figures([], NINE, {}).total == OfficialFigures(0, 0, 0, 0, 0, None, None)
