"""One visit that the close of the day ended is brought back at reception."""

from __future__ import annotations

import pytest

from hall.calendar.refusals import DayOverError, NotCarriedOverError
from hall.day.commands.close_day import CloseDay, close_day
from hall.day.commands.open_day import OpenDay, open_day
from hall.kernel.ids import VisitId
from hall.queue.commands.reception.bring_back import BringBack, bring_back
from hall.queue.commands.reception.cancel import Cancel, cancel
from tests.helpers.example_hall import new_hall, take
from tests.helpers.memory_work import MemoryHall

BACK = BringBack(VisitId("v1"), "reception")


def reopened_empty() -> MemoryHall:
    hall = new_hall()
    take(hall, "v1")
    take(hall, "v2")
    hall.run(cancel, Cancel(VisitId("v2"), "kiosk-1"))
    hall.clock.advance(1)
    hall.run(close_day, CloseDay("head"))
    hall.run(open_day, OpenDay("head", bring_back=False))
    return hall


def test_it_waits_again_by_its_first_time_of_issue() -> None:
    hall = reopened_empty()
    issued = hall.visit("v1").issued
    visit = hall.run(bring_back, BACK)
    assert (visit.state.value, visit.stage.rank_from) == ("waiting", issued)
    with pytest.raises(NotCarriedOverError):
        hall.run(bring_back, BACK)


def test_a_visit_that_its_visitor_gave_up_is_not_brought_back() -> None:
    with pytest.raises(NotCarriedOverError):
        reopened_empty().run(bring_back, BringBack(VisitId("v2"), "reception"))


def test_nobody_comes_back_into_a_closed_day_or_from_another_one() -> None:
    hall = reopened_empty()
    hall.run(close_day, CloseDay("head"))
    with pytest.raises(DayOverError):
        hall.run(bring_back, BACK)
    hall.clock.advance(24 * 3600)
    hall.run(open_day, OpenDay("head"))
    with pytest.raises(DayOverError):
        hall.run(bring_back, BACK)


def test_a_number_that_belongs_to_another_visit_by_now_stays_with_it() -> None:
    hall = reopened_empty()
    take(hall, "v3")
    other = hall.stored.visits[VisitId("v3")]
    other.ticket = hall.visit("v1").ticket
    with pytest.raises(NotCarriedOverError):
        hall.run(bring_back, BACK)
