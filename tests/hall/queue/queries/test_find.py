"""A number that a visitor reads aloud finds every visit of the day that has it."""

from __future__ import annotations

from contracts.words.hall import VisitorKind, VisitState
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.queries.find import numbered_visits
from tests.hall.counters.commands.test_sign_in import ONE
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, new_hall, staffed_hall, take


def test_those_in_the_hall_come_first_whatever_their_service():
    hall = staffed_hall()
    take(hall, "land", LANDS)
    hall.run(call_next, CallNext(ONE))
    hall.run(mark_no_show, MarkNoShow(ONE))
    hall.clock.advance(60)
    take(hall, "house", HOUSING)
    take(hall, "ask", ENQUIRIES)
    take(hall, "another", LANDS)
    found = numbered_visits(1, work=hall.work(), now=hall.clock.now())
    assert [(one.visit, one.state) for one in found.visits] == [
        ("ask", VisitState.WAITING), ("house", VisitState.WAITING), ("land", VisitState.NO_SHOW),
    ]  # fmt: skip
    assert found.at == hall.clock.at
    assert [one.visit for one in numbered_visits(2, work=hall.work(), now=hall.clock.now()).visits] == ["another"]


def test_a_number_nobody_has_and_a_hall_without_a_day_find_nobody():
    assert numbered_visits(7, work=staffed_hall().work(), now=staffed_hall().clock.now()).visits == ()
    hall = new_hall()
    assert numbered_visits(1, work=hall.work(), now=hall.clock.now()).visits == ()


def test_who_the_visitor_is_is_for_agents_alone():
    hall = staffed_hall()
    take(hall, "house", HOUSING)
    work, now = hall.work(), hall.clock.now()
    kinds = [numbered_visits(1, work=work, now=now, notes=notes).visits[0].visitor_kind for notes in (True, False)]
    assert kinds == [VisitorKind.CITIZEN, None]
