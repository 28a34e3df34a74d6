"""Agents sign in and out and go on breaks; one agent, one counter, one session."""

from __future__ import annotations

import pytest

from hall.application.call_next import CallNext, call_next
from hall.application.open_counter import (
    Break,
    ResumeWork,
    SignIn,
    SignOut,
    begin_break,
    resume_work,
    sign_in,
    sign_out,
)  # fmt: skip
from hall.domain import counter_errors, errors
from hall.domain.day_events import BreakBegun, BreakEnded, DayOpened, SignedIn, SignedOut
from hall.domain.ids import AgentId, CounterId
from tests.helpers.example_hall import new_hall, staffed_hall, take

ONE, TWO = CounterId(1), CounterId(2)
SAID, NOOR = AgentId("said"), AgentId("noor")


def test_the_first_agent_opens_the_day_and_his_session():
    hall = new_hall()
    session = hall.run(sign_in, SignIn("s1", ONE, SAID))
    assert (session.counter, session.agent, session.signed_in) == (1, "said", hall.clock.now())
    assert hall.facts == [DayOpened("first_command"), SignedIn(ONE, SAID)]


def test_the_same_agent_again_gets_the_session_that_is_open():
    hall = staffed_hall()
    facts = list(hall.facts)
    assert hall.run(sign_in, SignIn("another", ONE, SAID)).id == "s1"
    assert hall.facts == facts


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        (SignIn("s9", ONE, NOOR), counter_errors.CounterTakenError),
        (SignIn("s9", CounterId(4), SAID), counter_errors.AgentElsewhereError),
        (SignIn("s9", CounterId(77), NOOR), errors.CounterUnknownError),
        (SignIn("s9", CounterId(4), AgentId("nobody")), errors.AgentUnknownError),
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
    with pytest.raises(counter_errors.VisitOpenError):
        hall.run(sign_out, SignOut(ONE, "said"))
    with pytest.raises(counter_errors.VisitOpenError):
        hall.run(begin_break, Break(ONE, "prayer"))


def test_a_break_begins_and_ends_once():
    hall = staffed_hall()
    hall.run(begin_break, Break(ONE, "prayer"))
    with pytest.raises(counter_errors.OnBreakError):
        hall.run(begin_break, Break(ONE, "meal"))
    hall.clock.advance(600)
    session = hall.run(resume_work, ResumeWork(ONE))
    assert not session.on_break
    assert [f for f in hall.facts if isinstance(f, BreakBegun | BreakEnded)] == [
        BreakBegun(ONE, SAID, "prayer"), BreakEnded(ONE, SAID, 600),
    ]  # fmt: skip
    with pytest.raises(counter_errors.NotOnBreakError):
        hall.run(resume_work, ResumeWork(ONE))


def test_a_break_needs_a_known_reason():
    hall = staffed_hall()
    before = hall.stored.copy()
    with pytest.raises(errors.ReasonUnknownError, match="prayer, meal"):
        hall.run(begin_break, Break(ONE, "because"))
    assert hall.stored == before


@pytest.mark.parametrize(
    ("use_case", "command"),
    [(sign_out, SignOut(ONE, "x")), (begin_break, Break(ONE, "meal")), (resume_work, ResumeWork(ONE))],
)
def test_where_nobody_is_signed_in_there_is_nothing_to_do(use_case, command):
    with pytest.raises(counter_errors.NotSignedInError):
        new_hall().run(use_case, command)


def test_an_agent_on_a_break_may_sign_out():
    hall = staffed_hall()
    hall.run(begin_break, Break(ONE, "meal"))
    hall.run(sign_out, SignOut(ONE, "said"))
    assert hall.work().sessions.at(ONE) is None
