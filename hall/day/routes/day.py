"""The service day: how it stands, and the hall head's three commands over it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

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
from hall.platform.web.bodies import Nothing
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, said, told
from hall.platform.web.problems import field_invalid
from hall.queue.queries.left import left_view

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["day"])
DAY = documented(answer=DayView)


@routes.get("/day", openapi_extra=DAY)
async def the_day(call: Call) -> Response:
    """Return the service day and whether tickets are given."""
    return told(await call.ask(lambda work, now: day_view(work=work, now=now)))


@routes.get("/day/left", openapi_extra=documented(answer=LeftView))
async def who_is_left(call: Call) -> Response:
    """Return who is still in the hall, for whom a close of the day must choose."""
    return told(await call.ask(lambda work, now: left_view(work=work, now=now)))


@routes.get("/day/note", openapi_extra=documented(answer=NoteView))
async def note_of_the_day_before(call: Call) -> Response:
    """Return the last day in a few lines."""
    return told(await call.ask(lambda work, now: note_view(work=work, now=now)))


@routes.post("/day/open", openapi_extra=documented(OpenDayRequest, DayView))
async def begin_day(call: Call) -> Response:
    """Open the service day."""
    body = await call.read(OpenDayRequest)
    command = OpenDay(call.caller.name, body.bring_back)

    def run(work: DayWork, now: Moment) -> Answer:
        open_day(command, work=work, now=now)
        return said(200, day_view(work=work, now=now))

    return await call.run(run)


@routes.post("/day/close", openapi_extra=documented(CloseDayRequest, DayView))
async def end_day(call: Call) -> Response:
    """Close the service day and say what becomes of those who are left."""
    body = await call.read(CloseDayRequest)
    choices = {VisitId(visit): _leaving(f"choices.{visit}", what) for visit, what in body.choices.items()}
    command = CloseDay(call.caller.name, _leaving("waiting", body.waiting), choices, body.end_serving)

    def run(work: DayWork, now: Moment) -> Answer:
        close_day(command, work=work, now=now)
        return said(200, day_view(work=work, now=now))

    return await call.run(run)


@routes.post("/day/confirm-date", openapi_extra=DAY)
async def believe_date(call: Call) -> Response:
    """Confirm that the clock's date is right."""
    await call.read(Nothing)
    command = ConfirmDate(call.caller.name)

    def run(work: DayWork, now: Moment) -> Answer:
        confirm_date(command, work=work, now=now)
        return said(200, day_view(work=work, now=now))

    return await call.run(run)


def _leaving(field: str, text: str) -> Leaving:
    try:
        return Leaving(text)
    except ValueError:
        known = ", ".join(leaving.value for leaving in Leaving)
        raise field_invalid(field, f"expected one of {known}, got {text[:40]!r}") from None
