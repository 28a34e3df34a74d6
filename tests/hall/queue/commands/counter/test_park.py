"""A visit is set aside at its counter."""

from __future__ import annotations

from datetime import timedelta

import pytest

from contracts.words.hall import VisitState
from hall.kernel.ids import CounterId, VisitId
from hall.kernel.refusals import RemindAtError
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.park import Park, due_reminders, park, remind
from hall.queue.commands.counter.resume_visit import ResumeVisit, resume_visit
from hall.queue.model import refusals as queue_refusals
from hall.queue.model.facts import VisitReminded
from tests.helpers.example_hall import called_hall, serving_hall, staffed_hall, take

ONE = CounterId(1)


@pytest.mark.parametrize("make", [called_hall, serving_hall])
def test_a_parked_visit_leaves_the_counter_free_for_another(make):
    hall = make()
    take(hall, "v2")
    hall.run(park, Park(ONE))
    assert [visit.id for visit in hall.work().visits.parked_at(ONE)] == ["v1"]
    other = hall.run(call_next, CallNext(ONE))
    assert other is not None
    assert other.id == "v2"


def test_since_when_it_is_set_aside_is_known_until_it_is_called_again():
    hall = serving_hall()
    hall.clock.advance(300)
    assert hall.run(park, Park(ONE)).stage.parked_since == hall.clock.at
    hall.clock.advance(60)
    assert hall.run(resume_visit, ResumeVisit(ONE, VisitId("v1"))).stage.parked_since is None


def test_there_must_be_a_visit_to_park():
    with pytest.raises(queue_refusals.NoVisitError):
        staffed_hall().run(park, Park(ONE))


def test_a_counter_is_reminded_once_when_the_time_has_come():
    hall = serving_hall()
    visit = hall.run(park, Park(ONE, remind_in_min=15, note="fetches the deed"))
    assert (visit.stage.remind_at, visit.stage.note) == (hall.clock.at + timedelta(minutes=15), "fetches the deed")
    hall.clock.advance(899)
    assert due_reminders(work=hall.work(), now=hall.clock.now()) == []
    hall.clock.advance(1)
    for _ in range(2):
        hall.run(lambda _command, *, work, now: remind(work=work, now=now), None)
    assert [type(fact) for fact in hall.facts].count(VisitReminded) == 1
    assert hall.visit("v1").state is VisitState.PARKED


def test_who_was_called_again_needs_no_reminder():
    hall = serving_hall()
    hall.run(park, Park(ONE, remind_in_min=1))
    hall.run(resume_visit, ResumeVisit(ONE, VisitId("v1")))
    hall.clock.advance(120)
    assert due_reminders(work=hall.work(), now=hall.clock.now()) == []


@pytest.mark.parametrize("minutes", [0, 721, -5])
def test_a_reminder_lies_ahead_within_the_day(minutes):
    hall = serving_hall()
    with pytest.raises(RemindAtError):
        hall.run(park, Park(ONE, remind_in_min=minutes))
