"""The hall head changes when an official receives; the answer counts the booked visitors, who are moved by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from itertools import pairwise
from typing import Any

from litestar import Response, Router, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

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
from hall.appointments.routes.officials import OFFICIAL_CODE
from hall.appointments.work import AppointmentsWork
from hall.kernel.callers import Answer, Key
from hall.kernel.moment import Moment
from hall.kernel.official_settings import LONGEST_MIN, SHORTEST_MIN, Span
from hall.platform.web.answers import said
from hall.platform.web.days_asked import YEARS
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest

MOST_SPANS = 6
LONGEST_AWAY_DAYS = 366


@post("/officials/{official:str}/hours", status_code=200)
async def set_hours_of_official(
    request: HallRequest, data: JSONBody[OfficialHoursRequest], official_code: NamedDependency[str], key: OptionalKey
) -> Response[OfficialView]:
    """Set the official's week and the length of his slots."""
    if not SHORTEST_MIN <= data.slot_min <= LONGEST_MIN:
        raise field_invalid("slot_min", f"expected {SHORTEST_MIN} to {LONGEST_MIN} minutes")
    command = SetOfficialHours(official_code, _weekly(data.weekly), data.slot_min, request.caller.name)
    return await _changed(
        request, official_code, key, lambda work, now: set_official_hours(command, work=work, now=now)
    )


@post("/officials/{official:str}/away", status_code=200)
async def enter_absence_of_official(
    request: HallRequest, data: JSONBody[AwayRequest], official_code: NamedDependency[str], key: OptionalKey
) -> Response[OfficialView]:
    """Let the official receive nobody for some days."""
    if not 0 <= (data.last - data.first).days < LONGEST_AWAY_DAYS:
        raise field_invalid("last", f"expected a day within {LONGEST_AWAY_DAYS} days of `first`")
    if not YEARS[0] <= data.first.year <= YEARS[1]:
        raise field_invalid("first", f"expected a day of the years {YEARS[0]} to {YEARS[1]}")
    command = SetAway(official_code, data.first, data.last, request.caller.name)
    return await _changed(request, official_code, key, lambda work, now: set_away(command, work=work, now=now))


@post("/officials/{official:str}/away/{day:str}/take-back", status_code=200)
async def remove_absence_of_official(
    request: HallRequest, official_code: NamedDependency[str], day: FromPath[date], key: OptionalKey
) -> Response[OfficialView]:
    """Take the absence back that begins on this day."""
    command = TakeAwayBack(official_code, day, request.caller.name)
    return await _changed(request, official_code, key, lambda work, now: take_away_back(command, work=work, now=now))


async def _changed(
    request: HallRequest, code: str, key: Key | None, change: Callable[[AppointmentsWork, Moment], object]
) -> Response[Any]:
    def run(work: AppointmentsWork, now: Moment) -> Answer:
        change(work, now)
        return said(200, official_view(official_of(code, work.settings), work=work, now=now))

    return await request.run(run, key)


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


routes = Router(
    "/",
    route_handlers=[set_hours_of_official, enter_absence_of_official, remove_absence_of_official],
    dependencies=OFFICIAL_CODE,
    tags=["officials"],
)
