"""The checks before the hall opens, on both databases."""

from __future__ import annotations

from contracts.day.opening import OpeningStep, StepState
from hall.composition.sql_work import SqlWork
from hall.day.model.opening_ports import OpeningCheck
from hall.kernel.moment import Moment
from tests.helpers.example_hall import TUESDAY
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import StoredHall


def test_a_check_comes_back_as_it_was_saved_last(stored_hall: StoredHall) -> None:
    def begin(work: SqlWork, now: Moment) -> OpeningCheck:
        check = OpeningCheck("c1", TUESDAY, "نور", now.at)
        work.openings.save(check)
        return check

    check = stored_hall.do(begin)
    assert stored_hall.do(lambda work, _now: work.openings.newest()) == check
    steps = (OpeningStep("kiosk", "k1", "المدخل", StepState.TROUBLE, "no_answer"),)
    ended = replace(check, answered={"b1": "no_sound"}, ended_at=check.begun_at, steps=steps)
    stored_hall.do(lambda work, _now: work.openings.save(ended))
    stored_hall.reopen()
    assert stored_hall.do(lambda work, _now: work.openings.newest()) == ended


def test_before_the_first_there_is_none(stored_hall: StoredHall) -> None:
    assert stored_hall.do(lambda work, _now: work.openings.newest()) is None
