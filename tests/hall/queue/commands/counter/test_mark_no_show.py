"""Nobody came to a call."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from contracts.words.hall import Outcome, VisitState
from hall.kernel import refusals
from hall.kernel.facts import VisitReinstated, kind_of
from hall.kernel.ids import CounterId, VisitId
from hall.kernel.settings import Prayer
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_chosen import CallChosen, call_chosen
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.commands.reception.reinstate import Reinstate, reinstate
from tests.helpers.example_hall import SETTINGS, called_hall, serving_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

ONE = CounterId(1)


def test_a_missed_visit_leaves_the_counter_free_and_is_not_yet_told():
    hall = called_hall()
    visit = hall.run(mark_no_show, MarkNoShow(ONE))
    assert visit.state is VisitState.NO_SHOW
    assert hall.work().visits.at_counter(ONE) is None
    assert hall.told == [], "it may come back until the close of the day"


def test_somebody_who_is_being_served_is_there():
    with pytest.raises(refusals.NotCalledError):
        serving_hall().run(mark_no_show, MarkNoShow(ONE))


DHUHR = datetime(2026, 11, 24, 7, 54, tzinfo=UTC)


def at_prayer(after: timedelta) -> MemoryHall:
    """Return a hall that observes the prayer: v1 is called `after` the call to prayer began, and four more wait."""
    hall = staffed_hall(replace(SETTINGS, prayer=Prayer(observed=True)), DHUHR + after - timedelta(seconds=5))
    for name in ("v1", "v2", "v3", "v4", "v5"):
        take(hall, name)
    hall.run(call_next, CallNext(ONE))
    return hall


def test_who_misses_his_call_at_prayer_waits_again_by_himself_with_his_time():
    hall = at_prayer(timedelta(minutes=3))
    issued = hall.work().visits.get(VisitId("v1")).issued
    visit = hall.run(mark_no_show, MarkNoShow(ONE))
    assert (visit.state, visit.counter, visit.issued, visit.reinstated) == (VisitState.WAITING, None, issued, 0)
    assert [kind_of(fact) for fact in hall.facts[-2:]] == ["visit_no_show", "visit_reinstated"]
    back = hall.facts[-1]
    assert isinstance(back, VisitReinstated)
    assert (back.by, back.reason) == ("prayer", "dhuhr")


def serve_next(hall: MemoryHall) -> str:
    visit = hall.run(call_next, CallNext(ONE))
    assert visit is not None
    hall.run(begin_serving, BeginServing(ONE))
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    return visit.id


def test_he_is_held_out_for_about_as_long_as_the_prayer_lasts():
    """Three counters of ten minutes a visit make seven calls in the 22 minutes that are left."""
    hall = at_prayer(timedelta(minutes=3))
    hall.run(mark_no_show, MarkNoShow(ONE))
    for name in ("v6", "v7", "v8", "v9", "v10"):
        take(hall, name)
    assert [serve_next(hall) for _ in range(9)] == ["v2", "v3", "v4", "v5", "v6", "v7", "v8", "v1", "v9"]


def test_near_its_end_he_is_held_out_as_after_any_missed_call():
    hall = at_prayer(timedelta(minutes=24))
    hall.run(mark_no_show, MarkNoShow(ONE))
    assert [serve_next(hall) for _ in range(4)] == ["v2", "v3", "v1", "v4"]


def test_he_is_called_at_once_when_nobody_else_waits():
    hall = at_prayer(timedelta(minutes=3))
    hall.run(mark_no_show, MarkNoShow(ONE))
    assert [serve_next(hall) for _ in range(5)] == ["v2", "v3", "v4", "v5", "v1"]


def test_each_call_missed_at_prayer_costs_no_chance_to_come_back():
    hall = at_prayer(timedelta(minutes=1))
    for _ in range(4):
        hall.run(mark_no_show, MarkNoShow(ONE))
        hall.run(call_chosen, CallChosen(ONE, VisitId("v1"), "other"))
    hall.clock.advance(3600)
    hall.run(mark_no_show, MarkNoShow(ONE))
    assert hall.run(reinstate, Reinstate(VisitId("v1"), "kiosk-1")).reinstated == 1


@pytest.mark.parametrize("after", [timedelta(minutes=-2), timedelta(minutes=25)])
def test_outside_the_window_a_missed_call_is_missed(after: timedelta):
    hall = at_prayer(after)
    assert hall.run(mark_no_show, MarkNoShow(ONE)).state is VisitState.NO_SHOW
