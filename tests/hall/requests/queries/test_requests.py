"""The lists say what is not yet referred, due today and overdue, the one due first at the head."""

from __future__ import annotations

from datetime import UTC, date, datetime

from contracts.words.requests import RequestList
from hall.calendar.working_days import Calendar, calendar_of
from hall.requests.commands.move_request import Decide, Refer, Reply, decide, refer, reply
from hall.requests.queries.requests import (
    registered_view,
    request_status,
    request_view,
    requests_view,
    working_days_between,
)
from tests.hall.requests.commands.test_register_request import made
from tests.helpers.example_hall import staffed_hall
from tests.helpers.memory_work import MemoryHall

DAY_S = 86_400


def listed(hall: MemoryHall, which: RequestList, directorate: str | None = None) -> list[str]:
    found = requests_view(which, directorate, work=hall.work(), now=hall.clock.now())
    return [one.number for one in found]


def test_a_request_goes_through_the_lists_as_days_pass() -> None:
    hall = staffed_hall()
    one = made(hall).number
    assert (listed(hall, RequestList.NOT_REFERRED), listed(hall, RequestList.DUE_TODAY)) == ([one], [])
    hall.clock.advance(7 * DAY_S)  # Tuesday 1 December, after the National Day
    assert (listed(hall, RequestList.DUE_TODAY), listed(hall, RequestList.OVERDUE)) == ([one], [])
    hall.clock.advance(DAY_S)
    assert (listed(hall, RequestList.DUE_TODAY), listed(hall, RequestList.OVERDUE)) == ([], [one])
    hall.run(refer, Refer(one, None, "said"))
    assert listed(hall, RequestList.NOT_REFERRED) == []
    assert listed(hall, RequestList.WITH_DIRECTORATE, "lands") == [one]
    assert listed(hall, RequestList.WITH_DIRECTORATE, "housing") == []
    assert listed(hall, RequestList.ALL) == [one]


def test_age_is_counted_in_working_days_until_the_reply() -> None:
    hall = staffed_hall()
    one = made(hall).number
    hall.clock.advance(7 * DAY_S)
    work = hall.work()
    known = work.requests.find(one)
    assert known is not None
    assert request_view(known, work=work, now=hall.clock.now()).age_days == 3
    assert working_days_between(date(2024, 5, 2), date(2024, 5, 5), Calendar()) == 1


def test_a_reply_after_midnight_counts_for_the_day_that_has_begun_here() -> None:
    hall = staffed_hall()
    one = made(hall).number
    hall.run(refer, Refer(one, None, "said"))
    known = hall.work().requests.find(one)
    assert known is not None
    late = datetime(2026, 11, 25, 22, tzinfo=UTC)  # 02:00 of Thursday 26 in Muscat
    replied = known.answered("yes", "lands", late)
    assert request_view(replied, work=hall.work(), now=hall.clock.now()).age_days == working_days_between(
        date(2026, 11, 24), date(2026, 11, 26), calendar_of(hall.settings)
    )


def test_the_status_tells_where_it_stands_and_not_what_it_is_about() -> None:
    hall = staffed_hall()
    one = made(hall).number
    hall.run(refer, Refer(one, None, "said"))
    hall.run(reply, Reply(one, "Come on Sunday", "lands"))
    known = hall.work().requests.find(one)
    assert known is not None
    status = request_status(known, hall.settings)
    assert (status.state.value, status.reply, status.hall) == ("replied", "Come on Sunday", "muscat-1")
    assert not hasattr(status, "subject")
    assert registered_view(known).latest == known.latest


def test_a_decision_is_shown_with_its_power() -> None:
    hall = staffed_hall()
    one = made(hall, urgent=True).number
    hall.run(decide, Decide(one, "granted", "the head", "director", None, "said"))
    (view,) = requests_view(RequestList.ALL, None, work=hall.work(), now=hall.clock.now())
    assert view.decision is not None
    assert (view.decision.power_names["en"], view.overdue) == ("Delegated by the director", False)
