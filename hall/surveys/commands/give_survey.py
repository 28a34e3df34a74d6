"""Take the visitor's answer after the visit: once a visit, to be changed for some minutes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from contracts.surveys.answers import LONGEST_WORDS
from contracts.surveys.record import SurveyRecord
from contracts.words.hall import Outcome, VisitState
from contracts.words.surveys import Face, SurveyReason, SurveyWay
from hall.calendar.service_day import local
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.kernel.ports import HasOutbox, HasSettings, RecordsFacts
from hall.queue.model.ports import HasVisits
from hall.queue.model.visit import Visit
from hall.surveys.model.facts import SurveyGiven
from hall.surveys.model.ports import HasSurveys
from hall.surveys.model.refusals import SurveyEarlyError, SurveyOverError
from hall.surveys.model.survey import OPEN_FOR, SurveyAnswer


@dataclass(frozen=True)
class GiveSurvey:
    """One face of a visit, if the visitor likes with a reason from the list and a few own words.

    `given`: when the visitor answered, where the answer reaches the hall later (through the centre).
    """

    visit: VisitId
    face: Face
    way: SurveyWay
    reason: SurveyReason | None = None
    words: str | None = None
    given: datetime | None = None


class GiveSurveyWork(HasOutbox, HasSettings, HasSurveys, HasVisits, RecordsFacts, Protocol):
    """What a visitor's answer reads and writes."""


def give_survey(command: GiveSurvey, *, work: GiveSurveyWork, now: Moment) -> SurveyAnswer:
    """Keep the answer and tell the centre; the same answer again changes nothing.

    Raise VisitUnknownError, SurveyEarlyError while nobody was served, SurveyOverError when it is too late.
    """
    visit = work.visits.get(command.visit)
    given = min(command.given or now.at, now.at)
    ended = ended_at(visit)
    words = " ".join((command.words or "").split())[:LONGEST_WORDS] or None
    known = work.surveys.find(visit.id)
    if known is None:
        if given >= ended + OPEN_FOR:
            raise SurveyOverError(f"the visit of {visit.ticket} was more than two days ago")
        answer = _first(command, visit, words, given, work=work)
    else:
        answer = known.changed(command.face, command.reason, words, command.way, given)
    if answer == known:
        return answer
    told = replace(answer, told=answer.told + 1)
    work.surveys.save(told)
    work.outbox.tell_survey(survey_record(told, work.settings.hall))
    work.record(SurveyGiven(visit.id, visit.ticket, visit.service, command.way.value, known is not None))
    return told


def ended_at(visit: Visit) -> datetime:
    """Return when a visit ended at which somebody was served; raise SurveyEarlyError for any other."""
    stage = visit.stages[-1]
    if visit.state is not VisitState.FINISHED or stage.ended is None or stage.outcome is Outcome.CANCELLED:
        raise SurveyEarlyError(f"the visit of {visit.ticket} is {visit.state.value}; there is nothing to ask about")
    return stage.ended.at


def survey_record(answer: SurveyAnswer, hall: str) -> SurveyRecord:
    """Return the record of an answer for the centre: without the written words, and without the agent."""
    return SurveyRecord(
        hall, answer.visit, answer.service_day, answer.told, answer.service, answer.hour, answer.face.value,
        answer.way.value, answer.given, answer.reason.value if answer.reason else None,
    )  # fmt: skip


def _first(command: GiveSurvey, visit: Visit, words: str | None, given: datetime, *, work: HasSettings) -> SurveyAnswer:
    stage = visit.stages[-1]
    hour = local(stage.ended, work.settings).hour if stage.ended else 0
    return SurveyAnswer(
        visit.id, visit.service_day, stage.service, hour, stage.counter, stage.agent, command.face, command.reason,
        words, command.way, given, given,
    )  # fmt: skip
