"""Appointments: book a slot, look a number up, check in, give up."""

from __future__ import annotations

import secrets

from fastapi import APIRouter
from starlette.responses import Response

from contracts.queue.answers import IssuedTicket
from contracts.queue.bodies import BookRequest, CheckInRequest
from contracts.settings.kiosks import AppointmentView
from hall.appointments.commands.appointments import (
    Book,
    CancelAppointment,
    CheckInVisit,
    book,
    cancel_appointment,
    check_in,
    find_appointment,
    restore_appointment,
)
from hall.appointments.model.appointment import LONGEST, SHORTEST, Appointment, is_number
from hall.appointments.work import AppointmentsWork
from hall.calendar.service_day import local
from hall.kernel.callers import Answer
from hall.kernel.ids import ServiceCode
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings
from hall.platform.security.visit_code import code_hash, visit_code
from hall.platform.web.bodies import Nothing
from hall.platform.web.call import PREFIX, Call, HallRoute, answered, documented, said, told
from hall.platform.web.days_asked import day_asked
from hall.platform.web.fresh_ids import visit_id
from hall.platform.web.problems import field_invalid
from hall.queue.routes.tickets import issued_ticket, with_code

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["appointments"])
OWN_DIGITS, OWN_TRIES = 8, 20
"""Length of a number that the hall makes up, and how many it tries before it gives up."""
DAY_QUERY = [{"name": "day", "in": "query", "required": False, "schema": {"type": "string", "format": "date"}}]


@routes.post("/appointments", status_code=201, openapi_extra=documented(BookRequest, AppointmentView, status=201))
async def make(call: Call) -> Response:
    """Book a slot with a service."""
    body = await call.read(BookRequest)
    if body.number is not None and not is_number(body.number):
        raise field_invalid("number", f"expected {SHORTEST} to {LONGEST} digits")
    numbers = (body.number,) if body.number is not None else tuple(fresh_number() for _ in range(OWN_TRIES))
    command = Book(ServiceCode(body.service), body.slot_at, numbers, call.caller.name)

    def run(work: AppointmentsWork, now: Moment) -> Answer:
        booked = book(command, work=work, now=now)
        return said(201, view(booked, work.settings, now))

    return await call.run(run)


@routes.get("/appointments", openapi_extra=documented(answer=AppointmentView, many=True) | {"parameters": DAY_QUERY})
async def of_day(call: Call) -> Response:
    """Return the appointments of a day, of today without one."""
    asked = day_asked(call, "day")

    def ask(work: AppointmentsWork, now: Moment) -> list[AppointmentView]:
        day = asked or local(now, work.settings).date()
        return [view(one, work.settings, now) for one in work.appointments.of_day(day)]

    return told(await call.ask(ask))


@routes.get("/appointments/{number}", openapi_extra=documented(answer=AppointmentView))
async def one(call: Call) -> Response:
    """Return one appointment and whether its holder may check in now."""
    number = path_number(call)
    return told(await call.ask(lambda work, now: view(find_appointment(number, work), work.settings, now)))


@routes.post(
    "/appointments/{number}/check-in", status_code=201,
    openapi_extra=documented(CheckInRequest, IssuedTicket, status=201),
)  # fmt: skip
async def let_in(call: Call) -> Response:
    """Give the holder of an appointment his ticket."""
    body = await call.read(CheckInRequest)
    parts = call.parts
    visit = visit_id(body.visit, parts.clock.now().at)
    hashed = code_hash(visit_code(parts.security.secret, visit))
    command = CheckInVisit(path_number(call), visit, call.caller.name, body.language, hashed)

    def run(work: AppointmentsWork, now: Moment) -> Answer:
        issued = check_in(command, work=work, now=now)
        return said(201, issued_ticket(issued, parts, work, now))

    return answered(with_code(await call.answer_of(run), parts.security.secret))


@routes.post("/appointments/{number}/cancel", openapi_extra=documented(answer=AppointmentView))
async def give_up(call: Call) -> Response:
    """Give a slot up."""
    await call.read(Nothing)
    command = CancelAppointment(path_number(call), call.caller.name)

    def run(work: AppointmentsWork, now: Moment) -> Answer:
        return said(200, view(cancel_appointment(command, work=work, now=now), work.settings, now))

    return await call.run(run)


@routes.post("/appointments/{number}/undo-cancel", openapi_extra=documented(answer=AppointmentView))
async def not_given_up(call: Call) -> Response:
    """Take back that a slot was given up."""
    await call.read(Nothing)
    command = CancelAppointment(path_number(call), call.caller.name)

    def run(work: AppointmentsWork, now: Moment) -> Answer:
        return said(200, view(restore_appointment(command, work=work, now=now), work.settings, now))

    return await call.run(run)


def view(known: Appointment, settings: HallSettings, now: Moment) -> AppointmentView:
    """Return an appointment as it stands now."""
    limits = settings.appointments
    today = local(now, settings).date()
    return AppointmentView(
        known.number, known.service, known.service_day, known.slot, known.opens(limits), known.closes(limits),
        known.check_in(now.at, today, limits).value, known.visit,
    )  # fmt: skip


def path_number(call: Call) -> str:
    """Return the path's booking number; refuse what can be none."""
    text: str = call.path_params["number"]
    if not is_number(text):
        raise field_invalid("number", f"expected {SHORTEST} to {LONGEST} digits")
    return text


def fresh_number() -> str:
    """Return a number that is hard to guess and does not begin with 0, which spreadsheets eat."""
    return str(secrets.randbelow(9 * 10 ** (OWN_DIGITS - 1)) + 10 ** (OWN_DIGITS - 1))
