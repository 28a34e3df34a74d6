"""Days that are over, on both databases."""

from __future__ import annotations

from datetime import timedelta

from contracts.hall_words import VisitState
from hall.application.call_next import CallNext, call_next
from hall.application.close_day import CloseDay, close_day
from hall.application.open_counter import SignIn, sign_in
from hall.domain.ids import AgentId, CounterId
from tests.hall.adapters.conftest import Hall
from tests.helpers.example_hall import LANDS, TUESDAY

ONE = CounterId(1)


def test_a_day_is_found_with_its_states_and_its_calls(hall: Hall) -> None:
    hall.run(sign_in, SignIn("s1", ONE, AgentId("said")))
    hall.issue(visit="v1")
    hall.issue(visit="v2")
    hall.clock.advance(300)
    hall.run(call_next, CallNext(ONE))
    hall.run(close_day, CloseDay("noor", end_serving=True))
    after = TUESDAY + timedelta(days=3)
    assert hall.ask(lambda work, _now: work.past_days.before(after)) == (TUESDAY, "noor")
    assert hall.ask(lambda work, _now: work.past_days.before(TUESDAY)) is None
    states = hall.ask(lambda work, _now: work.past_days.states(TUESDAY))
    assert states == {VisitState.NO_SHOW: 1, VisitState.CARRIED_OVER: 1}
    (called,) = hall.ask(lambda work, _now: work.past_days.called(TUESDAY))
    assert (called.service, called.first) == (LANDS, True)
    assert called.waited_s >= 300
    assert hall.ask(lambda work, _now: work.past_days.called(after)) == []
