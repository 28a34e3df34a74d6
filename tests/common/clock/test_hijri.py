from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.clock import hijri
from common.clock.hijri import FIRST_DAY, LAST_YEAR, HijriDate, hijri_date
from tests.helpers.examples import assert_examples_hold

# Days that the printed calendar names: new years, and the first of Ramadan of some years.
PRINTED = {
    date(2018, 9, 11): HijriDate(1440, 1, 1),
    date(2019, 8, 31): HijriDate(1441, 1, 1),
    date(2020, 8, 20): HijriDate(1442, 1, 1),
    date(2021, 8, 9): HijriDate(1443, 1, 1),
    date(2022, 7, 30): HijriDate(1444, 1, 1),
    date(2023, 7, 19): HijriDate(1445, 1, 1),
    date(2024, 7, 7): HijriDate(1446, 1, 1),
    date(2025, 6, 26): HijriDate(1447, 1, 1),
    date(2026, 6, 16): HijriDate(1448, 1, 1),
    date(2024, 3, 11): HijriDate(1445, 9, 1),
    date(2025, 3, 1): HijriDate(1446, 9, 1),
    date(2026, 2, 18): HijriDate(1447, 9, 1),
    date(2077, 11, 16): HijriDate(1500, 12, 30),
}
LAST_DAY = date(2077, 11, 16)
INSIDE = st.dates(min_value=FIRST_DAY, max_value=LAST_DAY - timedelta(days=1))


@pytest.mark.parametrize(("day", "printed"), PRINTED.items())
def test_printed_days_are_met(day: date, printed: HijriDate) -> None:
    assert hijri_date(day) == printed


@given(INSIDE)
def test_the_next_day_is_the_next_of_the_month_or_the_first_of_the_next(day: date) -> None:
    today, tomorrow = hijri_date(day), hijri_date(day + timedelta(days=1))
    assert today is not None
    assert tomorrow is not None
    assert 1 <= today.month <= 12
    if tomorrow.day == 1:
        assert today.day in {29, 30}
        assert (tomorrow.year * 12 + tomorrow.month) - (today.year * 12 + today.month) == 1
    else:
        assert tomorrow == HijriDate(today.year, today.month, today.day + 1)


def test_every_year_has_354_or_355_days() -> None:
    begins = [day for day in (FIRST_DAY + timedelta(days=n) for n in range(22_000)) if _is_new_year(day)]
    assert len(begins) == LAST_YEAR - 1440 + 1
    assert {(later - earlier).days for earlier, later in pairwise(begins)} == {354, 355}


def _is_new_year(day: date) -> bool:
    found = hijri_date(day)
    return found is not None and (found.month, found.day) == (1, 1)


@pytest.mark.parametrize("offset", [-2, -1, 0, 1, 2])
def test_a_hall_moves_the_calendar_by_whole_days(offset: int) -> None:
    day = date(2026, 11, 24)
    assert hijri_date(day, offset_days=offset) == hijri_date(day + timedelta(days=offset))


def test_outside_the_printed_years_nothing_is_made_up() -> None:
    assert hijri_date(FIRST_DAY - timedelta(days=1)) is None
    assert hijri_date(LAST_DAY + timedelta(days=1)) is None


def test_the_examples_hold() -> None:
    assert_examples_hold(hijri)
