"""The figures of a day, week, month or year."""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from contracts.reporting.figures import FiguresView
from figures.period import PERIODS, Asked
from figures.reports.report_pdf import PaperError
from figures.reports.seal import Kind
from hall.calendar.service_day import local
from hall.kernel.moment import Moment
from hall.platform.refusals import ReportNotMadeError
from hall.platform.web.call import PREFIX, Call, HallRoute, asks, documented, told
from hall.platform.web.days_asked import day_asked
from hall.platform.web.problems import field_invalid
from hall.reporting.work import ReportingWork
from hall.reporting.workers.report_files import MEDIA_TYPES, report_file
from hall.reporting.workers.whole_figures import whole_figures
from web.texts import LANGUAGES, chosen

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["hall"])


ASKED = {"parameters": [asks("period", enum=list(PERIODS)), asks("day", format="date"), asks("service")]}


def _file(kind: Kind) -> dict[str, Any]:
    content = {MEDIA_TYPES[kind].partition(";")[0]: {"schema": {"type": "string"}}}
    asked = [*ASKED["parameters"], asks("lang", enum=list(LANGUAGES))]
    return {"parameters": asked, "responses": {"200": {"description": "OK", "content": content}}}


@routes.get("/figures", openapi_extra=documented(answer=FiguresView) | ASKED)
async def figures(call: Call) -> Response:
    """Return waits, serving times, no-shows, transactions, requests and enquiries of a period."""
    return told(await asked_figures(call))


@routes.get("/figures.csv", openapi_extra=_file(Kind.CSV))
async def figures_as_csv(call: Call) -> Response:
    """Return the same as a file, with definitions, what was asked, time and digest."""
    return await _as_file(call, Kind.CSV)


@routes.get("/figures.xlsx", openapi_extra=_file(Kind.XLSX))
async def figures_as_workbook(call: Call) -> Response:
    """Return the same as a workbook."""
    return await _as_file(call, Kind.XLSX)


@routes.get("/figures.pdf", openapi_extra=_file(Kind.PDF))
async def figures_on_paper(call: Call) -> Response:
    """Return the same as a report for print."""
    return await _as_file(call, Kind.PDF)


async def _as_file(call: Call, kind: Kind) -> Response:
    view = await asked_figures(call)
    language, settings, by = chosen(call.query_params.get("lang")), call.parts.settings(), call.caller.name
    try:
        file = await asyncio.to_thread(report_file, kind, view, settings, by=by, language=language)
    except PaperError as error:
        raise ReportNotMadeError(str(error)) from error
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"', "Cache-Control": "no-store"}
    return Response(file.content, 200, headers, MEDIA_TYPES[kind])


async def asked_figures(call: Call) -> FiguresView:
    """Return the figures that the address asks for; today's where it asks for nothing."""
    period, day = call.query_params.get("period") or PERIODS[0], day_asked(call, "day")
    if period not in PERIODS:
        raise field_invalid("period", f"expected one of {', '.join(PERIODS)}")
    service = call.query_params.get("service") or None

    def ask(work: ReportingWork, now: Moment) -> FiguresView:
        asked = Asked(period, day or local(now, work.settings).date(), service)
        return whole_figures(asked, work=work, now=now)

    return await call.ask(ask)
