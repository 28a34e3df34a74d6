"""The page of working days: what is off, what is only expected, and what of it is the hall's own."""

from __future__ import annotations

from datetime import date

from hall.requests.queries.working_days import working_days_view
from tests.helpers.example_hall import NATIONAL_DAY, staffed_hall


def test_days_off_are_told_with_name_source_and_whether_they_are_certain() -> None:
    hall = staffed_hall()
    view = working_days_view(None, None, work=hall.work(), now=hall.clock.now())
    assert (view.first, view.last) == (date(2026, 1, 1), date(2027, 12, 31))
    days = {one.day: one for one in view.days_off}
    assert (days[NATIONAL_DAY].expected, days[NATIONAL_DAY].own) == (False, True)
    eid = days[date(2026, 5, 27)]
    assert (eid.expected, eid.own, eid.names["en"], eid.occasion) == (True, False, "Eid al-Adha", "eid_adha")
    assert view.due == date(2026, 12, 1)
    assert view.announced_to == date(2026, 11, 26)


def test_a_span_of_an_announced_year_is_certain() -> None:
    hall = staffed_hall()
    view = working_days_view(date(2025, 6, 1), date(2025, 6, 30), work=hall.work(), now=hall.clock.now())
    assert [one.day.day for one in view.days_off] == [5, 6, 7, 8, 9, 29]
    assert not any(one.expected for one in view.days_off)
    assert view.days_off[0].source == "arabianbusiness.com"
