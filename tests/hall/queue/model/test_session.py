"""A counter session: breaks and the end of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from hall.calendar.facts import BreakBegun, BreakEnded, SignedIn, SignedOut
from hall.kernel.ids import AgentId, CounterId
from hall.kernel.moment import Moment
from hall.queue.model.facts import BreakAsked
from hall.queue.model.refusals import NotOnBreakError, OnBreakError
from hall.queue.model.session import CounterSession, new_session

NINE = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
THREE, SAID = CounterId(3), AgentId("said")


def at(seconds: float) -> Moment:
    return Moment(NINE + timedelta(seconds=seconds), round(seconds * 1e9), "b1")


def session() -> CounterSession:
    return new_session("s1", THREE, SAID, at=at(0))


def test_a_session_begins_with_its_fact_and_no_break():
    assert session().new_facts == [SignedIn(THREE, SAID)]
    assert not session().on_break


def test_a_break_has_a_reason_and_a_length():
    it = session()
    it.begin_break("prayer", at=at(60))
    assert (it.on_break, it.break_reason) == (True, "prayer")
    it.end_break(at=at(960.4))
    assert (it.on_break, it.break_reason, it.free_since) == (False, None, at(960.4))
    assert it.new_facts[1:] == [BreakBegun(THREE, SAID, "prayer"), BreakEnded(THREE, SAID, 900)]


def test_a_break_out_of_turn_is_told_by_the_fact_that_asks_for_it():
    it = session()
    it.ask_break("prayer", 15, out_of_turn=True)
    it.leave(at=at(600))
    assert it.new_facts[1:] == [BreakAsked(THREE, SAID, "prayer", out_of_turn=True), BreakBegun(THREE, SAID, "prayer")]
    it.end_break(at=at(700))
    it.begin_break("prayer", at=at(800), out_of_turn=True)
    assert it.new_facts[-1] == BreakBegun(THREE, SAID, "prayer", out_of_turn=True)


def test_a_break_that_is_asked_for_keeps_its_length_until_it_begins():
    it = session()
    it.ask_break("meal", 15)
    assert (it.break_minutes, it.break_until) == (15, None)
    it.leave(at=at(600))
    assert (it.break_minutes, it.break_until) == (None, at(1500).at)
    it.end_break(at=at(700))
    it.ask_break("meal", 15)
    it.end_break(at=at(701))
    assert (it.break_asked, it.break_minutes) == (None, None)


def test_a_break_is_not_begun_twice_nor_ended_when_there_is_none():
    it = session()
    with pytest.raises(NotOnBreakError):
        it.end_break(at=at(1))
    it.begin_break("meal", at=at(60))
    with pytest.raises(OnBreakError):
        it.begin_break("prayer", at=at(61))
    assert (it.break_reason, it.on_break_since) == ("meal", at(60))


def test_signing_out_says_by_whom_and_ends_a_break():
    it = session()
    it.begin_break("meal", at=at(60))
    it.sign_out("head", at=at(120))
    assert (it.signed_out, it.on_break) == (at(120), False)
    assert it.new_facts[2:] == [BreakEnded(THREE, SAID, 60), SignedOut(THREE, SAID, "head")]
