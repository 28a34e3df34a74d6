"""Documents missing: a code for some working days, a ticket in the lane `returning`, once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from contracts.words.hall import Lane, Outcome
from hall.kernel.ids import CounterId, VisitId
from hall.kernel.refusals import NothingToUndoError, ReturnExpiredError, ReturnUnknownError, ReturnUsedError
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.reception.come_back import ComeBack, come_back
from hall.queue.commands.reception.undo import Undo, undo
from hall.queue.model.facts import ReturnCheckedIn, ReturnPromised
from tests.helpers.example_hall import serving_hall
from tests.helpers.memory_work import MemoryHall

ONE = CounterId(1)
CODE = "48213377"


def promised() -> MemoryHall:
    hall = serving_hall()
    hall.clock.advance(300)
    hall.run(finish, Finish(ONE, Outcome.DOCUMENTS_MISSING, missing=("title deed",), codes=(CODE, "99999999")))
    return hall


def next_day(hall: MemoryHall, days: int = 1) -> None:
    hall.clock.set_wall(hall.clock.at + timedelta(days=days))


def back(name: str = "v9") -> ComeBack:
    return ComeBack(CODE, VisitId(name), "kiosk-1")


def test_a_visitor_whose_documents_are_missing_gets_a_code_and_what_is_missing_is_kept():
    hall = promised()
    slip = hall.work().returns.find(CODE)
    assert slip is not None
    assert (slip.visit, slip.missing, slip.last_day.isoformat()) == ("v1", ("title deed",), "2026-12-02")
    assert ReturnPromised(VisitId("v1"), "L001", slip.service, "2026-12-02", ("title deed",)) in hall.facts


def test_other_outcomes_give_no_code():
    hall = serving_hall()
    hall.run(finish, Finish(ONE, Outcome.COMPLETED, codes=(CODE,)))
    assert hall.work().returns.of_visit(VisitId("v1")) is None


def test_the_next_day_the_code_is_a_ticket_of_the_returning_lane_and_a_retry_the_same_one():
    hall = promised()
    next_day(hall)
    issued = hall.run(come_back, back())
    assert (issued.visit.lane, issued.visit.service, issued.repeated) == (Lane.RETURNING, "L", False)
    assert ReturnCheckedIn(VisitId("v9"), issued.visit.ticket, issued.visit.service, "v1", "kiosk-1") in hall.facts
    assert hall.run(come_back, back()).repeated


def test_a_code_is_good_once_and_for_its_days():
    hall = promised()
    with pytest.raises(ReturnUnknownError):
        hall.run(come_back, ComeBack("11112222", VisitId("v9"), "kiosk-1"))
    next_day(hall)
    hall.run(come_back, back())
    with pytest.raises(ReturnUsedError):
        hall.run(come_back, back("v10"))
    late = promised()
    next_day(late, 9)  # Thursday 3 December
    with pytest.raises(ReturnExpiredError):
        late.run(come_back, back())


def test_a_finish_that_is_taken_back_takes_its_code_with_it():
    hall = promised()
    hall.run(undo, Undo(VisitId("v1"), "said"))
    assert hall.work().returns.find(CODE) is None
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    assert hall.visit("v1").stage.outcome is Outcome.COMPLETED


def test_a_finish_whose_code_was_used_stands():
    hall = promised()
    hall.run(come_back, back())
    with pytest.raises(NothingToUndoError, match="came back"):
        hall.run(undo, Undo(VisitId("v1"), "said"))
