from __future__ import annotations

from datetime import UTC, datetime

import pytest

from display_board.header import presenter as header_presenter
from display_board.header.presenter import derive_clock
from tests.helpers.examples import assert_examples_hold


@pytest.mark.parametrize(
    ("local", "language", "date"),
    [
        (datetime(2026, 1, 1, 0, 0, tzinfo=UTC), "ar", "الخميس 1 يناير"),
        (datetime(2026, 8, 2, 0, 0, tzinfo=UTC), "ar", "الأحد 2 أغسطس"),
        (datetime(2026, 12, 31, 0, 0, tzinfo=UTC), "ar", "الخميس 31 ديسمبر"),
        (datetime(2026, 2, 28, 0, 0, tzinfo=UTC), "en", "Saturday, 28 February"),
        (datetime(2026, 12, 7, 0, 0, tzinfo=UTC), "en", "Monday, 7 December"),
    ],
)
def test_the_date_is_written_as_in_oman(local: datetime, language: str, date: str) -> None:
    assert derive_clock(local, language).date == date


def test_the_time_has_two_digits_each() -> None:
    assert derive_clock(datetime(2026, 1, 1, 7, 5, tzinfo=UTC), "ar").time == "07:05"


@pytest.mark.parametrize(
    ("month", "day", "arabic", "english"),
    [
        (6, 16, "1 محرم", "1 Muharram"),
        (2, 18, "1 رمضان", "1 Ramadan"),
        (5, 26, "9 ذو الحجة", "9 Dhu al-Hijjah"),
    ],
)
def test_the_hijri_date_stands_beside_it(month: int, day: int, arabic: str, english: str) -> None:
    local = datetime(2026, month, day, 9, 0, tzinfo=UTC)
    assert (derive_clock(local, "ar").hijri, derive_clock(local, "en").hijri) == (arabic, english)


@pytest.mark.parametrize(("offset", "day"), [(-1, "29 شعبان"), (0, "1 رمضان"), (1, "2 رمضان")])
def test_the_hall_moves_it_after_the_sighting(offset: int, day: str) -> None:
    assert derive_clock(datetime(2026, 2, 18, tzinfo=UTC), "ar", hijri_offset_days=offset).hijri == day


def test_a_clock_gone_mad_shows_no_hijri_date() -> None:
    assert derive_clock(datetime(1970, 1, 1, tzinfo=UTC), "ar").hijri == ""


def test_the_examples_hold() -> None:
    assert_examples_hold(header_presenter)
