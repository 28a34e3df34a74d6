"""The scheduled reports: whether each was delivered, and a command to send one now."""

from __future__ import annotations

from litestar import Response, Router, get, post
from litestar.params import FromPath

from contracts.reporting.scheduled_reports import ReportsView, ReportWay, ScheduledReportView
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.platform.refusals import ReportUnknownError
from hall.platform.web.answers import said
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.request import HallRequest
from hall.reporting.model.report_ports import Delivery
from hall.reporting.work import ReportingWork
from hall.reporting.workers.report_sender import BY_HAND, REPORTS, ask_again
from hall.settings.model.report_plan import DeliveryMethod, ReportPlan, ScheduledReport


@get("/reports")
async def list_reports(request: HallRequest) -> ReportsView:
    """Return the deliveries of each report."""
    plan = request.parts.get(REPORTS).plan
    return await request.ask(lambda work, now: reports_view(plan, work, now))


@post("/reports/{report:str}/send", status_code=200)
async def send_report(request: HallRequest, report: FromPath[str], key: OptionalKey) -> Response[ReportsView]:
    """Send the report of the newest period that is over now, also if it was sent before."""
    plan = request.parts.get(REPORTS).plan
    known_report = plan.report(report)
    if known_report is None:
        known = ", ".join(one.name for one in plan.reports) or "none: the set-up file has no [[report]]"
        raise ReportUnknownError(f"there is no report {report[:64]!r}; there are {known}")

    def run(work: ReportingWork, now: Moment) -> Answer:
        ask_again(known_report, work, now)
        return said(200, reports_view(plan, work, now))

    answer = await request.run(run, key)
    request.parts.get(REPORTS).hurry()
    return answer


def reports_view(plan: ReportPlan, work: ReportingWork, now: Moment) -> ReportsView:
    """Return the deliveries of each report."""
    return ReportsView(now.at, tuple(_report(report, work) for report in plan.reports))


def _report(report: ScheduledReport, work: ReportingWork) -> ScheduledReportView:
    ways = tuple(_way(way, work.deliveries.newest(report.name, way)) for way in report.ways)
    return ScheduledReportView(
        report.name, report.period, report.formats, report.language, report.folder, report.to, ways
    )


def _way(way: DeliveryMethod, newest: Delivery | None) -> ReportWay:
    if newest is None:
        return ReportWay(way.value, None, None, None, None, 0, "")
    why = "" if newest.why == BY_HAND else newest.why
    return ReportWay(way.value, newest.first, newest.state.value, newest.at, newest.next_at, newest.tries, why)


routes = Router("/", route_handlers=[list_reports, send_report], tags=["hall"])
