"""Which days are working days in Oman, and when a request must be referred at the latest (pure).

A working day is Sunday to Thursday without the official holidays. The day of registration is day 0; the latest referral
is at the end of the third working day after it. A holiday that nobody has announced yet is counted as it is expected,
and the date that rests on it says so.

>>> plain = Calendar(announced=(), awaits=False)
>>> latest_referral(date(2024, 5, 2), plain)    # a Thursday: Sunday, Monday, Tuesday
Deadline(day=datetime.date(2024, 5, 7), expected=False)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from common.clock.hijri import HijriDate, hijri_date
from hall.calendar.oman_holidays import ANNOUNCED, EIDS, FIRST_OF_EID, HIJRI_RULES, Announced, Occasion, civil_occasion
from hall.kernel.settings import HallSettings, Holiday

WEEKEND = frozenset({5, 6})
"""Friday and Saturday, as ISO weekdays."""
REFERRAL_DAYS = 3
_REPLACES = timedelta(days=40)
"""An announcement stands for the expected days of its occasion that lie no farther from it."""
_MOON = 1
"""Days by which a month may begin before or after the printed calendar."""
_ONE = timedelta(days=1)


@dataclass(frozen=True)
class DayOff:
    """Why nobody works on a day that is no weekend; `expected` where nobody has announced it."""

    day: date
    expected: bool
    occasion: Occasion | None = None
    names: tuple[tuple[str, str], ...] = ()
    """The hall's own text by language tag, where it gave one."""
    source: str = ""


@dataclass(frozen=True)
class Calendar:
    """All that working days follow from; without `awaits` only what was announced is a holiday."""

    announced: tuple[Announced, ...] = ANNOUNCED
    own: tuple[Holiday, ...] = ()
    hijri_offset_days: int = 0
    awaits: bool = True
    _own_days: dict[date, Holiday] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        self._own_days.update((one.day, one) for one in self.own)

    def off(self, day: date) -> DayOff | None:
        """Return why nobody works on the day besides the weekend, or None on a day like others."""
        return self._told(day) or self._awaited(day)

    def _told(self, day: date) -> DayOff | None:
        own = self._own_days.get(day)
        if own is not None and not own.expected:
            return DayOff(day, False, _occasion(own), tuple(sorted(own.names.items())), own.source)
        for one in self.announced:
            if one.first <= day <= one.last:
                return DayOff(day, False, one.occasion, (), one.source)
        if own is not None:
            return DayOff(day, True, _occasion(own), tuple(sorted(own.names.items())), own.source)
        return None

    def _awaited(self, day: date) -> DayOff | None:
        occasion = (self._by_rule(day) or self._made_good(day)) if self.awaits else None
        if occasion is None or self._announced_near(occasion, day):
            return None
        return DayOff(day, True, occasion)

    def _by_rule(self, day: date) -> Occasion | None:
        hijri = self._hijri(day)
        return civil_occasion(day) or (HIJRI_RULES.get((hijri.month, hijri.day)) if hijri else None)

    def _made_good(self, day: date) -> Occasion | None:
        """Return the occasion that a Sunday, or the first working day after an Eid, makes good."""
        if day.isoweekday() in WEEKEND:
            return None
        before = [day - _ONE * back for back in (1, 2, 3) if day.isoweekday() == 7 or back == 1]
        for earlier in before:
            occasion = self._by_rule(earlier)
            if occasion is None:
                continue
            if occasion in EIDS:
                if self._eid_began_on_friday(earlier):
                    return occasion
            elif earlier.isoweekday() in WEEKEND:
                return occasion
        return None

    def _eid_began_on_friday(self, last: date) -> bool:
        for day in (last - _ONE * back for back in range(4)):
            hijri = self._hijri(day)
            if hijri and (hijri.month, hijri.day) in FIRST_OF_EID:
                return day.isoweekday() == 5
        return False

    def _hijri(self, day: date) -> HijriDate | None:
        return _printed(day, self.hijri_offset_days)

    def _announced_near(self, occasion: Occasion, day: date) -> bool:
        told = [one.first for one in self.announced if one.occasion is occasion]
        told += [one.day for one in self.own if not one.expected and _occasion(one) is occasion]
        return any(abs(first - day) <= _REPLACES for first in told)

    def works(self, day: date) -> bool:
        """Return whether the day is a working day, as far as is known."""
        return day.isoweekday() not in WEEKEND and self.off(day) is None

    def days_off(self, first: date, last: date) -> Iterator[DayOff]:
        """Go through the holidays from `first` to `last`, weekends among them included."""
        for ahead in range((last - first).days + 1):
            found = self.off(first + _ONE * ahead)
            if found is not None:
                yield found


@dataclass(frozen=True)
class Deadline:
    """The latest day; `expected` where an unannounced holiday lies so near that it may still move it."""

    day: date
    expected: bool


def latest_referral(registered: date, calendar: Calendar, days: int = REFERRAL_DAYS) -> Deadline:
    """Return the working day by whose end a request of `registered` must be referred."""
    day, left, expected = registered, days, False
    while left:
        day += _ONE
        off = calendar.off(day)
        expected = expected or (off is not None and off.expected)
        left -= calendar.works(day)
    # A moon seen a day earlier than printed would bring the holiday into the days counted.
    off = calendar.off(day + _ONE * _MOON)
    return Deadline(day, expected or (off is not None and off.expected))


def announced_to(calendar: Calendar) -> date:
    """Return the last day that was announced for an occasion: the occasions after it are expected.

    A sudden holiday is not one of them: it does not change the days that follow from the decree.
    """
    told = [one.last for one in calendar.announced]
    told += [one.day for one in calendar.own if one.occasion and not one.expected]
    return max(told, default=date.min)


def calendar_of(settings: HallSettings) -> Calendar:
    """Return the calendar of a hall: the country's holidays with its own over them."""
    return Calendar(own=settings.hours.holidays, hijri_offset_days=settings.hijri_offset_days)


@lru_cache(maxsize=4096)
def _printed(day: date, offset_days: int) -> HijriDate | None:
    return hijri_date(day, offset_days=offset_days)


def _occasion(holiday: Holiday) -> Occasion | None:
    return Occasion(holiday.occasion) if holiday.occasion else None
