"""Working days: what is off and when a request is due; holidays and the moon's offset, entered in one action."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from common.clock.hijri import MAX_OFFSET_DAYS
from contracts.requests.answers import WorkingDaysView
from contracts.requests.bodies import HijriOffsetRequest, HolidayRequest
from hall.calendar.oman_holidays import Occasion
from hall.kernel.callers import Answer, Key
from hall.kernel.moment import Moment
from hall.platform.web.answers import said
from hall.platform.web.days_asked import YEARS, span_between
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
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


@get("/working-days")
async def list_working_days(
    request: HallRequest, first_day: NamedDependency[date | None], last_day: NamedDependency[date | None]
) -> WorkingDaysView:
    """Return the days off, and when a request of today is due."""
    first, last = span_between(first_day, last_day)
    return await request.ask(lambda work, now: working_days_view(first, last, work=work, now=now))


@post("/holidays")
async def enter_holiday(
    request: HallRequest, data: JSONBody[HolidayRequest], key: OptionalKey
) -> Response[WorkingDaysView]:
    """Enter days on which nobody works."""
    _check(data)
    command = AnnounceHoliday(data.first, data.last, data.names, data.occasion, data.source, request.caller.name)
    return await _changed(request, key, lambda work, now: announce_holiday(command, work=work, now=now), 201)


@post("/holidays/{day:str}/take-back", status_code=200)
async def remove_holiday(request: HallRequest, day: FromPath[date], key: OptionalKey) -> Response[WorkingDaysView]:
    """Remove a day that was entered here."""
    command = TakeHolidayBack(day, request.caller.name)
    return await _changed(request, key, lambda work, now: take_holiday_back(command, work=work, now=now))


@post("/hijri-offset", status_code=200)
async def set_moon_offset(
    request: HallRequest, data: JSONBody[HijriOffsetRequest], key: OptionalKey
) -> Response[WorkingDaysView]:
    """Set by how many days the moon was seen earlier or later than printed."""
    if abs(data.days) > MAX_OFFSET_DAYS:
        raise field_invalid("days", f"expected -{MAX_OFFSET_DAYS} to {MAX_OFFSET_DAYS}")
    command = SetHijriOffset(data.days, request.caller.name)
    return await _changed(request, key, lambda work, now: set_hijri_offset(command, work=work, now=now))


async def _changed(
    request: HallRequest, key: Key | None, change: Callable[[RequestsWork, Moment], int], status: int = 200
) -> Response[Any]:
    def run(work: RequestsWork, now: Moment) -> Answer:
        moved = change(work, now)
        return said(status, working_days_view(None, None, work=work, now=now, moved=moved))

    return await request.run(run, key)


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


routes = Router(
    "/", route_handlers=[list_working_days, enter_holiday, remove_holiday, set_moon_offset], tags=["working days"]
)
