"""The memory hall keeps what a database would keep, and forgets what a refused command did."""

from __future__ import annotations

import pytest

from hall.kernel.ids import CounterId, VisitId
from hall.kernel.refusals import HallError, VisitUnknownError
from hall.queue.commands.counter.call_next import CallNext, call_next
from tests.helpers.example_hall import LANDS, TUESDAY, new_hall, staffed_hall, take


def test_a_changed_visit_is_not_stored_until_it_is_saved():
    hall = staffed_hall()
    take(hall, "v1")
    visit = hall.visit("v1")
    visit.cancel("me", at=hall.clock.now())
    assert hall.visit("v1").state.value == "waiting"


def test_a_refused_command_leaves_no_trace():
    hall = staffed_hall()
    take(hall, "v1")
    before = hall.stored.copy()

    def changes_then_refuses(command, *, work, now):
        visit = work.visits.get(command)
        visit.cancel("me", at=now)
        work.visits.save(visit)
        raise HallError("no")

    with pytest.raises(HallError):
        hall.run(changes_then_refuses, VisitId("v1"))
    assert hall.stored == before


def test_a_stale_copy_cannot_be_saved():
    hall = staffed_hall()
    take(hall, "v1")
    work = hall.work()
    first, second = work.visits.get(VisitId("v1")), work.visits.get(VisitId("v1"))
    work.visits.save(first)
    with pytest.raises(AssertionError, match="changed by somebody else"):
        work.visits.save(second)


def test_facts_have_one_gapless_line_and_leave_the_visit():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(call_next, CallNext(CounterId(1)))
    assert [seq for seq, _ in hall.stored.facts] == list(range(1, len(hall.facts) + 1))
    assert hall.visit("v1").new_facts == []


def test_an_unknown_visit_is_refused_by_get_and_none_by_find():
    work = new_hall().work()
    assert work.visits.find(VisitId("nobody")) is None
    with pytest.raises(VisitUnknownError):
        work.visits.get(VisitId("nobody"))


def test_the_newest_visit_with_a_number_is_found_by_its_ticket():
    hall = staffed_hall()
    ticket = take(hall, "v1")
    found = hall.work().visits.by_ticket(TUESDAY, ticket)
    assert found is not None
    assert (found.id, found.service) == ("v1", LANDS)
    assert hall.work().visits.by_ticket(TUESDAY, "L999") is None


def test_the_clock_moves_wall_and_monotonic_together_unless_the_wall_is_set():
    clock = new_hall().clock
    start = clock.now()
    assert clock.advance(90).seconds_since(start) == 90
    clock.set_wall(start.at)
    assert clock.now().seconds_since(start) == 90
    clock.reboot("b2")
    assert clock.now().seconds_since(start) == 0
