"""All figures of a period; each measure has its own module."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from contracts.appointments.figures import OfficialsFigured
from contracts.codec.message import replace
from contracts.devices.kiosk_figures import KiosksFigured
from contracts.enquiries.figures import EnquiriesFigured
from contracts.reporting.figures import FiguresView
from contracts.requests.figures import RequestsFigured
from contracts.surveys.figures import SurveysFigured
from figures.enquiry_figures import enquiry_figures
from figures.kiosk_figures import kiosk_figures
from figures.official_figures import official_figures
from figures.period import Asked, period_slices
from figures.request_figures import NamesOf, RequestMeasure
from figures.revisions import revisions
from figures.stage_rows import Targets, of_service
from figures.survey_figures import survey_figures
from figures.view import figures_view
from hall.calendar.service_day import local
from hall.calendar.working_day_line import WorkingDayLine
from hall.calendar.working_days import calendar_of
from hall.kernel.moment import Moment
from hall.kernel.request_settings import Named
from hall.reporting.work import ReportingWork


def whole_figures(asked: Asked, *, work: ReportingWork, now: Moment) -> FiguresView:
    """Return the figures of the period as of now."""
    targets: Targets = {one.code: one.target_wait_s for one in work.settings.services}
    days = work.figures.days(*asked.days)
    revised = revisions(asked.service, days, work.closed_days.changed(*asked.days), targets)
    view = figures_view(asked, period_slices(asked, days, targets), at=now.at, transactions=True, revised=revised)
    return replace(
        view,
        served_on_paper=sum(row.on_paper for _, rows in days for row in of_service(rows, asked.service)),
        requests=_requests(asked, work, now),
        enquiries=_enquiries(asked, work),
        surveys=_surveys(asked, work),
        officials=_officials(asked, work, now),
        kiosks=_kiosks(asked, work),
    )


def _requests(asked: Asked, work: ReportingWork, now: Moment) -> RequestsFigured:
    lists, today = work.settings.choices, local(now, work.settings).date()
    measure = RequestMeasure(today, WorkingDayLine(calendar_of(work.settings), asked.days[0]).between)
    rows = work.request_rows.of_days(*asked.days, asked.service)
    return measure.figured(rows, _names(lists.topics), _names(lists.directorates))


def _enquiries(asked: Asked, work: ReportingWork) -> EnquiriesFigured | None:
    if asked.service is not None:
        return None
    return enquiry_figures(work.enquiry_rows.of_days(*asked.days), _names(work.settings.choices.topics))


def _surveys(asked: Asked, work: ReportingWork) -> SurveysFigured:
    faces, served = work.surveys.faces(*asked.days), work.surveys.served(*asked.days)
    return survey_figures(faces, served, service=asked.service, by_month=asked.period == "year")


def _officials(asked: Asked, work: ReportingWork, now: Moment) -> OfficialsFigured:
    settings = work.settings
    over = now.at - timedelta(seconds=settings.appointments.late_s)
    rows = work.official_rows.of_days(*asked.days, asked.service)
    return official_figures(rows, over, {one.code: one.names for one in settings.officials})


def _kiosks(asked: Asked, work: ReportingWork) -> KiosksFigured | None:
    if asked.service is not None:
        return None
    names = {one.device: one.name for one in work.identities.devices()}
    return kiosk_figures(work.kiosk_use.rows(*asked.days), names, by_month=asked.period == "year")


def _names(entries: Sequence[Named]) -> NamesOf:
    return {one.code: one.names for one in entries}
