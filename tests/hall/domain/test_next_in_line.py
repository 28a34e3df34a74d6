"""Looking at the heads alone finds what ranking everybody finds."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from contracts.hall_words import Lane
from hall.domain.calling_rule import Surroundings, Taker, next_visit
from hall.domain.ids import AgentId
from hall.domain.next_in_line import next_in_line, outlined
from hall.domain.waiting_line import WaitingLine
from tests.hall.domain.test_calling_rule import (
    AROUND,
    AT_ONE,
    RATIO,
    SURROUNDINGS,
    TAKERS,
    TWO,
    calling_order,
    queues,
    waits,
)
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, SETTINGS

SKILLED = replace(AT_ONE, levels={LANDS: 3, HOUSING: 1})
RESERVED = Taker(TWO, AgentId("badriya"), (ENQUIRIES, LANDS, HOUSING), reserved_for=Lane.PRIORITY)
ANY_TAKER = TAKERS | st.sampled_from([SKILLED, RESERVED, replace(RESERVED, all_round=True)])


@given(queues(), ANY_TAKER, SURROUNDINGS, st.sampled_from([SETTINGS, RATIO]), st.sampled_from(["b1", "b2"]))
def test_who_is_next_of_the_heads_is_who_is_next_of_all(waiting, taker, around, settings, boot) -> None:
    around = _in(boot, around)
    found = next_in_line(WaitingLine(waiting), taker, around, settings)
    expected = next_visit(waiting, taker, around, settings)
    assert found == expected
    assert (found and found.among) == (expected and expected.among)


@given(queues(), ANY_TAKER, SURROUNDINGS, st.integers(0, 14), st.sampled_from(["b1", "b2"]))
def test_the_first_of_the_order_are_those_of_the_order_of_all(waiting, taker, around, first, boot) -> None:
    around = _in(boot, around)
    order = calling_order(waiting, taker, around, SETTINGS)
    found = outlined(WaitingLine(waiting), taker, around, SETTINGS, first=first)
    assert list(found.first) == order[:first]
    assert found.by_lane == Counter(choice.waiting.lane for choice in order)


def _in(boot: str, around: Surroundings) -> Surroundings:
    """Return them in this running of the machine: in another one than that in which all of the queue came."""
    return replace(around, now=replace(around.now, boot=boot))


def test_of_two_thousand_who_wait_few_are_ranked(monkeypatch) -> None:
    from hall.domain import calling_rule

    ranked = 0
    whole = calling_rule.waited

    def counted(who, now):
        nonlocal ranked
        ranked += 1
        return whole(who, now)

    monkeypatch.setattr(calling_rule, "waited", counted)
    line = WaitingLine([waits(f"v{n}", n % 5000, [LANDS, HOUSING, ENQUIRIES][n % 3]) for n in range(2000)])
    assert next_in_line(line, RESERVED, AROUND, SETTINGS) is not None
    assert ranked <= 3
    outlined(line, RESERVED, AROUND, SETTINGS, first=40)
    assert ranked <= 3 + 40 + 2 * 3
