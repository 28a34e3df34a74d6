"""The day is closed from a page of who is left."""

from __future__ import annotations

import pytest

from hall.calendar import refusals as calendar_refusals
from hall.calendar.facts import DayClosed
from hall.calendar.service_day import DayState
from hall.day.commands.close_day import CloseDay, Leaving, close_day
from hall.kernel.ids import CounterId, VisitId
from hall.kernel.refusals import NothingToUndoError
from hall.queue.commands.end_day import close_by_hour
from hall.queue.commands.reception.undo import Undo, undo
from tests.helpers.evening import evening, states
from tests.helpers.example_hall import TUESDAY, new_hall, staffed_hall

ONE, TWO, THREE = CounterId(1), CounterId(2), CounterId(3)


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
    with pytest.raises(calendar_refusals.AgentsServingError, match="L003, L004"):
        hall.run(close_day, CloseDay("head"))
    assert hall.stored == before


def test_a_day_is_closed_once():
    hall = staffed_hall()
    hall.run(close_day, CloseDay("head"))
    with pytest.raises(calendar_refusals.DayClosedError):
        hall.run(close_day, CloseDay("head"))
    with pytest.raises(calendar_refusals.DayClosedError):
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
