"""The visitor reads his own answer; a tablet asks who was served last."""

from __future__ import annotations

from contracts.words.surveys import Face, SurveyWay
from hall.kernel.ids import CounterId, VisitId
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.reception.undo import Undo, undo
from hall.surveys.commands.give_survey import GiveSurvey, give_survey
from hall.surveys.queries import own_survey, tablet_view
from tests.hall.surveys.commands.test_give_survey import GOOD, finished_hall
from tests.helpers.example_hall import serving_hall, take
from tests.helpers.memory_work import MemoryHall

ONE = CounterId(1)


def asked(hall: MemoryHall, counter: CounterId = ONE) -> str | None:
    ask = tablet_view(counter, work=hall.work(), now=hall.clock.now()).ask
    return ask.visit if ask else None


def test_the_visitor_reads_his_answer_and_until_when_he_may_change_it() -> None:
    hall = finished_hall()
    before = own_survey(hall.visit("v1"), work=hall.work(), now=hall.clock.now())
    assert before is not None
    assert (before.open, before.face) == (True, None)
    hall.run(give_survey, GOOD)
    hall.clock.advance(599)
    given = own_survey(hall.visit("v1"), work=hall.work(), now=hall.clock.now())
    assert given is not None
    assert (given.open, given.face) == (True, Face.GOOD)
    hall.clock.advance(1)
    over = own_survey(hall.visit("v1"), work=hall.work(), now=hall.clock.now())
    assert over is not None
    assert not over.open


def test_a_visit_that_is_not_over_has_nothing_to_ask() -> None:
    hall = serving_hall()
    assert own_survey(hall.visit("v1"), work=hall.work(), now=hall.clock.now()) is None


def test_a_tablet_asks_whom_its_counter_served_last_until_it_was_answered() -> None:
    hall = finished_hall()
    assert asked(hall) == "v1"
    assert asked(hall, CounterId(2)) is None
    hall.run(give_survey, GiveSurvey(VisitId("v1"), Face.GOOD, SurveyWay.TABLET))
    assert asked(hall) is None


def test_a_tablet_asks_nobody_after_a_while_or_once_the_next_one_is_served() -> None:
    hall = finished_hall()
    take(hall, "v2")
    hall.run(call_next, CallNext(ONE, sure=True))
    assert asked(hall) == "v1", "the next one is called and not yet there"
    hall.run(begin_serving, BeginServing(ONE))
    assert asked(hall) is None
    later = finished_hall()
    later.clock.advance(91)
    assert asked(later) is None


def test_a_finish_that_was_taken_back_is_not_asked_about() -> None:
    hall = finished_hall()
    hall.run(undo, Undo(VisitId("v1"), "said"))
    assert asked(hall) is None
