"""When the demo plays: at a quarter past ten on a working day, later where it stopped, then the next morning."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from commands.demo.scenario.clock import begins_at, days_before, goes_on_at, note_time, stopped_at
from hall.kernel.settings import FiveTimes, Holiday, Hours

ZONE = ZoneInfo("Asia/Muscat")
TIMES = FiveTimes(time(7, 15), time(7, 30), time(7, 30), time(13, 30), time(14, 30))
WEDNESDAY_OFF = Holiday(datetime(2026, 11, 25, tzinfo=ZONE).date(), {"en": "National Day"})
HOURS = Hours(dict.fromkeys((7, 1, 2, 3, 4), TIMES), holidays=(WEDNESDAY_OFF,))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("now", "begins"),
    [
        ("2026-11-24T03:00", "2026-11-24T10:15"),
        ("2026-11-24T23:00", "2026-11-24T10:15"),
        ("2026-11-25T09:00", "2026-11-26T10:15"),
        ("2026-11-27T12:00", "2026-11-29T10:15"),
    ],
)
def test_it_begins_at_a_quarter_past_ten_of_this_working_day_or_of_the_next(now: str, begins: str) -> None:
    assert begins_at(at(now), HOURS, ZONE) == at(begins)


@pytest.mark.parametrize(
    ("stopped", "goes_on"),
    [
        ("2026-11-24T10:40", "2026-11-24T10:40"),
        ("2026-11-24T12:45", "2026-11-26T10:15"),
        ("2026-11-26T18:00", "2026-11-29T10:15"),
    ],
)
def test_it_goes_on_where_it_stopped_while_there_is_an_hour_of_tickets_left(stopped: str, goes_on: str) -> None:
    assert goes_on_at(at(stopped), HOURS, ZONE) == at(goes_on)


def test_eight_weeks_are_their_working_days() -> None:
    days = days_before(at("2026-11-29T10:15").date(), HOURS)
    assert len(days) == 8 * 5 - 1
    assert days == sorted(days)
    assert days[-1].isoformat() == "2026-11-26"


def test_the_folder_keeps_where_it_stopped(tmp_path: Path) -> None:
    assert stopped_at(tmp_path) is None
    note_time(tmp_path, at("2026-11-24T10:40"))
    assert stopped_at(tmp_path) == at("2026-11-24T10:40")
