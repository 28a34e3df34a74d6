"""Who works for a partner of the hall, and what he may see."""

from __future__ import annotations

import pytest

from hall.kernel.ids import AgentId, CounterId
from hall.kernel.moment import Moment
from hall.kernel.partner import PartnerScope, partner_scope
from hall.kernel.settings import Agent, Counter
from hall.queue.model.stage import Stage
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, NINE, SETTINGS
from tests.helpers.replacing import replace

HALL = replace(
    SETTINGS,
    counters=(
        Counter(CounterId(1), {}, (LANDS, ENQUIRIES)),
        Counter(CounterId(2), {}, (HOUSING,), partner="bank"),
        Counter(CounterId(3), {}, (HOUSING,), partner="bank"),
    ),
    agents=(
        Agent(AgentId("said"), {}),
        Agent(AgentId("banker"), {}, (HOUSING,)),
        Agent(AgentId("both"), {}, (HOUSING, LANDS)),
    ),
)
BANK = PartnerScope(frozenset({HOUSING}), frozenset({CounterId(2), CounterId(3)}))


@pytest.mark.parametrize(
    ("counter", "agent", "scope"),
    [
        (1, "said", None),
        (1, "both", None),
        (1, None, None),
        (1, "banker", BANK),
        (2, None, BANK),
        (2, "said", BANK),
        (9, "nobody", None),
    ],
)
def test_the_counter_and_the_agents_services_say_for_whom_he_works(
    counter: int, agent: str | None, scope: PartnerScope | None
) -> None:
    assert partner_scope(HALL, CounterId(counter), None if agent is None else AgentId(agent)) == scope


def test_a_service_that_the_ministry_gives_too_binds_nobody_to_the_partner() -> None:
    shared = replace(HALL, counters=(*HALL.counters, Counter(CounterId(4), {}, (HOUSING,))))
    assert partner_scope(shared, CounterId(1), AgentId("banker")) is None


def test_what_is_at_a_counter_of_the_partners_is_seen_whatever_its_service() -> None:
    assert [BANK.sees(*one) for one in ((HOUSING, None), (LANDS, 2), (LANDS, 1), (LANDS, None))] == [
        True, True, False, False,
    ]  # fmt: skip


def test_a_visit_that_waits_for_a_counter_of_the_partners_is_seen() -> None:
    waits = Stage(LANDS, Moment(NINE, 1, "b1"), NINE)
    assert not BANK.sees_stage(waits)
    assert BANK.sees_stage(replace(waits, for_counter=CounterId(2)))
    assert not BANK.sees_stage(replace(waits, for_counter=CounterId(2), counter=CounterId(1)))
