"""The candidates of a queue are enough: the next of them is the next of everybody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.words.hall import Lane
from hall.kernel.ids import AgentId
from hall.queue.model.calling.rule import CallingAgent, next_visit
from hall.queue.model.calling.waiting_line import ranked_by_time_alone
from tests.hall.queue.model.calling.test_rule import (
    AROUND,
    AT_ONE,
    RATIO,
    SURROUNDINGS,
    TAKERS,
    TWO,
    queues,
    waits,
)
from tests.helpers.candidates import candidates_of
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, SETTINGS
from tests.helpers.replacing import replace

SKILLED = replace(AT_ONE, levels={LANDS: 3, HOUSING: 1})
RESERVED = CallingAgent(TWO, AgentId("badriya"), (ENQUIRIES, LANDS, HOUSING), reserved_for=Lane.PRIORITY)
ANY_TAKER = TAKERS | st.sampled_from([SKILLED, RESERVED, replace(RESERVED, all_round=True)])


@given(queues(), ANY_TAKER, SURROUNDINGS, st.sampled_from([SETTINGS, RATIO]), st.sampled_from(["b1", "b2"]))
def test_the_next_of_the_candidates_is_the_next_of_all(waiting, taker, around, settings, boot) -> None:
    # In another running of the machine than that in which all of the queue came, everybody is a candidate.
    around = replace(around, now=replace(around.now, boot=boot))
    found = candidates_of(waiting, around.now)
    choice = next_visit(found.waiting, taker, around, settings)
    expected = next_visit(waiting, taker, around, settings)
    assert choice == expected
    if choice is not None:
        behind = sum(found.behind.get(service, 0) for service in taker.services)
        assert choice.among + behind == expected.among


@pytest.mark.parametrize(
    "more", [{"goes_first": True}, {"for_counter": 1}, {"for_agent": "said"}, {"held_until_calls": 2}]
)
def test_who_is_sent_bound_or_held_is_always_a_candidate(more) -> None:
    bound = waits("bound", 60, **more)
    found = candidates_of([waits("first", 900), waits("later", 30), bound], AROUND.now)
    assert not ranked_by_time_alone(bound)
    assert sorted(who.visit for who in found.waiting) == ["bound", "first"]
    assert found.behind == {LANDS: 1}
