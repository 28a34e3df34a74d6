"""The hall head changes when an official receives; whoever is booked then is counted, and moved by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from itertools import pairwise

from fastapi import APIRouter
from starlette.responses import Response

from contracts.appointments.officials import AwayRequest, HoursSpan, OfficialHoursRequest, OfficialView
from hall.appointments.commands.official_hours import (
    SetAway,
    SetOfficialHours,
    TakeAwayBack,
    set_away,
    set_official_hours,
    take_away_back,
)
from hall.appointments.commands.officials import official_of
from hall.appointments.queries import official_view
from hall.appointments.routes.officials import path_official
from hall.appointments.work import AppointmentsWork
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.kernel.official_settings import LONGEST_MIN, SHORTEST_MIN, Span
from hall.platform.web.bodies import Nothing
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, said
from hall.platform.web.days_asked import YEARS
from hall.platform.web.problems import field_invalid

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["officials"])
MOST_SPANS = 6
LONGEST_AWAY_DAYS = 366


@routes.post("/officials/{official}/hours", openapi_extra=documented(OfficialHoursRequest, OfficialView))
async def hours(call: Call) -> Response:
    """Set the official's week and the length of his slots."""
    body = await call.read(OfficialHoursRequest)
    if not SHORTEST_MIN <= body.slot_min <= LONGEST_MIN:
        raise field_invalid("slot_min", f"expected {SHORTEST_MIN} to {LONGEST_MIN} minutes")
    command = SetOfficialHours(path_official(call), _weekly(body.weekly), body.slot_min, call.caller.name)
    return await _changed(call, lambda work, now: set_official_hours(command, work=work, now=now))


@routes.post("/officials/{official}/away", openapi_extra=documented(AwayRequest, OfficialView))
async def away(call: Call) -> Response:
    """Let the official receive nobody for some days."""
    body = await call.read(AwayRequest)
    if not 0 <= (body.last - body.first).days < LONGEST_AWAY_DAYS:
        raise field_invalid("last", f"expected a day within {LONGEST_AWAY_DAYS} days of `first`")
    if not YEARS[0] <= body.first.year <= YEARS[1]:
        raise field_invalid("first", f"expected a day of the years {YEARS[0]} to {YEARS[1]}")
    command = SetAway(path_official(call), body.first, body.last, call.caller.name)
    return await _changed(call, lambda work, now: set_away(command, work=work, now=now))


@routes.post("/officials/{official}/away/{day}/take-back", openapi_extra=documented(answer=OfficialView))
async def back(call: Call) -> Response:
    """Take the absence back that begins on this day."""
    await call.read(Nothing)
    try:
        day = date.fromisoformat(call.path_params["day"])
    except ValueError as error:
        raise field_invalid("day", "expected a day, as in 2026-11-24") from error
    command = TakeAwayBack(path_official(call), day, call.caller.name)
    return await _changed(call, lambda work, now: take_away_back(command, work=work, now=now))


async def _changed(call: Call, change: Callable[[AppointmentsWork, Moment], object]) -> Response:
    code = path_official(call)

    def run(work: AppointmentsWork, now: Moment) -> Answer:
        change(work, now)
        return said(200, official_view(official_of(code, work.settings), work=work, now=now))

    return await call.run(run)


def _weekly(given: Mapping[str, tuple[HoursSpan, ...]]) -> dict[int, tuple[Span, ...]]:
    if set(given) - {str(day) for day in range(1, 8)}:
        raise field_invalid("weekly", "expected days from 1 (Monday) to 7 (Sunday)")
    return {int(day): _spans(spans) for day, spans in given.items() if spans}


def _spans(given: tuple[HoursSpan, ...]) -> tuple[Span, ...]:
    try:
        spans = [Span(time.fromisoformat(one.first), time.fromisoformat(one.last)) for one in given]
    except ValueError as error:
        raise field_invalid("weekly", "expected times as in 09:30") from error
    ordered = sorted(spans, key=lambda one: one.first)
    apart = all(one.last <= later.first for one, later in pairwise(ordered))
    if len(spans) > MOST_SPANS or not apart or any(one.first >= one.last for one in spans):
        raise field_invalid(
            "weekly", f"expected at most {MOST_SPANS} parts of a day that lie apart, each from earlier to later"
        )
    return tuple(ordered)
