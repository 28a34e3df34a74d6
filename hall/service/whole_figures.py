"""The figures of a period with all that is measured, each measure by a module of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from contracts.enquiry_figures import EnquiriesFigured
from contracts.figure_answers import FiguresView
from contracts.request_figures import RequestsFigured
from contracts.survey_figures import SurveysFigured
from dashboard.enquiry_figures import enquiry_figures
from dashboard.figures_view import Asked
from dashboard.measured import Targets
from dashboard.request_figures import NamesOf, RequestMeasure
from dashboard.survey_figures import survey_figures
from hall.application.requests_query import working_days_between
from hall.domain.moment import Moment
from hall.domain.request_settings import Named
from hall.domain.service_day import local
from hall.domain.working_days import calendar_of
from hall.service.figures_desk import FiguresDesk
from hall.service.ports import ServiceWork


def whole_figures(asked: Asked, desk: FiguresDesk, *, work: ServiceWork, now: Moment) -> FiguresView:
    """Return the figures of the period as of now."""
    targets: Targets = {one.code: one.target_wait_s for one in work.settings.services}
    view = desk.answer(asked, source=work.figures, targets=targets, at=now.at, closed=work.closed_days.changed)
    # Not kept by the desk: an old period's requests are referred and answered on days of another one.
    return replace(
        view, requests=_requests(asked, work, now), enquiries=_enquiries(asked, work), surveys=_surveys(asked, work)
    )


def _requests(asked: Asked, work: ServiceWork, now: Moment) -> RequestsFigured:
    lists, today = work.settings.requests, local(now, work.settings).date()
    measure = RequestMeasure(today, partial(working_days_between, calendar=calendar_of(work.settings)))
    rows = work.request_rows.of_days(*asked.days, asked.service)
    return measure.figured(rows, _names(lists.topics), _names(lists.directorates))


def _enquiries(asked: Asked, work: ServiceWork) -> EnquiriesFigured | None:
    if asked.service is not None:
        return None
    return enquiry_figures(work.enquiry_rows.of_days(*asked.days), _names(work.settings.requests.topics))


def _surveys(asked: Asked, work: ServiceWork) -> SurveysFigured:
    faces, served = work.surveys.faces(*asked.days), work.surveys.served(*asked.days)
    return survey_figures(faces, served, service=asked.service, by_month=asked.period == "year")


def _names(entries: Sequence[Named]) -> NamesOf:
    return {one.code: one.names for one in entries}
