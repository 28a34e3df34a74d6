"""The visitor answers once a visit, after somebody was served, and the centre hears each revision."""

from __future__ import annotations

from datetime import timedelta

import pytest

from contracts.words.hall import Outcome
from contracts.words.surveys import Face, SurveyReason, SurveyWay
from hall.kernel.ids import CounterId, VisitId
from hall.kernel.refusals import VisitUnknownError
from hall.queue.commands.counter.finish import Finish, finish
from hall.surveys.commands.give_survey import GiveSurvey, ended_at, give_survey, survey_record
from hall.surveys.model.facts import SurveyGiven
from hall.surveys.model.refusals import SurveyEarlyError, SurveyOverError
from tests.helpers.example_hall import LANDS, TUESDAY, serving_hall
from tests.helpers.memory_work import MemoryHall

GOOD = GiveSurvey(VisitId("v1"), Face.GOOD, SurveyWay.PHONE)


def finished_hall(outcome: Outcome = Outcome.COMPLETED) -> MemoryHall:
    hall = serving_hall()
    hall.clock.advance(300)
    hall.run(finish, Finish(CounterId(1), outcome))
    return hall


def test_an_answer_is_kept_with_what_it_is_counted_by_and_told_to_the_centre() -> None:
    hall = finished_hall()
    answer = hall.run(give_survey, GOOD)
    assert (answer.service, answer.service_day, answer.hour, answer.agent) == (LANDS, TUESDAY, 9, "said")
    assert hall.facts[-1] == SurveyGiven(VisitId("v1"), "L001", LANDS, "phone", again=False)
    (told,) = hall.stored.told_surveys
    assert (told.rev, told.face, told.visit, told.way) == (1, 4, "v1", "phone")
    assert told == survey_record(answer, "muscat-1")


def test_a_change_is_the_next_revision_and_the_same_again_is_nothing() -> None:
    hall = finished_hall()
    hall.run(give_survey, GOOD)
    hall.clock.advance(60)
    poor = GiveSurvey(VisitId("v1"), Face.POOR, SurveyWay.PHONE, SurveyReason.WAIT, "  far   too long ")
    for _ in range(2):
        answer = hall.run(give_survey, poor)
    assert answer.words == "far too long"
    assert hall.facts[-1] == SurveyGiven(VisitId("v1"), "L001", LANDS, "phone", again=True)
    assert [(one.rev, one.face, one.reason) for one in hall.stored.told_surveys] == [(1, 4, None), (2, 2, "wait")]
    hall.clock.advance(3600)
    with pytest.raises(SurveyOverError):
        hall.run(give_survey, GOOD)


def test_nobody_is_asked_before_the_end_or_about_a_visit_that_was_cancelled() -> None:
    with pytest.raises(SurveyEarlyError):
        serving_hall().run(give_survey, GOOD)
    with pytest.raises(SurveyEarlyError):
        finished_hall(Outcome.CANCELLED).run(give_survey, GOOD)
    with pytest.raises(VisitUnknownError):
        finished_hall().run(give_survey, GiveSurvey(VisitId("v9"), Face.GOOD, SurveyWay.PHONE))


def test_after_two_days_it_is_over_unless_the_answer_was_given_in_time_and_came_late() -> None:
    hall = finished_hall()
    in_time = hall.clock.now().at + timedelta(minutes=5)
    hall.clock.advance(3 * 86400)
    with pytest.raises(SurveyOverError, match="two days"):
        hall.run(give_survey, GOOD)
    late = GiveSurvey(VisitId("v1"), Face.VERY_GOOD, SurveyWay.PHONE, given=in_time)
    assert hall.run(give_survey, late).given == in_time


def test_an_answer_of_the_future_is_of_now() -> None:
    hall = finished_hall()
    future = hall.clock.now().at + timedelta(days=30)
    answer = hall.run(give_survey, GiveSurvey(VisitId("v1"), Face.FAIR, SurveyWay.PHONE, given=future))
    assert answer.given == hall.clock.now().at
    assert ended_at(hall.visit("v1")) == hall.clock.now().at
