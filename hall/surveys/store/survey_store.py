"""Answers after visits in the database."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, func, select, update

from contracts.words.hall import VisitState
from contracts.words.surveys import Face, SurveyReason, SurveyWay
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.platform.db.legal_holds import VISIT, held
from hall.platform.db.tables.core import stage, visit
from hall.platform.db.upsert import upsert
from hall.surveys.model.ports import FaceCount, ServedCount, Written
from hall.surveys.model.survey import SurveyAnswer
from hall.surveys.store.tables import survey


class SqlSurveys:
    """One row for each visit that was answered."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, visit: VisitId) -> SurveyAnswer | None:
        """Return the visit's answer, or None."""
        row = self._connection.execute(select(survey).where(survey.c.visit == visit)).first()
        if row is None:
            return None
        return SurveyAnswer(
            VisitId(row.visit), row.service_day, ServiceCode(row.service), row.hour, row.counter, row.agent,
            Face(row.face), SurveyReason(row.reason) if row.reason else None, row.words, SurveyWay(row.way),
            row.first_at, row.given_at, row.told,
        )  # fmt: skip

    def save(self, answer: SurveyAnswer) -> None:
        """Store a new or changed answer."""
        values = {
            "visit": answer.visit, "service_day": answer.service_day, "service": answer.service, "hour": answer.hour,
            "counter": answer.counter, "agent": answer.agent, "face": answer.face.value,
            "reason": answer.reason.value if answer.reason else None, "words": answer.words, "way": answer.way.value,
            "first_at": answer.first, "given_at": answer.given, "told": answer.told,
        }  # fmt: skip
        upsert(self._connection, survey, values, key=("visit",))

    def just_finished(
        self, counter: CounterId, services: Collection[ServiceCode], since: datetime
    ) -> tuple[VisitId, datetime] | None:
        """Return the visit whose stage ended last at the counter since an instant, of these services, and when."""
        # By service, as the stages that ended are indexed so.
        ended = select(stage.c.visit, stage.c.ended_at).where(
            stage.c.service.in_(sorted(services)),
            stage.c.ended_at >= since,
            stage.c.outcome.is_not(None),
            stage.c.counter == counter,
        )
        row = self._connection.execute(ended.order_by(stage.c.ended_at.desc()).limit(1)).first()
        return None if row is None else (VisitId(row.visit), row.ended_at)

    def faces(self, first: date, last: date) -> Sequence[FaceCount]:
        """Return the faces of the service days from `first` to `last`, by day, service and hour."""
        by = (survey.c.service_day, survey.c.service, survey.c.hour, survey.c.face)
        rows = self._connection.execute(
            select(*by, func.count()).where(survey.c.service_day.between(first, last)).group_by(*by).order_by(*by)
        )
        return [FaceCount(day, ServiceCode(code), hour, Face(face), many) for day, code, hour, face, many in rows]

    def served(self, first: date, last: date) -> Sequence[ServedCount]:
        """Return the finished visits of the service days from `first` to `last`, by day and service."""
        # Grouped by the state and chosen here: asked for in SQL, SQLite walks all finished visits of ten years for it.
        by = (visit.c.service_day, visit.c.state, visit.c.service)
        rows = self._connection.execute(
            select(*by, func.count()).where(visit.c.service_day.between(first, last)).group_by(*by).order_by(*by)
        )
        finished = VisitState.FINISHED.value
        return [ServedCount(day, ServiceCode(code), many) for day, state, code, many in rows if state == finished]

    def written(self, first: date, last: date, limit: int) -> Sequence[Written]:
        """Return at most `limit` of what visitors wrote on these service days, the newest day first, else by words."""
        mine = select(survey.c.service_day, survey.c.service, survey.c.words).where(
            survey.c.service_day.between(first, last), survey.c.words.is_not(None)
        )
        # By words and not by time: their order tells nobody who came when.
        rows = self._connection.execute(mine.order_by(survey.c.service_day.desc(), survey.c.words).limit(limit))
        return [Written(day, ServiceCode(service), words) for day, service, words in rows]

    def forget_words(self, before: date) -> int:
        """Erase what visitors wrote on service days before this one; return of how many. Faces and reasons stay.

        The words of a visit that stands under a legal hold stay as well.
        """
        free = survey.c.visit.not_in(held(VISIT))
        old = update(survey).where(survey.c.service_day < before, survey.c.words.is_not(None), free)
        return self._connection.execute(old.values(words=None)).rowcount

    def of_agent(self, agent: AgentId, day: date) -> Sequence[Face]:
        """Return the faces of the visits of a service day which the agent ended, the first answer first."""
        mine = select(survey.c.face).where(survey.c.service_day == day, survey.c.agent == agent)
        ordered = mine.order_by(survey.c.first_at, survey.c.visit)
        return [Face(face) for face in self._connection.execute(ordered).scalars()]
