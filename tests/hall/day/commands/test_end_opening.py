"""The check is stored with the name of who ends it."""

from __future__ import annotations

import pytest

from contracts.day.opening import OpeningStep, StepState
from hall.calendar import refusals as calendar_refusals
from hall.calendar.facts import OpeningCheckEnded
from hall.day.commands.begin_opening import BeginOpening, begin_opening
from hall.day.commands.end_opening import EndOpening, end_opening
from tests.helpers.example_hall import new_hall

STEPS = (
    OpeningStep("kiosk", "k1", "Entrance", StepState.OK),
    OpeningStep("kiosk", "k2", "Gate", StepState.WAITING),
    OpeningStep("board", "b1", "Wall", StepState.ASK),
    OpeningStep("clock", "", "", StepState.ASK),
    OpeningStep("centre", "", "", StepState.TROUBLE, "centre_away"),
)


def test_what_was_not_confirmed_and_who_did_not_answer_is_in_trouble():
    hall = new_hall()
    hall.run(begin_opening, BeginOpening("c1", "noor"))
    hall.clock.advance(50)
    ended = hall.run(end_opening, EndOpening("c1", "head", STEPS, {"board:b1"}))
    assert (ended.by, ended.ended_at) == ("head", hall.clock.at)
    assert [(step.state, step.detail) for step in ended.steps] == [
        (StepState.OK, ""), (StepState.TROUBLE, "no_answer"), (StepState.OK, ""), (StepState.TROUBLE, "not_right"),
        (StepState.TROUBLE, "centre_away"),
    ]  # fmt: skip
    assert hall.facts[-1] == OpeningCheckEnded("c1", "head", ("kiosk:k2", "clock:", "centre:"))
    assert hall.work().openings.newest() == ended


@pytest.mark.parametrize("check", ["c1", "c9"])
def test_one_that_is_not_under_way_is_refused(check: str):
    hall = new_hall()
    hall.run(begin_opening, BeginOpening("c1", "noor"))
    hall.run(end_opening, EndOpening("c1", "noor", ()))
    with pytest.raises(calendar_refusals.NoOpeningCheckError):
        hall.run(end_opening, EndOpening(check, "noor", ()))
