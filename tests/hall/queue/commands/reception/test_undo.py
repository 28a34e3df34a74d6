"""A finish, a no-show or a cancel is taken back."""

from __future__ import annotations

import pytest

from contracts.words.hall import Outcome, VisitState
from hall.counters.commands.begin_break import Break, begin_break
from hall.counters.commands.resume_work import ResumeWork, resume_work
from hall.counters.commands.sign_out import SignOut, sign_out
from hall.day.commands.close_day import CloseDay, close_day
from hall.kernel import refusals
from hall.kernel.ids import CounterId, VisitId
from hall.queue.commands.counter.call_chosen import CallChosen, call_chosen
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.commands.counter.transfer import Transfer, transfer
from hall.queue.commands.reception.cancel import Cancel, cancel
from hall.queue.commands.reception.undo import Undo, undo
from hall.queue.model import refusals as queue_refusals
from tests.helpers.example_hall import ALWAYS, ENQUIRIES, LANDS, called_hall, serving_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

ONE = CounterId(1)


UNDO = Undo(VisitId("v1"), "said")


def finished() -> MemoryHall:
    hall = serving_hall()
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    return hall


def test_an_undone_finish_is_served_on_and_told_anew_with_the_next_revision():
    hall = finished()
    hall.clock.advance(100)
    assert hall.run(undo, UNDO).state is VisitState.SERVING
    session = hall.work().sessions.at(ONE)
    assert session is not None
    assert session.served == 0
    hall.run(finish, Finish(ONE, Outcome.REFERRED))
    assert [(record.rev, record.outcome) for record in hall.told] == [(1, "completed"), (2, "referred")]


def test_an_undone_no_show_is_called_again_at_its_counter():
    hall = called_hall()
    hall.run(mark_no_show, MarkNoShow(ONE))
    assert hall.run(undo, UNDO).at_counter == (1, "said")


def test_nothing_comes_back_to_a_counter_whose_agent_is_on_a_break():
    hall = finished()
    hall.run(begin_break, Break(ONE, "prayer"))
    with pytest.raises(queue_refusals.OnBreakError):
        hall.run(undo, UNDO)
    hall.run(resume_work, ResumeWork(ONE))
    assert hall.run(undo, UNDO).state is VisitState.SERVING


def test_an_undone_cancel_waits_again():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(cancel, Cancel(VisitId("v1"), "kiosk-1"))
    assert hall.run(undo, UNDO).state is VisitState.WAITING


def test_after_two_minutes_it_is_too_late():
    hall = finished()
    hall.clock.advance(121)
    with pytest.raises(refusals.UndoTooLateError):
        hall.run(undo, UNDO)


def test_the_counter_must_be_free_and_somebody_there():
    hall = finished()
    take(hall, "v2")
    hall.run(call_next, CallNext(ONE))
    before = hall.stored.copy()
    with pytest.raises(queue_refusals.VisitOpenError):
        hall.run(undo, UNDO)
    assert hall.stored == before
    hall = finished()
    hall.run(sign_out, SignOut(ONE, "said"))
    with pytest.raises(queue_refusals.NotSignedInError):
        hall.run(undo, UNDO)


def test_nothing_of_a_closed_day_is_taken_back():
    hall = finished()
    hall.run(close_day, CloseDay("head"))
    with pytest.raises(refusals.NothingToUndoError):
        hall.run(undo, UNDO)


def test_a_visit_whose_number_has_come_round_stays_ended():
    lands = replace(ALWAYS.service(LANDS), last_number=1)
    hall = staffed_hall(replace(ALWAYS, services=(lands, *ALWAYS.services[1:])))
    take(hall, "v1")
    hall.run(cancel, Cancel(VisitId("v1"), "kiosk-1"))
    assert take(hall, "v2") == "L001"
    with pytest.raises(refusals.NothingToUndoError, match="come round"):
        hall.run(undo, UNDO)


def test_an_unknown_visit_is_refused():
    with pytest.raises(refusals.VisitUnknownError):
        staffed_hall().run(undo, UNDO)


def transferred() -> MemoryHall:
    hall = serving_hall()
    hall.run(transfer, Transfer(ONE, to_service=ENQUIRIES))
    return hall


def test_an_undone_transfer_is_served_on_at_its_counter_as_if_it_had_never_left():
    hall = transferred()
    session = hall.work().sessions.at(ONE)
    assert session is not None
    assert session.served == 1
    visit = hall.run(undo, UNDO)
    assert (visit.state, visit.service, visit.at_counter) == (VisitState.SERVING, LANDS, (1, "said"))
    assert len(visit.stages) == 1
    session = hall.work().sessions.at(ONE)
    assert session is not None
    assert session.served == 0


def test_a_transfer_that_was_called_already_stands():
    hall = transferred()
    hall.run(call_chosen, CallChosen(CounterId(2), VisitId("v1"), "other"))
    with pytest.raises(refusals.NothingToUndoError):
        hall.run(undo, UNDO)


def test_a_transfer_is_not_taken_back_to_a_counter_that_has_somebody_else():
    hall = transferred()
    take(hall, "v2")
    hall.run(call_next, CallNext(ONE))
    with pytest.raises(refusals.HallError):
        hall.run(undo, UNDO)
    assert hall.work().visits.get(VisitId("v1")).state is VisitState.WAITING


def test_after_two_minutes_a_transfer_stands():
    hall = transferred()
    hall.clock.advance(121)
    with pytest.raises(refusals.UndoTooLateError):
        hall.run(undo, UNDO)
