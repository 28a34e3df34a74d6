"""A stay tells where its last stage stands."""

from __future__ import annotations

import pytest

from hall.queue.model.stage import NextStage
from tests.helpers.moves import HOUSING, LANDS, SAID, THREE, at, called, new, serving


def test_asking_a_waiting_visit_for_its_counter_is_our_mistake():
    with pytest.raises(AssertionError, match="without a counter"):
        _ = new().at_counter


def test_a_stay_is_where_its_last_stage_is():
    visit = serving()
    assert (visit.service, visit.counter, visit.at_counter) == (LANDS, THREE, (THREE, SAID))
    visit.transfer(NextStage(HOUSING), at=at(200))
    assert (visit.service, visit.counter, visit.state.value) == (HOUSING, None, "waiting")


def test_a_stay_keeps_its_first_call_through_a_later_one():
    visit = called()
    visit.return_to_queue(at=at(70), limit=3)
    visit.call(THREE, SAID, at=at(300))
    assert (visit.stage.first_called, visit.stage.called) == (at(60), at(300))
