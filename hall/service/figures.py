"""The figures of a day, week, month or year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from starlette.responses import Response

from contracts.figure_answers import FiguresView
from dashboard.figures_csv import Stamp, figures_csv
from dashboard.figures_view import PERIODS, Asked
from dashboard.measured import Targets
from dashboard.wording import LANGUAGES, chosen, texts
from hall.domain.moment import Moment
from hall.domain.service_day import local
from hall.service.call import PREFIX, Call, HallRoute, documented, told
from hall.service.days_asked import day_asked
from hall.service.ports import ServiceWork
from hall.service.problems import field_invalid

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["hall"])


def _asks(name: str, **schema: Any) -> dict[str, Any]:  # noqa: ANN401 - parts of a JSON schema
    return {"in": "query", "name": name, "schema": {"type": "string", **schema}}


ASKED = {"parameters": [_asks("period", enum=list(PERIODS)), _asks("day", format="date"), _asks("service")]}
_FILE = {"200": {"description": "OK", "content": {"text/csv": {"schema": {"type": "string"}}}}}
CSV = {"parameters": [*ASKED["parameters"], _asks("lang", enum=list(LANGUAGES))], "responses": _FILE}


@routes.get("/figures", openapi_extra=documented(answer=FiguresView) | ASKED)
async def figures(call: Call) -> Response:
    """Return waits, serving times and no-shows of a period."""
    return told(await asked_figures(call))


@routes.get("/figures.csv", openapi_extra=CSV)
async def figures_as_csv(call: Call) -> Response:
    """Return the same as a file, with definitions, what was asked, time and digest."""
    view = await asked_figures(call)
    language, settings = chosen(call.query_params.get("lang")), call.parts.settings()
    stamp = Stamp(
        hall=_named(settings.names, language),
        services={one.code: _named(one.names, language) for one in settings.services},
        by=call.caller.name,
        at=view.at.astimezone(ZoneInfo(settings.time_zone)),
    )
    name = f"dawr-{settings.hall}-{view.period}-{view.first.isoformat()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(figures_csv(view, stamp, texts(language)), 200, headers, "text/csv; charset=utf-8")


def _named(names: Mapping[str, str], language: str) -> str:
    return names.get(language) or next(iter(names.values()))


async def asked_figures(call: Call) -> FiguresView:
    """Return the figures that the address asks for; today's where it asks for nothing."""
    period, day = call.query_params.get("period") or PERIODS[0], day_asked(call, "day")
    if period not in PERIODS:
        raise field_invalid("period", f"expected one of {', '.join(PERIODS)}")
    service = call.query_params.get("service") or None

    def ask(work: ServiceWork, now: Moment) -> FiguresView:
        targets: Targets = {one.code: one.target_wait_s for one in work.settings.services}
        asked = Asked(period, day or local(now, work.settings).date(), service)
        return call.parts.figures.answer(asked, source=work.figures, targets=targets, at=now.at)

    return await call.ask(ask)
