"""Facts of the day name no visit, but for those of an appointment whose holder has come."""

from __future__ import annotations

import inspect

from hall.calendar import facts as calendar_facts
from hall.calendar.facts import AppointmentCheckedIn, DayOpened, SignedIn
from hall.kernel.facts import Fact, VisitFact, kind_of

FACTS = [
    cls for _, cls in inspect.getmembers(calendar_facts, inspect.isclass) if cls.__module__ == calendar_facts.__name__
]


def test_all_of_them_are_facts() -> None:
    assert len(FACTS) > 15
    assert all(issubclass(cls, Fact) for cls in FACTS)


def test_only_a_check_in_is_about_a_visit() -> None:
    assert [cls for cls in FACTS if issubclass(cls, VisitFact)] == [AppointmentCheckedIn]


def test_their_kinds_are_told_as_all_others_are() -> None:
    assert (kind_of(SignedIn), kind_of(DayOpened)) == ("signed_in", "day_opened")
