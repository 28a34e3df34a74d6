"""A visit is sent on to a service, a counter or an agent."""

from __future__ import annotations

import pytest

from contracts.words.hall import Outcome, TransferPosition, VisitState
from hall.kernel import refusals
from hall.kernel.facts import VisitTransferred
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.transfer import Transfer, transfer
from hall.queue.model import refusals as queue_refusals
from hall.queue.model.stage import Transaction
from tests.helpers.example_hall import ENQUIRIES, LANDS, called_hall, serving_hall, staffed_hall, take
from tests.helpers.replacing import replace

ONE = CounterId(1)


@pytest.mark.parametrize("make", [called_hall, serving_hall])
def test_to_a_service_it_waits_there_by_its_first_issue(make):
    hall = make()
    visit = hall.run(transfer, Transfer(ONE, to_service=ENQUIRIES, note="سند"))
    assert (visit.state, visit.service, visit.stage.note) == (VisitState.WAITING, ENQUIRIES, "سند")
    assert visit.stage.rank_from == visit.issued
    assert hall.work().visits.at_counter(ONE) is None
    fact = hall.facts[-1]
    assert isinstance(fact, VisitTransferred)
    assert (fact.service, fact.to_service, fact.position) == (LANDS, ENQUIRIES, TransferPosition.BY_ISSUE)


def test_to_a_counter_only_that_counter_calls_it():
    hall = serving_hall()
    hall.run(transfer, Transfer(ONE, to_counter=CounterId(2)))
    assert hall.run(call_next, CallNext(ONE)) is None
    visit = hall.run(call_next, CallNext(CounterId(2)))
    assert visit is not None
    assert visit.id == "v1"


def test_to_an_agent_it_follows_the_agent():
    hall = serving_hall()
    hall.run(transfer, Transfer(ONE, to_agent=AgentId("badriya")))
    assert hall.run(call_next, CallNext(ONE)) is None
    assert hall.run(call_next, CallNext(CounterId(2))) is not None


def test_first_needs_a_reason_and_goes_before_all():
    hall = serving_hall()
    take(hall, "v2", ENQUIRIES)
    with pytest.raises(refusals.ReasonUnknownError):
        hall.run(transfer, Transfer(ONE, to_service=ENQUIRIES, position=TransferPosition.FIRST))
    hall.run(transfer, Transfer(ONE, to_service=ENQUIRIES, position=TransferPosition.FIRST, reason="wrong_service"))
    visit = hall.run(call_next, CallNext(CounterId(3)))
    assert visit is not None
    assert visit.id == "v1"


def test_last_waits_behind_those_who_are_there():
    hall = serving_hall()
    take(hall, "v2", ENQUIRIES)
    hall.clock.advance(1)
    hall.run(transfer, Transfer(ONE, to_service=ENQUIRIES, position=TransferPosition.LAST))
    visit = hall.run(call_next, CallNext(CounterId(3)))
    assert visit is not None
    assert visit.id == "v2"


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        (Transfer(ONE), refusals.TransferTargetError),
        (Transfer(ONE, to_service=LANDS, to_counter=CounterId(2)), refusals.TransferTargetError),
        (Transfer(ONE, to_service=ServiceCode("Z")), refusals.ServiceUnknownError),
        (Transfer(ONE, to_counter=CounterId(77)), refusals.CounterUnknownError),
        (Transfer(ONE, to_agent=AgentId("nobody")), refusals.AgentUnknownError),
        (Transfer(ONE, to_service=ENQUIRIES, reason="because"), refusals.ReasonUnknownError),
    ],
)
def test_a_wrong_target_is_refused_and_changes_nothing(command, refusal):
    hall = serving_hall()
    before = hall.stored.copy()
    with pytest.raises(refusal):
        hall.run(transfer, command)
    assert hall.stored == before


def test_there_must_be_a_visit_to_transfer():
    with pytest.raises(queue_refusals.NoVisitError):
        staffed_hall().run(transfer, Transfer(ONE, to_service=ENQUIRIES))


def test_with_an_outcome_the_service_in_hand_is_done_and_counted():
    hall = serving_hall()
    done = (Transaction(LANDS, 3),)
    visit = hall.run(transfer, Transfer(ONE, to_service=ENQUIRIES, outcome=Outcome.COMPLETED, transactions=done))
    ended, waits = visit.stages
    assert (ended.outcome, ended.quantity, waits.quantity) == (Outcome.COMPLETED, 3, 0)
    assert isinstance(hall.facts[-1], VisitTransferred)
    assert hall.facts[-1].outcome is Outcome.COMPLETED


def test_without_an_outcome_nothing_was_done_yet():
    visit = serving_hall().run(transfer, Transfer(ONE, to_service=ENQUIRIES))
    assert [stage.quantity for stage in visit.stages] == [0, 0]


def test_nothing_is_done_of_a_service_that_was_not_begun():
    with pytest.raises(refusals.NotServingError):
        called_hall().run(transfer, Transfer(ONE, to_service=ENQUIRIES, outcome=Outcome.COMPLETED))


def test_more_than_a_ticket_is_for_is_not_done_on_the_way_elsewhere_either():
    hall = serving_hall()
    hall.settings = replace(
        hall.settings, services=tuple(replace(one, transactions_max=2) for one in hall.settings.services)
    )
    done = (Transaction(LANDS, 3),)
    with pytest.raises(refusals.TransactionsLimitError):
        hall.run(transfer, Transfer(ONE, to_service=ENQUIRIES, outcome=Outcome.COMPLETED, transactions=done))
