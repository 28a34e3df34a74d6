"""The times of prayer, against times computed by a program of others (adhanpy 1.0.5, 18° and 18°, Shafi'i Asr)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.calendar import prayer_times as module
from hall.calendar.prayer_times import GOVERNORATE_PLACES, PRAYERS, Place, prayer_times
from hall.settings.setup.check import GOVERNORATES
from tests.helpers.examples import assert_examples_hold

MUSCAT_TIME = ZoneInfo("Asia/Muscat")
REFERENCE = [
    ("muscat", date(2026, 11, 24), "01:08 07:54 10:58 13:19 14:38"),
    ("muscat", date(2026, 6, 21), "23:53 08:09 11:26 14:56 16:24"),
    ("muscat", date(2027, 2, 11), "01:26 08:22 11:35 13:59 15:16"),
    ("dhofar", date(2026, 11, 24), "01:17 08:11 11:24 13:48 15:04"),
    ("dhofar", date(2026, 6, 21), "00:29 08:26 11:49 14:59 16:22"),
    ("dhofar", date(2027, 2, 11), "01:38 08:39 11:57 14:24 15:37"),
    ("musandam", date(2026, 11, 24), "01:19 08:03 11:02 13:23 14:44"),
    ("musandam", date(2026, 6, 21), "23:53 08:18 11:42 15:10 16:41"),
    ("musandam", date(2027, 2, 11), "01:36 08:30 11:41 14:05 15:23"),
]


@pytest.mark.parametrize(("governorate", "day", "expected"), REFERENCE)
def test_the_times_are_those_of_another_program_to_the_minute(governorate: str, day: date, expected: str) -> None:
    times = prayer_times(GOVERNORATE_PLACES[governorate], day)
    for name, text in zip(PRAYERS, expected.split(), strict=True):
        reference = datetime.combine(day, datetime.strptime(text, "%H:%M").time(), UTC)  # noqa: DTZ007  # a time alone
        off = (times[name] - reference) % timedelta(days=1)
        assert min(off, timedelta(days=1) - off) <= timedelta(minutes=1), (name, times[name], text)


def test_every_governorate_of_the_set_up_file_has_a_place_in_oman() -> None:
    assert set(GOVERNORATE_PLACES) == set(GOVERNORATES)
    for place in GOVERNORATE_PLACES.values():
        assert 16 < place.latitude_deg < 27
        assert 52 < place.longitude_deg < 60


@given(st.sampled_from(sorted(GOVERNORATE_PLACES)), st.dates(date(2024, 1, 1), date(2049, 12, 31)))
def test_all_five_fall_on_the_local_day_in_their_order_and_hours(governorate: str, day: date) -> None:
    times = prayer_times(GOVERNORATE_PLACES[governorate], day)
    local = [times[name].astimezone(MUSCAT_TIME) for name in PRAYERS]
    assert {at.date() for at in local} == {day}
    assert local == sorted(local)
    hours = [at.hour + at.minute / 60 for at in local]
    for hour, (least, most) in zip(hours, [(3.5, 6), (11.7, 12.8), (14.8, 16.2), (17, 19.4), (18.2, 21)], strict=True):
        assert least <= hour <= most


@given(st.dates(date(2024, 1, 1), date(2049, 12, 30)))
def test_from_day_to_day_no_time_jumps(day: date) -> None:
    place = GOVERNORATE_PLACES["muscat"]
    one, other = prayer_times(place, day), prayer_times(place, day + timedelta(days=1))
    for name in PRAYERS:
        step = other[name] - one[name] - timedelta(days=1)
        assert abs(step) <= timedelta(minutes=2)


def test_further_east_is_four_minutes_a_degree_earlier() -> None:
    west, east = Place(23.0, 56.0), Place(23.0, 59.0)
    step = prayer_times(west, date(2026, 3, 20))["dhuhr"] - prayer_times(east, date(2026, 3, 20))["dhuhr"]
    assert step == timedelta(minutes=12)


def test_the_examples_hold() -> None:
    assert_examples_hold(module)
