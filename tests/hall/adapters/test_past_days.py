"""Days that are over, on both databases."""

from __future__ import annotations

from datetime import timedelta

from contracts.hall_words import VisitState
from hall.application.call_next import CallNext, call_next
from hall.application.close_day import CloseDay, close_day
from hall.application.hand_in import HandIn, hand_in
from hall.application.open_counter import SignIn, sign_in
from hall.application.walk_up import WalkUp, walk_up
from hall.domain.ids import AgentId, CounterId, VisitId
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


def test_a_walk_up_was_not_called_and_waited_for_nobody(hall: Hall) -> None:
    hall.run(sign_in, SignIn("s1", ONE, AgentId("said")))
    hall.run(walk_up, WalkUp(VisitId("w1"), ONE, LANDS, "other"))
    assert hall.ask(lambda work, _now: work.past_days.states(TUESDAY)) == {VisitState.SERVING: 1}
    assert hall.ask(lambda work, _now: work.past_days.called(TUESDAY)) == []


def test_paper_of_a_day_on_which_the_service_was_away_is_in_the_figures(hall: Hall) -> None:
    hall.issue(visit="v1")
    monday = TUESDAY - timedelta(days=1)
    issued_at = hall.clock.now().at - timedelta(days=1)
    hall.run(hand_in, HandIn(VisitId("p1"), "L005", LANDS, monday, issued_at, by="kiosk-2"))
    assert hall.ask(lambda work, _now: work.past_days.before(TUESDAY)) == (monday, "hour")
    ((day, (stage,)),) = hall.ask(lambda work, _now: work.figures.days(monday, monday))
    assert (day, stage.first, stage.waited_s) == (monday, True, None)
