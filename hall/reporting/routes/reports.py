"""The reports that leave by themselves: what became of each, and a wish to send one now."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from contracts.reporting.scheduled_reports import ReportsView, ReportWay, ScheduledReportView
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.platform.refusals import ReportUnknownError
from hall.platform.web.bodies import Nothing
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, said, told
from hall.reporting.model.report_ports import Delivery
from hall.reporting.work import ReportingWork
from hall.reporting.workers.report_sender import BY_HAND, REPORTS, ask_again
from hall.settings.model.report_plan import DeliveryMethod, ReportPlan, ScheduledReport

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["hall"])


@routes.get("/reports", openapi_extra=documented(answer=ReportsView))
async def reports(call: Call) -> Response:
    """Return what became of each report."""
    plan = call.parts.get(REPORTS).plan
    return told(await call.ask(lambda work, now: reports_view(plan, work, now)))


@routes.post("/reports/{report}/send", openapi_extra=documented(answer=ReportsView))
async def send_report(call: Call) -> Response:
    """Let the report of the newest period that is over leave now, also where it did already."""
    await call.read(Nothing)
    plan, name = call.parts.get(REPORTS).plan, call.path_params["report"]
    report = plan.report(name)
    if report is None:
        known = ", ".join(one.name for one in plan.reports) or "none: the set-up file has no [[report]]"
        raise ReportUnknownError(f"there is no report {name[:64]!r}; there are {known}")

    def run(work: ReportingWork, now: Moment) -> Answer:
        ask_again(report, work, now)
        return said(200, reports_view(plan, work, now))

    answer = await call.run(run)
    call.parts.get(REPORTS).hurry()
    return answer


def reports_view(plan: ReportPlan, work: ReportingWork, now: Moment) -> ReportsView:
    """Return what became of each report."""
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
