"""What the writer lane remembers."""

from __future__ import annotations

import dataclasses

from contracts.hall_words import VisitState
from hall.adapters.lane_memory import LaneMemory, VisitsInHall, duplicate
from hall.domain.ids import CounterId, ServiceCode, VisitId
from hall.domain.service_day import DayState, ServiceDay
from hall.domain.stage import AT_COUNTER, IN_HALL
from hall.domain.visit import Visit
from hall.domain.waiting import waiting_of
from tests.hall.adapters.test_visit_rows import at, full_visit
from tests.helpers.example_hall import TUESDAY

L = ServiceCode("L")


def visit(name: str, state: VisitState = VisitState.WAITING, second: int = 1, service: str = "L") -> Visit:
    made = full_visit()
    made.id, made.issued = VisitId(name), at(second)
    made.stages = [dataclasses.replace(made.stages[0], state=state, service=ServiceCode(service))]
    return made


def test_a_duplicate_is_equal_and_shares_nothing_that_changes() -> None:
    original = full_visit()
    copy = duplicate(original)
    assert copy == original
    copy.stages[0].note, copy.topics = "changed", ()
    copy.stages.pop()
    assert original == full_visit()


def test_what_is_kept_cannot_be_changed_from_outside() -> None:
    mine = visit("v1")
    kept = VisitsInHall([mine])
    mine.stage.state = VisitState.CALLED
    found = kept.find(VisitId("v1"))
    assert found is not None
    found.stage.state = VisitState.CALLED
    assert kept.count_waiting(TUESDAY, L) == 1
    assert kept.standing(AT_COUNTER) == []


def test_a_visit_is_where_its_newest_state_puts_it() -> None:
    kept = VisitsInHall()
    for state in (VisitState.WAITING, VisitState.CALLED, VisitState.PARKED, VisitState.WAITING, VisitState.FINISHED):
        kept.keep(visit("v1", state))
        assert bool(kept.standing(IN_HALL)) == kept.anybody(TUESDAY) == (state is not VisitState.FINISHED)
        assert kept.count_waiting(TUESDAY, L) == len(kept.queue(TUESDAY, None)) == (state is VisitState.WAITING)
    assert kept.find(VisitId("v1")) is None


def test_a_visit_that_changed_its_service_waits_there_only() -> None:
    kept = VisitsInHall([visit("v1")])
    kept.keep(visit("v1", service="H"))
    assert (kept.count_waiting(TUESDAY, L), kept.count_waiting(TUESDAY, ServiceCode("H"))) == (0, 1)


def test_lists_are_by_first_issue() -> None:
    kept = VisitsInHall([visit("b", second=2), visit("c", second=1), visit("a", second=2, service="H")])
    assert [one.id for one in kept.waiting(TUESDAY, None)] == ["c", "a", "b"]
    assert [one.id for one in kept.waiting(TUESDAY, [L])] == ["c", "b"]
    assert kept.queue(TUESDAY, [ServiceCode("H")]) == [waiting_of(visit("a", second=2, service="H"))]


def test_a_counter_has_its_own() -> None:
    kept = VisitsInHall([visit("v1", VisitState.SERVING), visit("v2", VisitState.PARKED)])
    assert [one.id for one in kept.standing(AT_COUNTER, counter=CounterId(3))] == ["v1"]
    assert kept.standing(AT_COUNTER, counter=CounterId(4)) == []
    assert kept.at_counter(CounterId(3)) == visit("v1", VisitState.SERVING)
    assert kept.at_counter(CounterId(4)) is None


def test_a_counter_is_free_when_its_visit_has_left_it() -> None:
    kept = VisitsInHall([visit("v1", VisitState.CALLED)])
    kept.keep(visit("v1", VisitState.SERVING))
    assert kept.at_counter(CounterId(3)) == visit("v1", VisitState.SERVING)
    for left in (VisitState.PARKED, VisitState.FINISHED):
        kept.keep(visit("v1", left))
        assert kept.at_counter(CounterId(3)) is None
    kept.keep(visit("v2", VisitState.CALLED))
    assert kept.at_counter(CounterId(3)) == visit("v2", VisitState.CALLED)


def test_forgetting_is_complete() -> None:
    memory = LaneMemory()
    memory.in_hall, memory.last_fact = VisitsInHall(), 4
    memory.day = ServiceDay(TUESDAY, DayState.OPEN, at(1))
    memory.last_numbers[TUESDAY, L] = 7
    memory.calls[TUESDAY], memory.sessions = {L: 1}, {}
    memory.forget()
    assert (memory.in_hall, memory.last_fact, memory.day, memory.sessions) == (None, None, None, None)
    assert (memory.last_numbers, memory.calls) == ({}, {})


def test_it_tells_since_when_who_waits_does() -> None:
    kept = VisitsInHall([visit("v1", second=1), visit("v2", VisitState.CALLED), visit("v3", second=3, service="M")])
    since = kept.waiting_since(TUESDAY)
    assert {service: len(moments) for service, moments in since.items()} == {"L": 1, "M": 1}
    assert since[L] == [kept.as_kept(VisitId("v1")).stage.issued]
    assert kept.as_kept(VisitId("v4")) is None
