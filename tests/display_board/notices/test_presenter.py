from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from contracts.settings.boards import TimedNotice
from display_board.notices.presenter import TimedView, derive_timed
from tests.display_board.helpers.example import NINE

MUSCAT = ZoneInfo("Asia/Muscat")


def after(minutes: float) -> datetime:
    return NINE + timedelta(minutes=minutes)


PRAYER = TimedNotice("prayer", after(60), after(50), after(85), "dhuhr", after(65))
CLOSING = TimedNotice("closing", after(70), after(55), after(70))
LAST = TimedNotice("last_ticket", after(58), after(28), after(58))


@pytest.mark.parametrize(
    ("minutes", "phase"),
    [
        (49.9, None), (50, "coming"), (59.9, "coming"), (60, "sounding"), (64.9, "sounding"), (65, "under_way"),
        (84.9, "under_way"), (85, None),
    ],
)  # fmt: skip
def test_a_prayer_comes_sounds_and_is_under_way(minutes: float, phase: str | None) -> None:
    view = derive_timed((PRAYER,), after(minutes), MUSCAT)
    assert view == (None if phase is None else TimedView("prayer", phase, "dhuhr", "10:00"))


def test_a_prayer_goes_before_closing_and_the_nearer_of_two_others_before_the_later() -> None:
    assert derive_timed((CLOSING, PRAYER), after(56), MUSCAT) == TimedView("prayer", "coming", "dhuhr", "10:00")
    assert derive_timed((CLOSING, LAST), after(56), MUSCAT) == TimedView("last_ticket", "coming", "", "09:58")


def test_the_time_is_the_halls_own() -> None:
    view = derive_timed((CLOSING,), after(60), MUSCAT)
    assert view is not None
    assert view.time == "10:10"


def test_nothing_stands_between_notices() -> None:
    assert derive_timed((), after(0), MUSCAT) is None
    assert derive_timed((CLOSING,), after(70), MUSCAT) is None
