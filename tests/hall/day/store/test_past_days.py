"""Days that are over, on both databases."""

from __future__ import annotations

from datetime import timedelta

from contracts.words.hall import VisitState
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.day.commands.close_day import CloseDay, close_day
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.offline.commands.hand_in import HandIn, hand_in
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.walk_up import WalkUp, walk_up
from tests.helpers.example_hall import LANDS, TUESDAY
from tests.helpers.stored_hall import StoredHall

ONE = CounterId(1)


def test_a_day_is_found_with_its_states_and_its_calls(stored_hall: StoredHall) -> None:
    stored_hall.run(sign_in, SignIn("s1", ONE, AgentId("said")))
    stored_hall.issue(visit="v1")
    stored_hall.issue(visit="v2")
    stored_hall.clock.advance(300)
    stored_hall.run(call_next, CallNext(ONE))
    stored_hall.run(close_day, CloseDay("noor", end_serving=True))
    after = TUESDAY + timedelta(days=3)
    assert stored_hall.ask(lambda work, _now: work.past_days.before(after)) == (TUESDAY, "noor")
    assert stored_hall.ask(lambda work, _now: work.past_days.before(TUESDAY)) is None
    states = stored_hall.ask(lambda work, _now: work.past_days.states(TUESDAY))
    assert states == {VisitState.NO_SHOW: 1, VisitState.CARRIED_OVER: 1}
    (called,) = stored_hall.ask(lambda work, _now: work.past_days.called(TUESDAY))
    assert (called.service, called.first) == (LANDS, True)
    assert called.waited_s >= 300
    assert stored_hall.ask(lambda work, _now: work.past_days.called(after)) == []


def test_a_walk_up_was_not_called_and_waited_for_nobody(stored_hall: StoredHall) -> None:
    stored_hall.run(sign_in, SignIn("s1", ONE, AgentId("said")))
    stored_hall.run(walk_up, WalkUp(VisitId("w1"), ONE, LANDS, "other"))
    assert stored_hall.ask(lambda work, _now: work.past_days.states(TUESDAY)) == {VisitState.SERVING: 1}
    assert stored_hall.ask(lambda work, _now: work.past_days.called(TUESDAY)) == []


def test_paper_of_a_day_on_which_the_service_was_away_is_in_the_figures(stored_hall: StoredHall) -> None:
    stored_hall.issue(visit="v1")
    monday = TUESDAY - timedelta(days=1)
    issued_at = stored_hall.clock.now().at - timedelta(days=1)
    stored_hall.run(hand_in, HandIn(VisitId("p1"), "L005", LANDS, monday, issued_at, by="kiosk-2"))
    assert stored_hall.ask(lambda work, _now: work.past_days.before(TUESDAY)) == (monday, "hour")
    ((day, (stage,)),) = stored_hall.ask(lambda work, _now: work.figures.days(monday, monday))
    assert (day, stage.first, stage.waited_s) == (monday, True, None)
