"""A lost ticket is found by what its visitor remembers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hall.kernel.ids import CounterId, VisitId
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.queries.find_visits import FindVisits, find_visits
from tests.helpers.example_hall import ENQUIRIES, LANDS, NINE, TUESDAY, new_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall


@pytest.fixture
def hall() -> MemoryHall:
    """Return a hall with three tickets, at 9:00:01, 9:10:02 and 9:20:03."""
    made = staffed_hall()
    for name, service in (("v1", LANDS), ("v2", ENQUIRIES), ("v3", LANDS)):
        take(made, name, service)
        made.clock.advance(600)
    return made


def found(hall: MemoryHall, **what: object) -> list[str]:
    return [visit.id for visit in hall.run(find_visits, FindVisits(**what))]


def test_by_service_and_time_the_newest_first(hall):
    assert found(hall, service=LANDS) == ["v3", "v1"]
    ten_past = NINE + timedelta(minutes=10)
    assert found(hall, since=ten_past) == ["v3", "v2"]
    assert found(hall, service=LANDS, until=ten_past) == ["v1"]
    assert found(hall, since=ten_past + timedelta(hours=1)) == []


def test_by_how_the_number_begins_whatever_became_of_it(hall):
    hall.run(call_next, CallNext(CounterId(1)))
    assert found(hall, begins="L00") == ["v3", "v1"]
    assert found(hall, begins="L001") == ["v1"]
    assert found(hall, begins="L1") == ["v1"], "typed short"


def test_by_the_telephone_number_that_was_left(hall):
    left: set[VisitId] = set()

    def is_mine(day: date) -> set[VisitId]:
        assert day == TUESDAY
        return left

    assert found(hall, has_phone=is_mine) == []
    left.add(VisitId("v3"))
    assert found(hall, has_phone=is_mine) == ["v3"]
    assert found(hall, has_phone=is_mine, service=ENQUIRIES) == []


def test_before_the_first_ticket_there_is_nothing_to_find():
    assert found(new_hall(), service=LANDS) == []
