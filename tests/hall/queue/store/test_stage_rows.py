"""The stages of a day as figures need them, on both databases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from contracts.words.hall import Outcome
from figures.stage_rows import StageRow
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.day.commands.close_day import CloseDay, close_day
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.commands.counter.walk_up import WalkUp, walk_up
from hall.queue.commands.reception.undo import Undo, undo
from hall.queue.store.stage_rows import SqlStageRows
from tests.helpers.example_hall import LANDS, NINE, TUESDAY
from tests.helpers.stored_hall import StoredHall

ONE = CounterId(1)
TOMORROW = TUESDAY + timedelta(days=1)


def stages(stored_hall: StoredHall, day: date = TUESDAY, zone: str = "Asia/Muscat") -> Sequence[StageRow]:
    ((found, rows),) = stored_hall.ask(lambda work, _now: SqlStageRows(work.connection, zone).days(day, day))
    assert found == day
    return rows


@pytest.fixture
def served(stored_hall: StoredHall) -> StoredHall:
    """One visit: 300 s of waiting, 30 s to begin, 200 s of serving."""
    stored_hall.run(sign_in, SignIn("s1", ONE, AgentId("said")))
    stored_hall.issue(visit="v1")
    stored_hall.clock.advance(299)
    stored_hall.run(call_next, CallNext(ONE))
    stored_hall.clock.advance(29)
    stored_hall.run(begin_serving, BeginServing(ONE))
    stored_hall.clock.advance(199)
    stored_hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    return stored_hall


def test_a_stage_is_told_in_seconds_and_in_the_halls_hour(served: StoredHall) -> None:
    assert stages(served) == [StageRow(LANDS, "standard", "", 1, 9, True, 300, 30, 200, False, 1)]


def test_what_changes_a_stage_changes_its_figures_and_the_state_of_its_day(served: StoredHall) -> None:
    before = served.ask(lambda work, _now: work.figures.state(TUESDAY, TUESDAY))
    assert before == served.ask(lambda work, _now: work.figures.state(TUESDAY, TOMORROW))
    served.run(undo, Undo(VisitId("v1"), "said"))
    assert stages(served)[0].served_s is None, "the finish was taken back"
    assert served.ask(lambda work, _now: work.figures.state(TUESDAY, TUESDAY)) != before


def test_hours_are_those_of_the_time_zone(served: StoredHall) -> None:
    assert [stages(served, zone=zone)[0].hour for zone in ("Asia/Muscat", "UTC")] == [9, 5]


def test_a_clock_that_is_set_makes_no_wait_longer(stored_hall: StoredHall) -> None:
    stored_hall.run(sign_in, SignIn("s1", ONE, AgentId("said")))
    stored_hall.issue()
    stored_hall.clock.set_wall(NINE + timedelta(hours=2))
    stored_hall.clock.advance(60)
    stored_hall.run(call_next, CallNext(ONE))
    assert stages(stored_hall)[0].waited_s == 61.0


def test_a_walk_up_came_and_was_served_but_neither_waited_nor_was_called(stored_hall: StoredHall) -> None:
    stored_hall.run(sign_in, SignIn("s1", ONE, AgentId("said")))
    stored_hall.run(walk_up, WalkUp(VisitId("w1"), ONE, LANDS, "other"))
    stored_hall.clock.advance(99)
    stored_hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    (row,) = stages(stored_hall)
    assert (row.first, row.waited_s, row.begin_s, row.served_s) == (True, None, None, 100.0)


def test_who_missed_his_call_is_told_so_and_who_is_still_served_has_no_serving_time(stored_hall: StoredHall) -> None:
    stored_hall.run(sign_in, SignIn("s1", ONE, AgentId("said")))
    stored_hall.issue()
    stored_hall.issue()
    stored_hall.run(call_next, CallNext(ONE))
    stored_hall.run(mark_no_show, MarkNoShow(ONE))
    stored_hall.run(call_next, CallNext(ONE))
    stored_hall.run(begin_serving, BeginServing(ONE))
    missed, serving = stages(stored_hall)
    assert (missed.no_show, serving.no_show) == (True, False)
    assert serving.served_s is None
    stored_hall.run(close_day, CloseDay("noor", end_serving=True))
    assert stages(stored_hall)[1].served_s is None, "the close of the day ended it, at no time that says anything"


def test_a_day_on_which_the_hall_did_not_open_is_none(served: StoredHall) -> None:
    assert served.ask(lambda work, _now: work.figures.days(TOMORROW, TOMORROW)) == []
    for last, there in ((TUESDAY, True), (TOMORROW, False)):
        assert served.ask(lambda work, _now, last=last: work.figures.any_day(last, last)) is there
