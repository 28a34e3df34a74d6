from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from hall.calendar.prayer_times import PRAYERS
from hall.calendar.prayers import calls_to_prayer, prayer_at
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings, Prayer, PrayerTable
from tests.helpers.example_hall import SETTINGS, TUESDAY
from tests.helpers.replacing import replace

OBSERVES = replace(SETTINGS, prayer=Prayer(observed=True))
DHUHR = datetime(2026, 11, 24, 7, 54, tzinfo=UTC)


def moment(at: datetime) -> Moment:
    return Moment(at, 0, "boot")


def by_name(settings: HallSettings) -> dict[str, datetime]:
    return {call.name: call.at for call in calls_to_prayer(TUESDAY, settings)}


def test_a_hall_that_observes_none_has_none() -> None:
    assert calls_to_prayer(TUESDAY, SETTINGS) == ()
    assert prayer_at(moment(DHUHR), SETTINGS) is None


def test_noon_in_muscat_is_noticed_called_and_left_for() -> None:
    call = next(call for call in calls_to_prayer(TUESDAY, OBSERVES) if call.name == "dhuhr")
    assert call.at == DHUHR
    assert call.noticed_from == DHUHR - timedelta(minutes=10)
    assert call.silent_until == DHUHR + timedelta(minutes=5)
    assert call.away_until == DHUHR + timedelta(minutes=25)


@pytest.mark.parametrize(
    ("after_s", "away"), [(-1, False), (0, True), (25 * 60 - 1, True), (25 * 60, False), (-6 * 3600, False)]
)
def test_people_are_away_from_the_call_to_the_windows_end(after_s: int, away: bool) -> None:
    found = prayer_at(moment(DHUHR + timedelta(seconds=after_s)), OBSERVES)
    assert (found.name if found else None) == ("dhuhr" if away else None)


def test_a_correction_moves_its_prayer_alone() -> None:
    corrected = replace(OBSERVES, prayer=Prayer(observed=True, corrections_min={"dhuhr": 5, "asr": -2}))
    before, after = by_name(OBSERVES), by_name(corrected)
    moved = {name: after[name] - before[name] for name in PRAYERS}
    assert moved == {
        "fajr": timedelta(0),
        "dhuhr": timedelta(minutes=5),
        "asr": timedelta(minutes=-2),
        "maghrib": timedelta(0),
        "isha": timedelta(0),
    }


def test_a_table_written_by_hand_goes_before_what_is_computed() -> None:
    times = (time(5, 10), time(12, 0), time(15, 0), time(17, 25), time(18, 45))
    written = Prayer(observed=True, corrections_min={"dhuhr": 9}, table=(PrayerTable(TUESDAY, TUESDAY, times),))
    assert by_name(replace(OBSERVES, prayer=written))["dhuhr"] == datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    next_day = calls_to_prayer(TUESDAY + timedelta(days=1), replace(OBSERVES, prayer=Prayer(True)))
    assert {call.name for call in next_day} == set(PRAYERS)


def test_a_window_over_midnight_reaches_into_the_next_day() -> None:
    times = (time(4, 0), time(12, 0), time(15, 0), time(18, 0), time(23, 50))
    late = replace(OBSERVES, prayer=Prayer(observed=True, table=(PrayerTable(TUESDAY, TUESDAY, times),)))
    after_midnight = datetime(2026, 11, 24, 20, 5, tzinfo=UTC)
    found = prayer_at(moment(after_midnight), late)
    assert found is not None
    assert found.name == "isha"


def test_a_place_nobody_knows_has_no_prayer_but_what_is_written() -> None:
    assert calls_to_prayer(TUESDAY, replace(OBSERVES, governorate="elsewhere")) == ()
