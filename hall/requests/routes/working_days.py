"""Working days: what is off and when a request is due; holidays and the moon's offset, entered in one action."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from fastapi import APIRouter
from starlette.responses import Response

from common.clock.hijri import MAX_OFFSET_DAYS
from contracts.requests.answers import WorkingDaysView
from contracts.requests.bodies import HijriOffsetRequest, HolidayRequest
from hall.calendar.oman_holidays import Occasion
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.platform.web.bodies import Nothing
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, said, told
from hall.platform.web.days_asked import FROM_AND_TO, YEARS, span_asked
from hall.platform.web.problems import field_invalid
from hall.requests.commands.working_days import (
    LONGEST,
    AnnounceHoliday,
    SetHijriOffset,
    TakeHolidayBack,
    announce_holiday,
    set_hijri_offset,
    take_holiday_back,
)
from hall.requests.queries.working_days import working_days_view
from hall.requests.work import RequestsWork

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["working days"])
VIEW = documented(answer=WorkingDaysView)


@routes.get("/working-days", openapi_extra=VIEW | FROM_AND_TO)
async def the_days(call: Call) -> Response:
    """Return the days off, and when a request of today is due."""
    first, last = span_asked(call)
    return told(await call.ask(lambda work, now: working_days_view(first, last, work=work, now=now)))


@routes.post("/holidays", status_code=201, openapi_extra=documented(HolidayRequest, WorkingDaysView, status=201))
async def announce(call: Call) -> Response:
    """Enter days on which nobody works."""
    body = await call.read(HolidayRequest)
    _check(body)
    command = AnnounceHoliday(body.first, body.last, body.names, body.occasion, body.source, call.caller.name)
    return await _changed(call, lambda work, now: announce_holiday(command, work=work, now=now), 201)


@routes.post("/holidays/{day}/take-back", openapi_extra=VIEW)
async def take_back(call: Call) -> Response:
    """Remove a day that was entered here."""
    await call.read(Nothing)
    try:
        day = date.fromisoformat(call.path_params["day"])
    except ValueError as error:
        raise field_invalid("day", "expected a day, as in 2026-11-24") from error
    command = TakeHolidayBack(day, call.caller.name)
    return await _changed(call, lambda work, now: take_holiday_back(command, work=work, now=now))


@routes.post("/hijri-offset", openapi_extra=documented(HijriOffsetRequest, WorkingDaysView))
async def set_offset(call: Call) -> Response:
    """Set by how many days the moon was seen earlier or later than printed."""
    body = await call.read(HijriOffsetRequest)
    if abs(body.days) > MAX_OFFSET_DAYS:
        raise field_invalid("days", f"expected -{MAX_OFFSET_DAYS} to {MAX_OFFSET_DAYS}")
    command = SetHijriOffset(body.days, call.caller.name)
    return await _changed(call, lambda work, now: set_hijri_offset(command, work=work, now=now))


async def _changed(call: Call, change: Callable[[RequestsWork, Moment], int], status: int = 200) -> Response:
    def run(work: RequestsWork, now: Moment) -> Answer:
        moved = change(work, now)
        return said(status, working_days_view(None, None, work=work, now=now, moved=moved))

    return await call.run(run)


def _check(body: HolidayRequest) -> None:
    if not all(YEARS[0] <= day.year <= YEARS[1] for day in (body.first, body.last)):
        raise field_invalid("first", f"expected a day of the years {YEARS[0]} to {YEARS[1]}")
    if not 0 <= (body.last - body.first).days < LONGEST:
        raise field_invalid("last", f"expected `first` or a day after it, {LONGEST} days at most")
    if not any(text.strip() for text in body.names.values()):
        raise field_invalid("names", "expected what the holiday is called, in one language at least")
    known = {one.value for one in Occasion}
    if body.occasion is not None and body.occasion not in known:
        raise field_invalid("occasion", f"expected one of {', '.join(sorted(known))}")
