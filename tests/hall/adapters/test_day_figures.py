"""What figures need of a day: kept, found to be old, and read stage by stage, on both databases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from contracts.hall_words import Outcome
from dashboard.stage_rows import StageRow
from hall.adapters.day_figures import SqlDayFigures
from hall.application.begin_serving import BeginServing, begin_serving
from hall.application.call_next import CallNext, call_next
from hall.application.close_day import CloseDay, close_day
from hall.application.finish import Finish, finish
from hall.application.mark_no_show import MarkNoShow, mark_no_show
from hall.application.open_counter import SignIn, sign_in
from hall.application.undo import Undo, undo
from hall.application.walk_up import WalkUp, walk_up
from hall.domain.ids import AgentId, CounterId, VisitId
from tests.hall.adapters.conftest import Hall
from tests.helpers.example_hall import LANDS, NINE, TUESDAY

ONE = CounterId(1)
TOMORROW = TUESDAY + timedelta(days=1)


def stages(hall: Hall, day: date = TUESDAY, zone: str = "Asia/Muscat") -> Sequence[StageRow]:
    ((found, rows),) = hall.ask(lambda work, _now: SqlDayFigures(work.connection, zone).days(day, day))
    assert found == day
    return rows.rows()


def stale(hall: Hall) -> Sequence[date]:
    return hall.ask(lambda work, _now: work.figures.stale(TOMORROW))


def keep(hall: Hall) -> None:
    row = hall.ask(lambda work, _now: work.figures.put_together(TUESDAY))
    hall.do(lambda work, _now: work.figures.keep(row))


@pytest.fixture
def served(hall: Hall) -> Hall:
    """One visit: 300 s of waiting, 30 s to begin, 200 s of serving."""
    hall.run(sign_in, SignIn("s1", ONE, AgentId("said")))
    hall.issue(visit="v1")
    hall.clock.advance(299)
    hall.run(call_next, CallNext(ONE))
    hall.clock.advance(29)
    hall.run(begin_serving, BeginServing(ONE))
    hall.clock.advance(199)
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    return hall


def test_a_stage_is_told_in_seconds_and_in_the_halls_hour(served: Hall) -> None:
    assert stages(served) == [StageRow(LANDS, "standard", "", 1, 9, True, 300.0, 30.0, 200.0, False, 1)]


def test_a_kept_day_is_read_alike_until_something_of_it_changes(served: Hall) -> None:
    assert stale(served) == [TUESDAY]
    keep(served)
    assert stale(served) == []
    assert stages(served)[0].served_s == 200.0
    served.run(undo, Undo(VisitId("v1"), "said"))
    assert stages(served)[0].served_s is None, "the finish was taken back, and nobody kept the day anew"
    assert stale(served) == [TUESDAY]
    keep(served)
    assert (stale(served), stages(served)[0].served_s) == ([], None)


def test_a_day_that_changed_while_it_was_put_together_is_kept_as_stale(served: Hall) -> None:
    row = served.ask(lambda work, _now: work.figures.put_together(TUESDAY))
    served.run(undo, Undo(VisitId("v1"), "said"))
    served.do(lambda work, _now: work.figures.keep(row))
    assert (stale(served), stages(served)[0].served_s) == ([TUESDAY], None)


def test_the_years_are_those_of_the_service_days(served: Hall) -> None:
    assert list(served.ask(lambda work, _now: work.figures.years())) == [TUESDAY.year]


def test_a_kept_day_is_what_is_read_and_not_the_stages(served: Hall) -> None:
    keep(served)
    served.do(lambda work, _now: work.connection.exec_driver_sql("UPDATE stage SET served_s = 1"))
    assert stages(served)[0].served_s == 200.0


def test_hours_are_those_of_the_halls_zone_also_of_days_that_were_kept_in_another(served: Hall) -> None:
    keep(served)
    assert stages(served, zone="UTC")[0].hour == 5
    assert stages(served)[0].hour == 9


def test_a_clock_that_is_set_makes_no_wait_longer(hall: Hall) -> None:
    hall.run(sign_in, SignIn("s1", ONE, AgentId("said")))
    hall.issue()
    hall.clock.set_wall(NINE + timedelta(hours=2))
    hall.clock.advance(60)
    hall.run(call_next, CallNext(ONE))
    assert stages(hall)[0].waited_s == 61.0


def test_a_walk_up_came_and_was_served_but_neither_waited_nor_was_called(hall: Hall) -> None:
    hall.run(sign_in, SignIn("s1", ONE, AgentId("said")))
    hall.run(walk_up, WalkUp(VisitId("w1"), ONE, LANDS, "other"))
    hall.clock.advance(99)
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    (row,) = stages(hall)
    assert (row.first, row.waited_s, row.begin_s, row.served_s) == (True, None, None, 100.0)


def test_who_missed_his_call_is_told_so_and_who_is_still_served_has_no_serving_time(hall: Hall) -> None:
    hall.run(sign_in, SignIn("s1", ONE, AgentId("said")))
    hall.issue()
    hall.issue()
    hall.run(call_next, CallNext(ONE))
    hall.run(mark_no_show, MarkNoShow(ONE))
    hall.run(call_next, CallNext(ONE))
    hall.run(begin_serving, BeginServing(ONE))
    missed, serving = stages(hall)
    assert (missed.no_show, serving.no_show) == (True, False)
    assert serving.served_s is None
    hall.run(close_day, CloseDay("noor", end_serving=True))
    assert stages(hall)[1].served_s is None, "the close of the day ended it, at no time that says anything"


def test_a_day_on_which_the_hall_did_not_open_is_none(served: Hall) -> None:
    assert served.ask(lambda work, _now: work.figures.days(TOMORROW, TOMORROW)) == []
