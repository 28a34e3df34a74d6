"""The holidays of 2026 and 2027: what was announced, what the decree lets expect, and the shipped example's."""

from __future__ import annotations

from datetime import date

import pytest

from commands.demo.setup_file import HALLS
from hall.calendar.oman_holidays import Occasion
from hall.calendar.working_days import Calendar, calendar_of
from hall.settings.setup.file import read_setup

OMAN = Calendar()


def days_of(occasion: Occasion, year: int, calendar: Calendar = OMAN) -> list[tuple[str, bool]]:
    """Return the days of an occasion and whether each is only expected."""
    found = calendar.days_off(date(year, 1, 1), date(year, 12, 31))
    return [(f"{one.day:%m-%d}", one.expected) for one in found if one.occasion is occasion]


@pytest.mark.parametrize(
    ("occasion", "days"),
    [
        (Occasion.ACCESSION, ["01-15"]),
        (Occasion.ISRA_MIRAJ, ["01-18"]),
        (Occasion.EID_FITR, ["03-19", "03-20", "03-21", "03-22", "03-23"]),
        (Occasion.HIJRI_NEW_YEAR, ["06-18"]),
        (Occasion.PROPHET_BIRTHDAY, ["08-27"]),
        (Occasion.NATIONAL_DAY, ["11-25", "11-26"]),
    ],
)
def test_what_was_announced_for_2026_is_certain_and_stands_once(occasion: Occasion, days: list[str]) -> None:
    assert days_of(occasion, 2026) == [(day, False) for day in days]


def test_what_no_source_tells_is_expected() -> None:
    assert days_of(Occasion.EID_ADHA, 2026) == [(day, True) for day in ("05-26", "05-27", "05-28", "05-29")]
    for occasion in Occasion:
        days = days_of(occasion, 2027)
        assert days, occasion
        assert all(expected for _, expected in days), occasion


def test_the_shipped_example_has_one_national_day_and_says_what_is_expected() -> None:
    calendar = calendar_of(read_setup(HALLS / "land_housing.toml").settings)
    assert days_of(Occasion.NATIONAL_DAY, 2026, calendar) == [("11-25", False), ("11-26", False)]
    november = list(calendar.days_off(date(2026, 11, 1), date(2026, 11, 30)))
    assert [(one.day.day, one.occasion) for one in november] == [
        (25, Occasion.NATIONAL_DAY), (26, Occasion.NATIONAL_DAY),
    ]  # fmt: skip
    assert all(one.source for one in november)
    assert days_of(Occasion.ACCESSION, 2027, calendar) == [("01-11", True)]
    assert all(expected for _, expected in days_of(Occasion.EID_FITR, 2027, calendar))
