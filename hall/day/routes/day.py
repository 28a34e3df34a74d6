"""The service day: how it stands, and the hall head's three commands over it."""

from __future__ import annotations

from litestar import Response, Router, get, post
from litestar.params import JSONBody

from contracts.day.answers import LeftView, NoteView
from contracts.queue.bodies import CloseDayRequest, OpenDayRequest
from contracts.settings.hall_view import DayView
from hall.calendar.day_view import day_view
from hall.day.commands.close_day import CloseDay, Leaving, close_day
from hall.day.commands.confirm_date import ConfirmDate, confirm_date
from hall.day.commands.open_day import OpenDay, open_day
from hall.day.queries.note import note_view
from hall.day.work import DayWork
from hall.kernel.callers import Answer
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.platform.web.answers import said
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
from hall.queue.queries.left import left_view


@get("/day")
async def show_day(request: HallRequest) -> DayView:
    """Return the service day and whether tickets are given."""
    return await request.ask(lambda work, now: day_view(work=work, now=now))


@get("/day/left")
async def list_visits_left(request: HallRequest) -> LeftView:
    """Return who is still in the hall, for whom a close of the day must choose."""
    return await request.ask(lambda work, now: left_view(work=work, now=now))


@get("/day/note")
async def show_note_of_last_day(request: HallRequest) -> NoteView:
    """Return the last day in a few lines."""
    return await request.ask(lambda work, now: note_view(work=work, now=now))


@post("/day/open", status_code=200)
async def open_service_day(
    request: HallRequest, key: OptionalKey, data: JSONBody[OpenDayRequest] = OpenDayRequest()
) -> Response[DayView]:
    """Open the service day."""
    command = OpenDay(request.caller.name, data.bring_back)

    def run(work: DayWork, now: Moment) -> Answer:
        open_day(command, work=work, now=now)
        return said(200, day_view(work=work, now=now))

    return await request.run(run, key)


@post("/day/close", status_code=200)
async def close_service_day(
    request: HallRequest, data: JSONBody[CloseDayRequest], key: OptionalKey
) -> Response[DayView]:
    """Close the service day; the body says what happens to the visits that are left."""
    choices = {VisitId(visit): _leaving(f"choices.{visit}", what) for visit, what in data.choices.items()}
    command = CloseDay(request.caller.name, _leaving("waiting", data.waiting), choices, data.end_serving)

    def run(work: DayWork, now: Moment) -> Answer:
        close_day(command, work=work, now=now)
        return said(200, day_view(work=work, now=now))

    return await request.run(run, key)


@post("/day/confirm-date", status_code=200)
async def confirm_date_of_clock(request: HallRequest, key: OptionalKey) -> Response[DayView]:
    """Confirm that the clock's date is right."""
    command = ConfirmDate(request.caller.name)

    def run(work: DayWork, now: Moment) -> Answer:
        confirm_date(command, work=work, now=now)
        return said(200, day_view(work=work, now=now))

    return await request.run(run, key)


def _leaving(field: str, text: str) -> Leaving:
    try:
        return Leaving(text)
    except ValueError:
        known = ", ".join(leaving.value for leaving in Leaving)
        raise field_invalid(field, f"expected one of {known}, got {text[:40]!r}") from None


routes = Router(
    "/",
    route_handlers=[
        show_day,
        list_visits_left,
        show_note_of_last_day,
        open_service_day,
        close_service_day,
        confirm_date_of_clock,
    ],
    tags=["day"],
)
