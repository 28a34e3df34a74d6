"""Appointments: book a slot, look a number up, check in, give up."""

from __future__ import annotations

import secrets
from datetime import date
from typing import Annotated

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import JSONBody, PathParameter

from contracts.queue.answers import IssuedTicket
from contracts.queue.bodies import BookRequest, CheckInRequest
from contracts.settings.kiosks import AppointmentView
from hall.appointments.commands import appointments as commands
from hall.appointments.commands.appointments import (
    Book,
    CancelAppointment,
    CheckInVisit,
    book,
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
from hall.platform.web.answers import said, stored_answer
from hall.platform.web.fresh_ids import visit_id
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
from hall.queue.routes.tickets import issued_ticket, with_code

OWN_DIGITS, OWN_TRIES = 8, 20
"""Length of a number that the hall makes up, and how many it tries before it gives up."""


@post("/appointments")
async def book_appointment(
    request: HallRequest, data: JSONBody[BookRequest], key: OptionalKey
) -> Response[AppointmentView]:
    """Book a slot with a service."""
    if data.number is not None and not is_number(data.number):
        raise field_invalid("number", f"expected {SHORTEST} to {LONGEST} digits")
    numbers = (data.number,) if data.number is not None else tuple(fresh_number() for _ in range(OWN_TRIES))
    command = Book(ServiceCode(data.service), data.slot_at, numbers, request.caller.name)

    def run(work: AppointmentsWork, now: Moment) -> Answer:
        booked = book(command, work=work, now=now)
        return said(201, view(booked, work.settings, now))

    return await request.run(run, key)


@get("/appointments")
async def list_appointments(request: HallRequest, asked_day: NamedDependency[date | None]) -> list[AppointmentView]:
    """Return the appointments of a day, of today without one."""

    def ask(work: AppointmentsWork, now: Moment) -> list[AppointmentView]:
        day = asked_day or local(now, work.settings).date()
        return [view(one, work.settings, now) for one in work.appointments.of_day(day)]

    return await request.ask(ask)


@get("/appointments/{number:str}")
async def show_appointment(request: HallRequest, booking_number: NamedDependency[str]) -> AppointmentView:
    """Return one appointment and whether its holder may check in now."""
    return await request.ask(lambda work, now: view(find_appointment(booking_number, work), work.settings, now))


@post("/appointments/{number:str}/check-in")
async def check_in_appointment(
    request: HallRequest, data: JSONBody[CheckInRequest], booking_number: NamedDependency[str], key: OptionalKey
) -> Response[IssuedTicket]:
    """Give the holder of an appointment his ticket."""
    parts = request.parts
    visit = visit_id(data.visit, parts.clock.now().at)
    hashed = code_hash(visit_code(parts.security.secret, visit))
    command = CheckInVisit(booking_number, visit, request.caller.name, data.language, hashed)

    def run(work: AppointmentsWork, now: Moment) -> Answer:
        issued = check_in(command, work=work, now=now)
        return said(201, issued_ticket(issued, parts, work, now))

    return stored_answer(with_code(await request.answer_of(run, key), parts.security.secret))


@post("/appointments/{number:str}/cancel", status_code=200)
async def cancel_appointment(
    request: HallRequest, booking_number: NamedDependency[str], key: OptionalKey
) -> Response[AppointmentView]:
    """Give a slot up."""
    command = CancelAppointment(booking_number, request.caller.name)

    def run(work: AppointmentsWork, now: Moment) -> Answer:
        return said(200, view(commands.cancel_appointment(command, work=work, now=now), work.settings, now))

    return await request.run(run, key)


@post("/appointments/{number:str}/undo-cancel", status_code=200)
async def undo_cancel_appointment(
    request: HallRequest, booking_number: NamedDependency[str], key: OptionalKey
) -> Response[AppointmentView]:
    """Take back that a slot was given up."""
    command = CancelAppointment(booking_number, request.caller.name)

    def run(work: AppointmentsWork, now: Moment) -> Answer:
        return said(200, view(restore_appointment(command, work=work, now=now), work.settings, now))

    return await request.run(run, key)


def view(known: Appointment, settings: HallSettings, now: Moment) -> AppointmentView:
    """Return an appointment as it stands now."""
    limits = settings.appointments
    today = local(now, settings).date()
    return AppointmentView(
        known.number, known.service, known.service_day, known.slot, known.opens(limits), known.closes(limits),
        known.check_in(now.at, today, limits).value, known.visit,
    )  # fmt: skip


def booking_number(number: Annotated[str, PathParameter(description="The number of the booking.")]) -> str:
    """Return the path's booking number; refuse what can be none."""
    if not is_number(number):
        raise field_invalid("number", f"expected {SHORTEST} to {LONGEST} digits")
    return number


BOOKING_NUMBER = {"booking_number": Provide(booking_number, sync_to_thread=False)}
"""For handlers whose path names a booking."""


def fresh_number() -> str:
    """Return a number that is hard to guess and does not begin with 0, which spreadsheets eat."""
    return str(secrets.randbelow(9 * 10 ** (OWN_DIGITS - 1)) + 10 ** (OWN_DIGITS - 1))


routes = Router(
    "/",
    route_handlers=[
        book_appointment,
        list_appointments,
        show_appointment,
        check_in_appointment,
        cancel_appointment,
        undo_cancel_appointment,
    ],
    dependencies=BOOKING_NUMBER,
    tags=["appointments"],
)
