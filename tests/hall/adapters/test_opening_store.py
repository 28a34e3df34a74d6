"""The checks before the hall opens, on both databases."""

from __future__ import annotations

from dataclasses import replace

from contracts.opening_answers import OpeningStep, StepState
from hall.adapters.sql_work import SqlWork
from hall.application.opening_ports import OpeningCheck
from hall.domain.moment import Moment
from tests.hall.adapters.conftest import Hall
from tests.helpers.example_hall import TUESDAY


def test_a_check_comes_back_as_it_was_saved_last(hall: Hall) -> None:
    def begin(work: SqlWork, now: Moment) -> OpeningCheck:
        check = OpeningCheck("c1", TUESDAY, "نور", now.at)
        work.openings.save(check)
        return check

    check = hall.do(begin)
    assert hall.do(lambda work, _now: work.openings.newest()) == check
    steps = (OpeningStep("kiosk", "k1", "المدخل", StepState.TROUBLE, "no_answer"),)
    ended = replace(check, answered={"b1": "no_sound"}, ended_at=check.begun_at, steps=steps)
    hall.do(lambda work, _now: work.openings.save(ended))
    hall.reopen()
    assert hall.do(lambda work, _now: work.openings.newest()) == ended


def test_before_the_first_there_is_none(hall: Hall) -> None:
    assert hall.do(lambda work, _now: work.openings.newest()) is None
