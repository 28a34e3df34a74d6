"""The figures of a period with all that is measured, each measure by a module of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from contracts.enquiry_figures import EnquiriesFigured
from contracts.figure_answers import FiguresView
from contracts.official_figures import OfficialsFigured
from contracts.request_figures import RequestsFigured
from contracts.survey_figures import SurveysFigured
from dashboard.enquiry_figures import enquiry_figures
from dashboard.figures_view import Asked
from dashboard.measured import Targets
from dashboard.official_figures import official_figures
from dashboard.request_figures import NamesOf, RequestMeasure
from dashboard.survey_figures import survey_figures
from hall.domain.moment import Moment
from hall.domain.request_settings import Named
from hall.domain.service_day import local
from hall.domain.working_day_line import WorkingDayLine
from hall.domain.working_days import calendar_of
from hall.service.figures_desk import FiguresDesk
from hall.service.ports import ServiceWork


def whole_figures(asked: Asked, desk: FiguresDesk, *, work: ServiceWork, now: Moment) -> FiguresView:
    """Return the figures of the period as of now."""
    targets: Targets = {one.code: one.target_wait_s for one in work.settings.services}
    today = local(now, work.settings).date()
    view = desk.answer(
        asked, source=work.figures, targets=targets, at=now.at, today=today, closed=work.closed_days.changed
    )
    return replace(
        view,
        requests=_requests(asked, desk, work, now),
        enquiries=_enquiries(asked, desk, work),
        surveys=_surveys(asked, work),
        officials=_officials(asked, work, now),
    )


def _requests(asked: Asked, desk: FiguresDesk, work: ServiceWork, now: Moment) -> RequestsFigured:
    lists, today, days = work.settings.requests, local(now, work.settings).date(), asked.days
    calendar, rows = calendar_of(work.settings), work.request_rows

    def make() -> RequestsFigured:
        measure = RequestMeasure(today, WorkingDayLine(calendar, days[0]).between)
        return measure.figured(rows.of_days(*days, asked.service), _names(lists.topics), _names(lists.directorates))

    state = (rows.state(*days), today, lists, calendar)
    return desk.remembered(asked.period, ("requests", days, asked.service), state, make)


def _enquiries(asked: Asked, desk: FiguresDesk, work: ServiceWork) -> EnquiriesFigured | None:
    if asked.service is not None:
        return None
    topics, days, rows = work.settings.requests.topics, asked.days, work.enquiry_rows

    def make() -> EnquiriesFigured:
        return enquiry_figures(rows.of_days(*days), _names(topics))

    return desk.remembered(asked.period, ("enquiries", days), (rows.state(*days), topics), make)


def _surveys(asked: Asked, work: ServiceWork) -> SurveysFigured:
    faces, served = work.surveys.faces(*asked.days), work.surveys.served(*asked.days)
    return survey_figures(faces, served, service=asked.service, by_month=asked.period == "year")


def _officials(asked: Asked, work: ServiceWork, now: Moment) -> OfficialsFigured:
    settings = work.settings
    over = now.at - timedelta(seconds=settings.appointments.late_s)
    rows = work.official_rows.of_days(*asked.days, asked.service)
    return official_figures(rows, over, {one.code: one.names for one in settings.officials})


def _names(entries: Sequence[Named]) -> NamesOf:
    return {one.code: one.names for one in entries}
