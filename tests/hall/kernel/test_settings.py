"""What is set up is found by its name, and what is not is a named refusal."""

from __future__ import annotations

import pytest

from contracts.words.hall import Lane
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.kernel.refusals import AgentUnknownError, CounterUnknownError, ServiceUnknownError
from tests.helpers.example_hall import LANDS, SETTINGS
from tests.helpers.replacing import replace


def test_services_counters_and_agents_are_found():
    assert SETTINGS.service(LANDS).names["en"] == "Lands"
    assert SETTINGS.counter(CounterId(2)).services == (LANDS,)
    assert SETTINGS.agent(AgentId("rashid")).all_round


def test_what_is_not_set_up_is_refused_by_its_name():
    with pytest.raises(ServiceUnknownError, match="'Z'"):
        SETTINGS.service(ServiceCode("Z"))
    with pytest.raises(CounterUnknownError, match="99"):
        SETTINGS.counter(CounterId(99))
    with pytest.raises(AgentUnknownError, match="nobody"):
        SETTINGS.agent(AgentId("nobody"))


def test_a_lane_without_a_head_start_has_none():
    assert (SETTINGS.head_start_s(Lane.PRIORITY), SETTINGS.head_start_s(Lane.STANDARD)) == (1200, 0)


def test_a_lane_without_turns_takes_those_of_standard():
    by_turns = replace(SETTINGS, lane_ratio={Lane.STANDARD: 2, Lane.PRIORITY: 1})
    assert [by_turns.takes_turns_of(lane) for lane in (Lane.PRIORITY, Lane.RETURNING)] == [Lane.PRIORITY, Lane.STANDARD]
