"""Breaks begin at once or after the visit in hand, and end."""

from __future__ import annotations

from datetime import timedelta

import pytest

from contracts.words.hall import Outcome
from hall.calendar.facts import BreakBegun, BreakEnded
from hall.counters.commands.begin_break import Break, begin_break
from hall.counters.commands.resume_work import ResumeWork, resume_work
from hall.counters.commands.sign_out import SignOut, sign_out
from hall.kernel import refusals
from hall.kernel.ids import AgentId, CounterId
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.model import refusals as queue_refusals
from tests.helpers.example_hall import ENQUIRIES, serving_hall, staffed_hall, take

ONE, TWO, FOUR = CounterId(1), CounterId(2), CounterId(4)
SAID, NOOR = AgentId("said"), AgentId("noor")


def test_a_break_begins_and_ends_once():
    hall = staffed_hall()
    hall.run(begin_break, Break(ONE, "prayer"))
    with pytest.raises(queue_refusals.OnBreakError):
        hall.run(begin_break, Break(ONE, "meal"))
    hall.clock.advance(600)
    session = hall.run(resume_work, ResumeWork(ONE))
    assert not session.on_break
    assert [f for f in hall.facts if isinstance(f, BreakBegun | BreakEnded)] == [
        BreakBegun(ONE, SAID, "prayer"), BreakEnded(ONE, SAID, 600),
    ]  # fmt: skip
    with pytest.raises(queue_refusals.NotOnBreakError):
        hall.run(resume_work, ResumeWork(ONE))


def test_a_break_needs_a_known_reason():
    hall = staffed_hall()
    before = hall.stored.copy()
    with pytest.raises(refusals.ReasonUnknownError, match="prayer, meal"):
        hall.run(begin_break, Break(ONE, "because"))
    assert hall.stored == before


def test_an_agent_on_a_break_may_sign_out():
    hall = staffed_hall()
    hall.run(begin_break, Break(ONE, "meal"))
    hall.run(sign_out, SignOut(ONE, "said"))
    assert hall.work().sessions.at(ONE) is None


def test_a_break_asked_while_serving_begins_after_the_finish_and_can_be_taken_back():
    hall = serving_hall()
    hall.run(begin_break, Break(ONE, "meal", minutes=20, after_visit=True))
    assert hall.run(resume_work, ResumeWork(ONE)).break_asked is None
    session = hall.run(begin_break, Break(ONE, "meal", minutes=20, after_visit=True))
    assert (session.on_break, session.break_asked) == (False, "meal")
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    session = hall.work().sessions.at(ONE)
    assert session is not None
    assert (session.on_break, session.break_reason, session.break_asked) == (True, "meal", None)
    assert session.break_until == hall.clock.at + timedelta(minutes=20)


def test_the_length_of_a_break_that_was_asked_for_counts_from_its_begin():
    hall = serving_hall()
    hall.run(begin_break, Break(ONE, "meal", minutes=10, after_visit=True))
    hall.clock.advance(900)
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    session = hall.work().sessions.at(ONE)
    assert session is not None
    assert session.break_until == hall.clock.at + timedelta(minutes=10)


def test_the_last_counter_of_a_service_for_which_people_wait_is_warned():
    hall = staffed_hall()
    take(hall, "v1", ENQUIRIES)
    with pytest.raises(queue_refusals.LastCounterError, match="Q"):
        hall.run(begin_break, Break(CounterId(3), "prayer", unless_last=True))
    assert hall.run(begin_break, Break(CounterId(3), "prayer")).on_break
    assert hall.run(begin_break, Break(ONE, "prayer", unless_last=True)).on_break, "Badriya serves Lands, nobody waits"
