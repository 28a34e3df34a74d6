"""Working days counted along a line, for many spans of the same years: each day is looked up once."""

from __future__ import annotations

from datetime import date, timedelta

from hall.calendar.working_days import Calendar


class WorkingDayLine:
    """Counts the working days of a calendar from a first day on; the line grows with what is asked."""

    def __init__(self, calendar: Calendar, first: date) -> None:
        self._calendar, self._first = calendar, first
        self._until = [0]
        """How many working days lie after the first one, up to each day."""

    def between(self, first: date, last: date) -> int:
        """Return how many working days lie after `first`, up to `last`; none where it lies before."""
        if last <= first:
            return 0
        if first < self._first:
            return sum(self._calendar.works(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))
        return self._at(last) - self._at(first)

    def _at(self, day: date) -> int:
        place = (day - self._first).days
        while len(self._until) <= place:
            works = self._calendar.works(self._first + timedelta(days=len(self._until)))
            self._until.append(self._until[-1] + works)
        return self._until[place]
