"""Agents sign in and out, and move; one agent, one counter, one session."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from contracts.words.hall import Outcome
from hall.calendar.facts import DayOpened, SignedIn, SignedOut
from hall.counters.commands.begin_break import Break, begin_break
from hall.counters.commands.resume_work import ResumeWork, resume_work
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.counters.commands.sign_out import SignOut, sign_out
from hall.kernel import refusals
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.counter.park import Park, park
from hall.queue.commands.counter.resume_visit import ResumeVisit, resume_visit
from hall.queue.model import refusals as queue_refusals
from hall.queue.model.facts import SessionMoved, StartedLate
from tests.helpers.example_hall import new_hall, serving_hall, staffed_hall, take

ONE, TWO, FOUR = CounterId(1), CounterId(2), CounterId(4)
SAID, NOOR = AgentId("said"), AgentId("noor")


def test_the_first_agent_opens_the_day_and_his_session():
    hall = new_hall()
    session = hall.run(sign_in, SignIn("s1", ONE, SAID))
    assert (session.counter, session.agent, session.signed_in) == (1, "said", hall.clock.now())
    assert hall.facts == [DayOpened("first_command"), SignedIn(ONE, SAID), StartedLate(ONE, SAID, 5400)]


def test_the_same_agent_again_gets_the_session_that_is_open():
    hall = staffed_hall()
    facts = list(hall.facts)
    assert hall.run(sign_in, SignIn("another", ONE, SAID)).id == "s1"
    assert hall.facts == facts


def test_whoever_signs_in_again_the_same_day_goes_on_counting_what_he_served():
    hall = serving_hall()
    agent = hall.stored.sessions["s1"].agent
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    hall.run(sign_out, SignOut(ONE, agent))
    hall.clock.advance(1800)
    assert hall.run(sign_in, SignIn("after_lunch", FOUR, agent)).served == 1
    hall.run(sign_out, SignOut(FOUR, agent))
    hall.clock.advance(86_400)
    assert hall.run(sign_in, SignIn("tomorrow", FOUR, agent)).served == 0


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        (SignIn("s9", ONE, NOOR), queue_refusals.CounterTakenError),
        (SignIn("s9", CounterId(4), SAID), queue_refusals.AgentElsewhereError),
        (SignIn("s9", CounterId(77), NOOR), refusals.CounterUnknownError),
        (SignIn("s9", CounterId(4), AgentId("nobody")), refusals.AgentUnknownError),
    ],
)
def test_a_taken_counter_a_busy_agent_and_strangers_are_refused(command, refusal):
    hall = staffed_hall()
    before = hall.stored.copy()
    with pytest.raises(refusal):
        hall.run(sign_in, command)
    assert hall.stored == before


def test_after_signing_out_the_counter_is_free_for_another():
    hall = staffed_hall()
    hall.run(sign_out, SignOut(ONE, "head"))
    assert hall.facts[-1] == SignedOut(ONE, SAID, "head")
    assert hall.run(sign_in, SignIn("s9", ONE, NOOR)).agent == "noor"
    assert hall.run(sign_in, SignIn("s8", CounterId(4), SAID)).agent == "said"


def test_nobody_leaves_a_visit_in_hand():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(call_next, CallNext(ONE))
    with pytest.raises(queue_refusals.VisitOpenError):
        hall.run(sign_out, SignOut(ONE, "said"))
    with pytest.raises(queue_refusals.VisitOpenError):
        hall.run(begin_break, Break(ONE, "prayer"))


@pytest.mark.parametrize(
    ("use_case", "command"),
    [(sign_out, SignOut(ONE, "x")), (begin_break, Break(ONE, "meal")), (resume_work, ResumeWork(ONE))],
)
def test_where_nobody_is_signed_in_there_is_nothing_to_do(use_case, command):
    with pytest.raises(queue_refusals.NotSignedInError):
        new_hall().run(use_case, command)


def test_a_session_moves_to_another_counter_with_what_is_parked_there():
    hall = serving_hall()
    hall.run(park, Park(ONE))
    with pytest.raises(queue_refusals.AgentElsewhereError):
        hall.run(sign_in, SignIn("s9", FOUR, SAID))
    session = hall.run(sign_in, SignIn("s9", FOUR, SAID, move=True))
    assert (session.id, session.counter) == ("s1", 4)
    assert hall.work().sessions.at(ONE) is None
    assert hall.visit("v1").counter == 4
    assert SessionMoved(FOUR, SAID, ONE) in hall.facts
    assert hall.run(resume_visit, ResumeVisit(FOUR, VisitId("v1"))).counter == 4


def test_nobody_moves_with_a_visit_in_hand_or_to_a_counter_that_is_taken():
    hall = serving_hall()
    with pytest.raises(queue_refusals.VisitOpenError):
        hall.run(sign_in, SignIn("s9", FOUR, SAID, move=True))
    with pytest.raises(queue_refusals.CounterTakenError):
        hall.run(sign_in, SignIn("s9", CounterId(2), SAID, move=True))


def test_a_late_start_is_marked_once_a_day():
    hall = staffed_hall(at=datetime(2026, 11, 24, 3, 40, tzinfo=UTC))  # 7:40, ten minutes after counters open
    late = [fact for fact in hall.facts if isinstance(fact, StartedLate)]
    assert [(fact.agent, fact.late_s) for fact in late] == [("said", 600), ("badriya", 600), ("rashid", 600)]
    hall.run(sign_out, SignOut(ONE, "said"))
    hall.run(sign_in, SignIn("s10", ONE, SAID))
    assert len([fact for fact in hall.facts if isinstance(fact, StartedLate)]) == 3
