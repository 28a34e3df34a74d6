"""The Hijri date of a civil day: the Umm al-Qura calendar, moved by a hall's days after Oman's own sighting.

Umm al-Qura is computed for Makkah and printed years ahead; Oman sights the moon itself, so that a month may begin there
a day later. A hall head therefore sets `offset_days` (-1 after such a month has begun a day later than printed).
The day is counted from midnight as offices do, not from sunset.

>>> hijri_date(date(2026, 11, 24))
HijriDate(year=1448, month=6, day=14)
>>> hijri_date(date(2026, 11, 24), offset_days=-1).day
13
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR = 1440
FIRST_DAY = date(2018, 9, 11)
"""1 Muharram of FIRST_YEAR."""
MAX_OFFSET_DAYS = 2

# Bit m - 1 of a year is set where its month m has 30 days; else it has 29. Checked against the printed calendar's table
# (hijridate 2.6.0, every day of 1440 to 1500).
_LONG_MONTHS = (
    0x2BA, 0x5B5, 0x5AA, 0xD55, 0xA9A, 0x92E, 0x26E, 0x55D, 0xADA, 0x6D4, 0x6A5, 0x54B, 0xA97, 0x54E, 0xAAE, 0x5AC,
    0xBA9, 0xD92, 0xB25, 0x64B, 0xCAB, 0x55A, 0xB55, 0x6D2, 0xEA5, 0xE4A, 0xA95, 0x52D, 0xAAD, 0x36C, 0x759, 0x6D2,
    0x695, 0x52D, 0xA5B, 0x4BA, 0x9BA, 0x3B4, 0xB69, 0xB52, 0xAA6, 0x4B6, 0x96D, 0x2EC, 0x6D9, 0xEB2, 0xD54, 0xD2A,
    0xA56, 0x4AE, 0x96D, 0xD6A, 0xB54, 0xB29, 0xA93, 0x52B, 0xA57, 0x536, 0xAB5, 0x6AA, 0xE93,
)  # fmt: skip
LAST_YEAR = FIRST_YEAR + len(_LONG_MONTHS) - 1


@dataclass(frozen=True, slots=True)
class HijriDate:
    """A day of the Hijri calendar; month 1 is Muharram, 9 is Ramadan."""

    year: int
    month: int
    day: int


def hijri_date(day: date, *, offset_days: int = 0) -> HijriDate | None:
    """Return the Hijri date of civil `day`, or None outside the years 1440 to 1500 that are printed."""
    left = (day + timedelta(days=offset_days) - FIRST_DAY).days
    if left < 0:
        return None
    for year, long_months in enumerate(_LONG_MONTHS, start=FIRST_YEAR):
        for month in range(1, 13):
            length = month_days(long_months, month)
            if left < length:
                return HijriDate(year, month, left + 1)
            left -= length
    return None


def offset_to_begin(day: date, month: int, of_month: int) -> int | None:
    """Return the days to add to the printed calendar so that civil `day` is this day of a month; None where none fits.

    >>> offset_to_begin(date(2027, 2, 9), 9, 1), offset_to_begin(date(2027, 6, 1), 9, 1)
    (-1, None)
    """
    for offset in sorted(range(-MAX_OFFSET_DAYS, MAX_OFFSET_DAYS + 1), key=abs):
        there = hijri_date(day, offset_days=offset)
        if there is not None and (there.month, there.day) == (month, of_month):
            return offset
    return None


def month_days(long_months: int, month: int) -> int:
    """Return the days of a month, 29 or 30, by its year's bits.

    >>> month_days(0b100, 3), month_days(0b100, 4)
    (30, 29)
    """
    return 29 + (long_months >> (month - 1) & 1)
