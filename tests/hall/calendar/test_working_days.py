"""Working days against written tables: announced years by hand from the announcements, expected ones by the decree."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hall.calendar.oman_holidays import ANNOUNCED, Occasion
from hall.calendar.working_days import Calendar, Deadline, announced_to, calendar_of, latest_referral
from hall.kernel.settings import Holiday
from tests.helpers.example_hall import SETTINGS
from tests.helpers.replacing import replace

WRITTEN = """
2023-01-10 2023-01-16   Tue; Accession on Thu 12: Wed 11, Sun 15, Mon 16
2023-01-11 2023-01-17   Wed; Sun 15, Mon 16, Tue 17
2023-01-12 2023-01-17   registered on the holiday itself
2023-02-16 2023-02-22   Thu; Isra and Miraj on Sun 19: Mon, Tue, Wed
2023-04-18 2023-04-26   Tue; Wed 19, Eid 20-24, Tue 25, Wed 26
2023-04-19 2023-04-27   Wed; Tue 25, Wed 26, Thu 27
2023-04-23 2023-04-27   in the Eid
2023-06-25 2023-07-03   Sun; Mon 26, Eid 27-1, Sun 2, Mon 3
2023-06-26 2023-07-04   Mon; Sun 2, Mon 3, Tue 4
2023-07-18 2023-07-24   Tue; Wed 19, New Year Thu 20, Sun 23, Mon 24
2023-09-27 2023-10-03   Wed; Birthday Thu 28: Sun 1, Mon 2, Tue 3
2023-11-20 2023-11-27   Mon; Tue 21, National Day 22-23, Sun 26, Mon 27
2023-11-16 2023-11-21   Thu; 18 and 19 November were working days: Sun, Mon, Tue
2024-01-10 2024-01-16   Wed; Accession Thu 11
2024-02-07 2024-02-13   Wed; Isra and Miraj Thu 8
2024-04-04 2024-04-14   Thu; Sun 7, Mon 8, Eid 9-13, Sun 14
2024-04-07 2024-04-15   Sun; Mon 8, Sun 14, Mon 15
2024-06-12 2024-06-24   Wed; Thu 13, Eid 16-20, Sun 23, Mon 24
2024-06-13 2024-06-25   Thu; Sun 23, Mon 24, Tue 25
2024-07-04 2024-07-10   Thu; New Year Sun 7
2024-09-12 2024-09-18   Thu; Birthday Sun 15
2024-11-18 2024-11-25   Mon; Tue 19, National Day 20-21, Sun 24, Mon 25
2024-11-19 2024-11-26   Tue; Sun 24, Mon 25, Tue 26
2024-12-29 2025-01-01   Sun; 1 January is a working day
2025-01-09 2025-01-15   Thu; Accession made good on Sun 12
2025-01-29 2025-02-04   Wed; Isra and Miraj Thu 30
2025-03-26 2025-04-07   Wed; Thu 27, Eid 29-3, Sun 6, Mon 7
2025-03-27 2025-04-08   Thu; Sun 6, Mon 7, Tue 8
2025-03-31 2025-04-08   on the first day of Eid
2025-06-03 2025-06-11   Tue; Wed 4, Eid 5-9, Tue 10, Wed 11
2025-06-04 2025-06-12   Wed; Tue 10, Wed 11, Thu 12
2025-06-26 2025-07-02   Thu; New Year made good on Sun 29
2025-09-04 2025-09-10   Thu; Birthday made good on Sun 7
2025-11-24 2025-12-01   Mon; Tue 25, National Day 26-27, Sun 30, Mon 1
2025-11-19 2025-11-24   Wed; 20 November was a working day: Thu 20, Sun 23, Mon 24
2025-05-02 2025-05-06   registered on a Friday, day 0: Sun 4, Mon 5, Tue 6
2025-05-03 2025-05-06   registered on a Saturday
2025-05-04 2025-05-07   the plain week
"""
"""Day of registration, latest referral, and the days counted; from the announcements, not from the program."""
TABLE = [line.split(maxsplit=2) for line in WRITTEN.strip().splitlines()]
OMAN = Calendar()
UNTIL_2025 = Calendar(announced=tuple(one for one in ANNOUNCED if one.first.year <= 2025))
"""What was known at the end of 2025: all of 2026 was expected."""


@pytest.mark.parametrize(("registered", "latest", "_why"), TABLE, ids=[line[0] for line in TABLE])
def test_the_latest_referral_is_that_of_the_written_table(registered: str, latest: str, _why: str) -> None:
    assert latest_referral(date.fromisoformat(registered), OMAN).day == date.fromisoformat(latest)


@pytest.mark.parametrize(("registered", "latest", "_why"), TABLE, ids=[line[0] for line in TABLE])
def test_no_date_of_an_announced_year_is_called_expected(registered: str, latest: str, _why: str) -> None:
    assert not latest_referral(date.fromisoformat(registered), OMAN).expected


def counted_slowly(registered: date, off: set[date]) -> date:
    """Count as a clerk does, on a list of days off."""
    day, counted = registered, 0
    while counted < 3:
        day += timedelta(days=1)
        if day.strftime("%a") not in {"Fri", "Sat"} and day not in off:
            counted += 1
    return day


def test_every_day_of_the_announced_years_counts_as_a_clerk_counts() -> None:
    off = {one.first + timedelta(days=d) for one in ANNOUNCED for d in range((one.last - one.first).days + 1)}
    day = date(2023, 1, 1)
    while day <= date(2025, 12, 20):
        assert latest_referral(day, OMAN).day == counted_slowly(day, off), day
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "occasion"),
    [
        (date(2026, 1, 11), Occasion.ACCESSION),
        (date(2026, 3, 20), Occasion.EID_FITR),
        (date(2026, 5, 27), Occasion.EID_ADHA),
        (date(2026, 6, 16), Occasion.HIJRI_NEW_YEAR),
        (date(2026, 11, 22), Occasion.NATIONAL_DAY),
        (date(2027, 11, 22), None),
    ],
    ids=str,
)
def test_a_year_that_nobody_has_announced_is_expected_by_the_decree(day: date, occasion: Occasion | None) -> None:
    off = UNTIL_2025.off(day)
    assert (off and off.occasion) == occasion
    assert off is None or off.expected


def test_a_date_that_rests_on_an_expected_holiday_says_so() -> None:
    assert latest_referral(date(2026, 6, 14), UNTIL_2025) == Deadline(date(2026, 6, 18), expected=True)
    assert latest_referral(date(2026, 7, 5), UNTIL_2025) == Deadline(date(2026, 7, 8), expected=False)


def test_a_holiday_on_the_day_after_may_still_come_a_day_earlier() -> None:
    assert UNTIL_2025.off(date(2026, 6, 16)) is not None
    assert latest_referral(date(2026, 6, 10), UNTIL_2025) == Deadline(date(2026, 6, 15), expected=True)


def test_what_the_hall_announces_stands_for_the_expected_days_of_its_occasion() -> None:
    moved = Holiday(date(2026, 11, 26), {"en": "National Day"}, occasion="national_day")
    calendar = replace(UNTIL_2025, own=(moved,))
    assert UNTIL_2025.off(date(2026, 11, 22)) is not None
    assert calendar.off(date(2026, 11, 22)) is None
    assert calendar.off(date(2026, 11, 26)) is not None
    assert latest_referral(date(2026, 11, 24), calendar) == Deadline(date(2026, 11, 30), expected=False)


def test_a_sudden_holiday_of_no_occasion_leaves_the_others_expected() -> None:
    storm = replace(UNTIL_2025, own=(Holiday(date(2026, 11, 23), {"en": "Storm"}),))
    assert storm.off(date(2026, 11, 22)) is not None
    assert not storm.works(date(2026, 11, 23))


def test_a_moon_seen_a_day_later_moves_what_is_expected() -> None:
    later = replace(UNTIL_2025, hijri_offset_days=-1)
    assert UNTIL_2025.off(date(2026, 6, 16)) is not None
    assert later.off(date(2026, 6, 16)) is None
    assert later.off(date(2026, 6, 17)) is not None
    assert later.off(date(2025, 6, 29)) == UNTIL_2025.off(date(2025, 6, 29)), "what was announced stays"


def test_a_first_day_of_eid_on_a_friday_is_made_good_after_the_last() -> None:
    friday = date(2026, 3, 20)
    assert friday.isoweekday() == 5
    last = UNTIL_2025.off(date(2026, 3, 22))
    made_good = UNTIL_2025.off(date(2026, 3, 23))
    assert last is not None
    assert made_good is not None
    assert made_good.occasion is Occasion.EID_FITR
    assert UNTIL_2025.works(date(2026, 3, 24))


def test_a_holiday_the_hall_only_expects_is_told_as_expected() -> None:
    calendar = calendar_of(SETTINGS)
    off = calendar.off(date(2026, 12, 2))
    assert off is not None
    assert off.expected
    assert dict(off.names)["en"] == "Perhaps"


def test_days_off_are_gone_through_with_the_weekends_among_them() -> None:
    days = [one.day.day for one in OMAN.days_off(date(2025, 6, 1), date(2025, 6, 28))]
    assert days == [5, 6, 7, 8, 9]


def test_the_last_announced_day_is_known() -> None:
    assert announced_to(UNTIL_2025) == date(2025, 11, 27)
    occasion = Holiday(date(2026, 11, 26), {}, occasion="national_day")
    storm = Holiday(date(2026, 12, 1), {"en": "Storm"})
    own = replace(UNTIL_2025, own=(occasion, replace(occasion, day=date(2027, 3, 9), expected=True), storm))
    assert announced_to(own) == date(2026, 11, 26)
