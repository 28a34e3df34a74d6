"""The day is closed from a page of who is left."""

from __future__ import annotations

import pytest

from contracts.hall_words import Outcome, VisitState
from hall.application.begin_serving import BeginServing, begin_serving
from hall.application.call_next import CallNext, call_next
from hall.application.cancel import Cancel, cancel
from hall.application.close_day import CloseDay, Leaving, close_day
from hall.application.end_day import close_by_hour
from hall.application.finish import Finish, finish
from hall.application.mark_no_show import MarkNoShow, mark_no_show
from hall.application.open_day import OpenDay, open_day
from hall.application.park import Park, park
from hall.application.undo import Undo, undo
from hall.domain import day_errors
from hall.domain.day_events import DayClosed
from hall.domain.errors import NothingToUndoError
from hall.domain.events import VisitBroughtBack
from hall.domain.ids import CounterId, VisitId
from hall.domain.service_day import DayState
from tests.helpers.example_hall import ALWAYS, NINE, TUESDAY, new_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall

ONE, TWO, THREE = CounterId(1), CounterId(2), CounterId(3)


def evening() -> MemoryHall:
    """v1 finished, v2 missed, v3 called, v4 served, v5 parked, v6 and v7 waiting, v8 cancelled."""
    hall = staffed_hall()
    for number in range(1, 9):
        take(hall, f"v{number}")
    hall.run(cancel, Cancel(VisitId("v8"), "kiosk-1"))
    hall.run(call_next, CallNext(ONE))
    hall.run(begin_serving, BeginServing(ONE))
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    hall.run(call_next, CallNext(ONE))
    hall.run(mark_no_show, MarkNoShow(ONE))
    hall.run(call_next, CallNext(ONE))
    hall.run(call_next, CallNext(TWO))
    hall.run(begin_serving, BeginServing(TWO))
    hall.run(call_next, CallNext(THREE))
    hall.run(park, Park(THREE))
    return hall


def states(hall: MemoryHall) -> dict[str, str]:
    return {visit.id: visit.state.value for visit in hall.stored.visits.values()}


def test_each_visit_that_is_left_ends_as_it_should():
    hall = evening()
    choices = {VisitId("v7"): Leaving.CANCELLED}
    day = hall.run(close_day, CloseDay("head", choices=choices, end_serving=True))
    assert states(hall) == {
        "v1": "finished", "v2": "no_show", "v3": "no_show", "v4": "closed_by_day",
        "v5": "carried_over", "v6": "carried_over", "v7": "cancelled", "v8": "cancelled",
    }  # fmt: skip
    assert (day.state, day.closed_by, day.closed) == (DayState.CLOSED, "head", hall.clock.now())
    assert hall.facts[-1] == DayClosed("head", 5)
    assert hall.work().sessions.open() == []


def test_the_centre_is_told_of_each_visit_once():
    hall = evening()
    hall.run(close_day, CloseDay("head", end_serving=True))
    told = {record.visit: (record.state, record.rev) for record in hall.told}
    assert len(hall.told) == len(told) == 8
    assert {visit: state for visit, (state, _) in told.items()} == states(hall)
    assert {rev for _, rev in told.values()} == {1}


def test_all_can_be_cancelled():
    hall = evening()
    hall.run(close_day, CloseDay("head", waiting=Leaving.CANCELLED, end_serving=True))
    assert {states(hall)[name] for name in ("v5", "v6", "v7")} == {"cancelled"}


def test_a_visit_at_a_counter_refuses_the_close_unless_it_is_meant():
    hall = evening()
    before = hall.stored.copy()
    with pytest.raises(day_errors.AgentsServingError, match="L003, L004"):
        hall.run(close_day, CloseDay("head"))
    assert hall.stored == before


def test_a_day_is_closed_once():
    hall = staffed_hall()
    hall.run(close_day, CloseDay("head"))
    with pytest.raises(day_errors.DayClosedError):
        hall.run(close_day, CloseDay("head"))
    with pytest.raises(day_errors.DayClosedError):
        new_hall().run(close_day, CloseDay("head"))


def test_what_has_ended_before_is_not_undone_after():
    hall = evening()
    hall.run(close_day, CloseDay("head", end_serving=True))
    for n in range(2, 8):
        with pytest.raises(NothingToUndoError):
            hall.run(undo, Undo(VisitId(f"v{n}"), "head"))


def test_the_set_hour_ends_everything_by_the_day():
    hall = evening()

    def by_hour(_command, *, work, now):
        close_by_hour(work.days.latest(), work=work, now=now)

    hall.run(by_hour, None)
    assert states(hall) == {
        "v1": "finished", "v2": "no_show", "v3": "no_show", "v4": "closed_by_day",
        "v5": "closed_by_day", "v6": "closed_by_day", "v7": "closed_by_day", "v8": "cancelled",
    }  # fmt: skip
    assert hall.work().visits.carried_over(TUESDAY) == []
    assert hall.facts[-1] == DayClosed("hour", 5)


def test_opening_again_restores_the_hall_as_it_stood_and_nobody_who_had_ended_before():
    hall = evening()
    before = {name: hall.visit(name) for name in states(hall)}
    hall.clock.advance(1)
    hall.run(close_day, CloseDay("head", choices={VisitId("v7"): Leaving.CANCELLED}, end_serving=True))
    hall.clock.advance(600)
    hall.run(open_day, OpenDay("head"))
    assert states(hall) == {
        "v1": "finished", "v2": "no_show", "v3": "waiting", "v4": "waiting",
        "v5": "parked", "v6": "waiting", "v7": "waiting", "v8": "cancelled",
    }  # fmt: skip
    for name in ("v3", "v4", "v5", "v6", "v7"):
        now = hall.visit(name)
        assert (now.issued, now.stage.rank_from) == (before[name].issued, before[name].stage.rank_from)
        assert (now.stage.ended, now.previous_state) == (None, None)
    brought = [fact for fact in hall.facts if isinstance(fact, VisitBroughtBack)]
    assert [(fact.visit, fact.was, fact.now, fact.by) for fact in brought] == [
        ("v3", "no_show", "waiting", "head"), ("v4", "closed_by_day", "waiting", "head"),
        ("v5", "carried_over", "parked", "head"), ("v6", "carried_over", "waiting", "head"),
        ("v7", "cancelled", "waiting", "head"),
    ]  # fmt: skip


def test_the_centre_hears_of_a_visit_that_came_back_when_it_ends_again():
    hall = evening()
    hall.run(close_day, CloseDay("head", end_serving=True))
    hall.run(open_day, OpenDay("head"))
    hall.run(close_day, CloseDay("head", waiting=Leaving.CANCELLED, end_serving=True))
    told = [(record.state, record.rev) for record in hall.told if record.visit == "v6"]
    assert [(state, rev) for state, rev in told] == [("carried_over", 1), ("cancelled", 2)]


def test_a_close_by_the_hour_is_taken_back_too():
    hall = staffed_hall(at=NINE)
    take(hall, "v1")

    def by_hour(_command, *, work, now):
        close_by_hour(work.days.latest(), work=work, now=now)

    hall.run(by_hour, None)
    hall.run(open_day, OpenDay("head"))
    assert hall.visit("v1").state is VisitState.WAITING


def test_those_who_came_back_are_not_carried_over_a_second_time():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(close_day, CloseDay("head"))
    hall.run(open_day, OpenDay("head"))
    hall.run(cancel, Cancel(VisitId("v1"), "kiosk-1"))
    hall.run(close_day, CloseDay("head"))
    hall.clock.advance(24 * 3600)
    hall.run(open_day, OpenDay("head"))
    assert list(states(hall)) == ["v1"]


def test_in_a_hall_that_never_closes_agents_stay_signed_in():
    hall = staffed_hall(ALWAYS)
    take(hall, "v1")
    hall.run(close_day, CloseDay("head"))
    assert len(hall.work().sessions.open()) == 3
    assert hall.visit("v1").state is VisitState.CARRIED_OVER
