"""Serving ends with an outcome, and the centre gets a record."""

from __future__ import annotations

import pytest

from contracts.words.hall import Outcome, VisitState
from hall.counters.commands.sign_out import SignOut, sign_out
from hall.kernel import refusals
from hall.kernel.ids import CounterId
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, GoOn, finish, go_on
from hall.queue.commands.counter.transfer import Transfer, transfer
from hall.queue.model import refusals as queue_refusals
from hall.queue.model.facts import VisitMarked
from hall.queue.model.stage import Transaction
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, SETTINGS, called_hall, serving_hall, staffed_hall
from tests.helpers.replacing import replace

ONE = CounterId(1)


def test_a_finished_visit_is_told_to_the_centre_once_and_counted_for_the_agent():
    hall = serving_hall()
    hall.clock.advance(240)
    visit = hall.run(finish, Finish(ONE, Outcome.REQUEST_REGISTERED, ("land_grant",)))
    assert (visit.state, visit.stage.outcome, visit.topics) == (
        VisitState.FINISHED, Outcome.REQUEST_REGISTERED, ("land_grant",),
    )  # fmt: skip
    (record,) = hall.told
    assert (record.visit, record.rev, record.outcome, record.serving_s) == ("v1", 1, "request_registered", 240)
    session = hall.work().sessions.at(ONE)
    assert session is not None
    assert (session.served, session.free_since) == (1, hall.clock.now())


def test_a_called_visit_is_not_finished_before_it_begins():
    hall = called_hall()
    with pytest.raises(refusals.NotServingError):
        hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    assert hall.told == []


def test_nobody_finishes_at_a_counter_without_a_session_or_visit():
    hall = staffed_hall()
    with pytest.raises(queue_refusals.NoVisitError):
        hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    hall.run(sign_out, SignOut(ONE, "said"))
    with pytest.raises(queue_refusals.NotSignedInError):
        hall.run(finish, Finish(ONE, Outcome.COMPLETED))


def test_what_was_done_is_kept_with_its_quantity():
    hall = serving_hall()
    hall.clock.advance(240)
    done = (Transaction(LANDS, 3, "deed"), Transaction(ENQUIRIES))
    visit = hall.run(finish, Finish(ONE, Outcome.COMPLETED, transactions=done))
    assert (visit.stage.transactions, visit.stage.quantity) == (done, 4)


def test_one_ticket_is_for_no_more_than_its_service_allows():
    hall = serving_hall()
    hall.settings = replace(SETTINGS, services=tuple(replace(s, transactions_max=2) for s in SETTINGS.services))
    with pytest.raises(refusals.TransactionsLimitError, match="2 transactions"):
        hall.run(finish, Finish(ONE, Outcome.COMPLETED, transactions=(Transaction(LANDS, 3),)))
    hall.run(go_on, GoOn(ONE, HOUSING, Outcome.COMPLETED))
    with pytest.raises(refusals.TransactionsLimitError):
        hall.run(finish, Finish(ONE, Outcome.COMPLETED, transactions=(Transaction(HOUSING, 2),)))
    assert hall.run(finish, Finish(ONE, Outcome.COMPLETED)).state is VisitState.FINISHED


def test_several_services_in_one_visit_need_no_second_wait():
    hall = serving_hall()
    hall.clock.advance(100)
    visit = hall.run(go_on, GoOn(ONE, HOUSING, Outcome.REQUEST_REGISTERED))
    first, second = visit.stages
    assert (first.outcome, first.served_s, first.state) == (Outcome.REQUEST_REGISTERED, 100, VisitState.FINISHED)
    assert (second.service, second.state, second.counter, second.first_called) == (HOUSING, VisitState.SERVING, 1, None)
    assert hall.told == [], "the visit is not over"
    hall.clock.advance(50)
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    (record,) = hall.told
    assert (record.serving_s, [stage.waiting_s for stage in record.stages][1]) == (150, None)


@pytest.mark.parametrize(("served_s", "mark"), [(5, "short"), (2000, "long")])
def test_serving_that_looks_wrong_is_marked_by_a_fact_and_not_refused(served_s, mark):
    hall = serving_hall()
    hall.clock.advance(served_s)
    visit = hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    assert visit.stage.marks == (mark,)
    assert [(f.mark, f.seconds) for f in hall.facts if isinstance(f, VisitMarked)] == [(mark, served_s)]


def test_who_is_wanted_back_waits_for_that_agent_at_the_head():
    hall = serving_hall()
    hall.run(transfer, Transfer(ONE, to_service=ENQUIRIES, and_back=True))
    hall.run(call_next, CallNext(CounterId(3)))
    hall.run(begin_serving, BeginServing(CounterId(3)))
    hall.clock.advance(60)
    visit = hall.run(finish, Finish(CounterId(3), Outcome.COMPLETED))
    assert (visit.state, visit.service, visit.stage.for_agent, visit.stage.goes_first) == (
        VisitState.WAITING, LANDS, "said", True,
    )  # fmt: skip
    assert visit.stages[1].outcome is Outcome.COMPLETED
    assert hall.told == []
    assert hall.run(call_next, CallNext(CounterId(2))) is None
    assert hall.run(call_next, CallNext(ONE)).id == "v1"
