"""A correction is kept with both values, told to the centre as the next revision, and can be taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from contracts.words.hall import CorrectionReason, Outcome
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.day.commands.close_day import CloseDay, close_day
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.refusals import NothingToUndoError, ServiceUnknownError
from hall.queue.commands.correct import Correct, TakeBackCorrection, correct, take_back_correction
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.issue_ticket import IssueTicket, issue_ticket
from hall.queue.model.corrections.amendment import Amendment
from tests.helpers.example_hall import LANDS, new_hall
from tests.helpers.memory_work import MemoryHall

V1, ONE = VisitId("v1"), CounterId(1)
REFERRED = Correct(V1, Amendment(0, CorrectionReason.WRONG_OUTCOME, outcome=Outcome.REFERRED), "noor")


def served_hall() -> MemoryHall:
    hall = new_hall()
    hall.run(issue_ticket, IssueTicket(V1, LANDS, "kiosk-1"))
    hall.run(sign_in, SignIn("s1", ONE, AgentId("said")))
    hall.run(call_next, CallNext(ONE))
    hall.clock.advance(10)
    hall.run(begin_serving, BeginServing(ONE))
    hall.clock.advance(300)
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    hall.clock.advance(3600)
    return hall


def test_the_centre_is_told_the_next_revision_each_time():
    hall = served_hall()
    hall.run(correct, REFERRED)
    hall.run(take_back_correction, TakeBackCorrection(V1, "huda"))
    assert [(record.rev, record.outcome) for record in hall.told] == [
        (1, "completed"), (2, "referred"), (3, "completed")
    ]  # fmt: skip
    (stored,) = hall.work().corrections.of_visit(V1)
    assert (stored.number, stored.by, stored.taken_back_by) == (1, "noor", "huda")
    assert (stored.before.outcome, stored.after.outcome) == (Outcome.COMPLETED, Outcome.REFERRED)


def test_a_visit_of_a_day_that_is_closed_is_put_right_too():
    hall = served_hall()
    hall.run(close_day, CloseDay("noor"))
    day = hall.visit("v1").service_day
    assert hall.stored.closed_days == {day: hall.clock.at}
    hall.clock.advance(5 * 86_400)
    begun_at = hall.visit("v1").stage.first_called.at + timedelta(seconds=1)
    hall.run(correct, Correct(V1, Amendment(0, CorrectionReason.FORGOTTEN_BEGIN, begun_at=begun_at), "noor"))
    assert hall.visit("v1").stage.served_s == 309.0
    assert hall.told[-1].serving_s == 309


def test_of_two_corrections_the_newer_goes_first():
    hall = served_hall()
    hall.run(correct, REFERRED)
    documents = Amendment(0, CorrectionReason.WRONG_OUTCOME, outcome=Outcome.DOCUMENTS_MISSING)
    hall.run(correct, Correct(V1, documents, "noor"))
    outcomes = []
    for _ in range(2):
        hall.run(take_back_correction, TakeBackCorrection(V1, "noor"))
        outcomes.append(hall.visit("v1").stage.outcome)
    assert outcomes == [Outcome.REFERRED, Outcome.COMPLETED]
    with pytest.raises(NothingToUndoError):
        hall.run(take_back_correction, TakeBackCorrection(V1, "noor"))


def test_a_service_that_the_hall_does_not_have_is_refused():
    hall = served_hall()
    wrong = Amendment(0, CorrectionReason.WRONG_SERVICE, service=ServiceCode("Z"))
    with pytest.raises(ServiceUnknownError):
        hall.run(correct, Correct(V1, wrong, "noor"))
    assert len(hall.told) == 1
