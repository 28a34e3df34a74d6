"""The figures of a day, week, month or year."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Annotated

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery, QueryParameter

from contracts.reporting.figures import FiguresView
from figures.period import PERIODS, Asked
from figures.reports.report_pdf import PaperError
from figures.reports.seal import Kind
from hall.calendar.service_day import local
from hall.kernel.moment import Moment
from hall.platform.refusals import ReportNotMadeError
from hall.platform.web.parameters import Language
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
from hall.reporting.work import ReportingWork
from hall.reporting.workers.report_files import MEDIA_TYPES, report_file
from hall.reporting.workers.whole_figures import whole_figures
from web.texts import chosen


@get("/figures")
async def show_figures(asked_figures: NamedDependency[FiguresView]) -> FiguresView:
    """Return waits, serving times, no-shows, transactions, requests and enquiries of a period."""
    return asked_figures


@get("/figures.csv", media_type="text/csv")
async def download_figures_csv(
    request: HallRequest, asked_figures: NamedDependency[FiguresView], lang: Language = None
) -> Response[bytes]:
    """Return the same as a file, with definitions, what was asked, time and digest."""
    return await _as_file(request, asked_figures, lang, Kind.CSV)


@get("/figures.xlsx", media_type=MEDIA_TYPES[Kind.XLSX])
async def download_figures_xlsx(
    request: HallRequest, asked_figures: NamedDependency[FiguresView], lang: Language = None
) -> Response[bytes]:
    """Return the same as a workbook."""
    return await _as_file(request, asked_figures, lang, Kind.XLSX)


@get("/figures.pdf", media_type=MEDIA_TYPES[Kind.PDF])
async def download_figures_pdf(
    request: HallRequest, asked_figures: NamedDependency[FiguresView], lang: Language = None
) -> Response[bytes]:
    """Return the same as a report for print."""
    return await _as_file(request, asked_figures, lang, Kind.PDF)


async def _as_file(request: HallRequest, view: FiguresView, lang: str | None, kind: Kind) -> Response[bytes]:
    language, settings, by = chosen(lang), request.parts.settings(), request.caller.name
    try:
        file = await asyncio.to_thread(report_file, kind, view, settings, by=by, language=language)
    except PaperError as error:
        raise ReportNotMadeError(str(error)) from error
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return Response(file.content, headers=headers)


async def asked_figures(
    request: HallRequest,
    asked_day: NamedDependency[date | None],
    period: Annotated[str | None, QueryParameter(enum=PERIODS)] = None,
    service: FromQuery[str | None] = None,
) -> FiguresView:
    """Return the figures that the address asks for; today's where it asks for nothing."""
    span = period or PERIODS[0]
    if span not in PERIODS:
        raise field_invalid("period", f"expected one of {', '.join(PERIODS)}")

    def ask(work: ReportingWork, now: Moment) -> FiguresView:
        asked = Asked(span, asked_day or local(now, work.settings).date(), service or None)
        return whole_figures(asked, work=work, now=now)

    return await request.ask(ask)


routes = Router(
    "/",
    route_handlers=[show_figures, download_figures_csv, download_figures_xlsx, download_figures_pdf],
    dependencies={"asked_figures": Provide(asked_figures)},
    tags=["hall"],
)
