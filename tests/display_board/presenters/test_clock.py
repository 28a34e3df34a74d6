from __future__ import annotations

from datetime import UTC, datetime

import pytest

from display_board.presenters import clock
from display_board.presenters.clock import derive_clock
from tests.helpers.examples import assert_examples_hold


@pytest.mark.parametrize(
    ("local", "language", "date"),
    [
        (datetime(2026, 1, 1, 0, 0, tzinfo=UTC), "ar", "الخميس 1 يناير 2026"),
        (datetime(2026, 8, 2, 0, 0, tzinfo=UTC), "ar", "الأحد 2 أغسطس 2026"),
        (datetime(2026, 12, 31, 0, 0, tzinfo=UTC), "ar", "الخميس 31 ديسمبر 2026"),
        (datetime(2026, 2, 28, 0, 0, tzinfo=UTC), "en", "Saturday, 28 February 2026"),
        (datetime(2026, 12, 7, 0, 0, tzinfo=UTC), "en", "Monday, 7 December 2026"),
    ],
)
def test_the_date_is_written_as_in_oman(local: datetime, language: str, date: str) -> None:
    assert derive_clock(local, language).date == date


def test_the_time_has_two_digits_each() -> None:
    assert derive_clock(datetime(2026, 1, 1, 7, 5, tzinfo=UTC), "ar").time == "07:05"


def test_the_examples_hold() -> None:
    assert_examples_hold(clock)
