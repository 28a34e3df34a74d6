"""The hall head opens the day: early, on a Friday, or again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from hall.calendar import refusals as calendar_refusals
from hall.calendar.facts import DayOpened
from hall.calendar.service_day import DayState
from hall.day.commands.close_day import CloseDay, close_day
from hall.day.commands.open_day import OpenDay, open_day
from hall.kernel.ids import VisitId
from hall.queue.commands.issue_ticket import IssueTicket, issue_ticket
from tests.helpers.example_hall import LANDS, NINE, TUESDAY, new_hall, staffed_hall, take

SEVEN = NINE - timedelta(hours=2)
FRIDAY_NINE = NINE + timedelta(days=3)
OPEN = OpenDay("head")
ISSUE = IssueTicket(VisitId("v1"), LANDS, "kiosk-1")


def test_before_the_first_ticket_it_lets_tickets_out_early():
    hall = new_hall(at=SEVEN)
    with pytest.raises(calendar_refusals.DayNotOpenError):
        hall.run(issue_ticket, ISSUE)
    day = hall.run(open_day, OPEN)
    assert (day.day, day.by_hand) == (TUESDAY, True)
    assert hall.run(issue_ticket, ISSUE).visit.ticket == "L001"


def test_also_when_an_agent_who_signed_in_early_has_opened_it_already():
    hall = staffed_hall(at=SEVEN)
    assert hall.run(open_day, OPEN).by_hand
    assert hall.facts[-1] == DayOpened("head")
    with pytest.raises(calendar_refusals.DayOpenError):
        hall.run(open_day, OPEN)


def test_an_open_day_is_not_opened_again():
    hall = staffed_hall()
    with pytest.raises(calendar_refusals.DayOpenError):
        hall.run(open_day, OPEN)


def test_on_a_friday_the_hall_works_because_somebody_says_so():
    hall = new_hall(at=FRIDAY_NINE)
    hall.run(open_day, OPEN)
    assert hall.run(issue_ticket, ISSUE).visit.service_day == FRIDAY_NINE.date()


def test_a_day_closed_by_mistake_goes_on_with_its_numbers():
    hall = staffed_hall()
    take(hall, "a")
    hall.run(close_day, CloseDay("head"))
    day = hall.run(open_day, OPEN)
    assert (day.state, day.closed, day.closed_by) == (DayState.OPEN, None, None)
    assert take(hall, "b") == "L002"


def test_it_closes_the_day_before_when_nobody_did():
    hall = staffed_hall()
    take(hall, "a")
    hall.clock.set_wall(FRIDAY_NINE)
    hall.run(open_day, OPEN)
    assert hall.visit("a").state.value == "closed_by_day"
    assert hall.stored.days[TUESDAY].closed_by == "hour"


def test_a_doubtful_date_must_be_confirmed_first():
    hall = staffed_hall()
    hall.clock.set_wall(datetime(2099, 1, 5, 5, tzinfo=UTC))
    with pytest.raises(calendar_refusals.DayDoubtfulError):
        hall.run(open_day, OPEN)
