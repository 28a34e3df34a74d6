"""A stage begins waiting; the states in hand are states in the hall."""

from __future__ import annotations

from contracts.words.hall import TransferPosition, VisitState
from hall.queue.model.stage import AT_COUNTER, IN_HALL, NextStage, Stage
from tests.helpers.moves import HOUSING, at


def test_a_new_stage_waits_for_anybody():
    stage = Stage(HOUSING, at(0), at(0))
    assert (stage.state, stage.counter, stage.for_counter, stage.for_agent) == (VisitState.WAITING, None, None, None)


def test_who_is_at_a_counter_is_in_the_hall():
    assert AT_COUNTER < IN_HALL
    assert {VisitState.WAITING, VisitState.PARKED} == IN_HALL - AT_COUNTER


def test_a_transfer_keeps_the_place_by_issue_unless_it_says_otherwise():
    assert NextStage(HOUSING).position is TransferPosition.BY_ISSUE
