"""The figures of a day, week, month or year."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from contracts.figure_answers import FiguresView
from dashboard.figures import Targets
from dashboard.figures_view import PERIODS, Asked, figures_view
from hall.domain.moment import Moment
from hall.domain.service_day import local
from hall.service.call import PREFIX, Call, HallRoute, documented, told
from hall.service.days_asked import day_asked
from hall.service.ports import ServiceWork
from hall.service.problems import field_invalid

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["hall"])
YEARS = (2000, 2999)
"""Calendars at their ends have no next day."""


def _asks(name: str, **schema: Any) -> dict[str, Any]:  # noqa: ANN401 - parts of a JSON schema
    return {"in": "query", "name": name, "schema": {"type": "string", **schema}}


ASKED = {"parameters": [_asks("period", enum=list(PERIODS)), _asks("day", format="date"), _asks("service")]}


@routes.get("/figures", openapi_extra=documented(answer=FiguresView) | ASKED)
async def figures(call: Call) -> Response:
    """Return waits, serving times and no-shows of a period."""
    return told(await asked_figures(call))


async def asked_figures(call: Call) -> FiguresView:
    """Return the figures that the address asks for; today's where it asks for nothing."""
    period, day = call.query_params.get("period") or PERIODS[0], day_asked(call, "day")
    if period not in PERIODS:
        raise field_invalid("period", f"expected one of {', '.join(PERIODS)}")
    if day is not None and not YEARS[0] <= day.year <= YEARS[1]:
        raise field_invalid("day", f"expected a day of the years {YEARS[0]} to {YEARS[1]}")
    service = call.query_params.get("service") or None

    def ask(work: ServiceWork, now: Moment) -> FiguresView:
        targets: Targets = {one.code: one.target_wait_s for one in work.settings.services}
        asked = Asked(period, day or local(now, work.settings).date(), service)
        return figures_view(asked, source=work.figures, targets=targets, at=now.at)

    return await call.ask(ask)
