"""Officials: when they receive, a day of theirs, a slot booked or moved, and their hours changed."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import JSONBody, PathParameter

from contracts.appointments.officials import (
    AppointmentPhoneView,
    BookOfficialRequest,
    MoveRequest,
    OfficialAppointment,
    OfficialDay,
    OfficialsView,
)
from hall.appointments.commands.appointments import find_appointment
from hall.appointments.commands.officials import (
    BookOfficial,
    MoveAppointment,
    ReadGuestPhone,
    book_official,
    move_appointment,
    read_guest_phone,
)
from hall.appointments.model.appointment import LONGEST, SHORTEST, is_number
from hall.appointments.queries import official_day, official_view
from hall.appointments.routes.appointments import BOOKING_NUMBER, OWN_TRIES, fresh_number
from hall.appointments.work import AppointmentsWork
from hall.calendar.service_day import local
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.kernel.refusals import NoPhoneLeftError
from hall.platform.refusals import RoleRefusedError
from hall.platform.security.access import Caller, Role
from hall.platform.security.phone_seal import PhoneSeal
from hall.platform.web.answers import said
from hall.platform.web.bodies import check_text, given_phone
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest

MOST_LETTERS = 120


@get("/officials")
async def list_officials(request: HallRequest) -> OfficialsView:
    """Return the hall's officials; an official only himself."""
    own = own_official(request.caller)

    def ask(work: AppointmentsWork, now: Moment) -> OfficialsView:
        seen = [one for one in work.settings.officials if own in {None, one.code}]
        views = tuple(official_view(one, work=work, now=now) for one in seen)
        return OfficialsView(now.at, local(now, work.settings).date(), views)

    return await request.ask(ask)


@get("/officials/{official:str}/day")
async def show_day_of_official(
    request: HallRequest, official_code: NamedDependency[str], asked_day: NamedDependency[date | None]
) -> OfficialDay:
    """Return a day of the official, today without one."""

    def ask(work: AppointmentsWork, now: Moment) -> OfficialDay:
        return official_day(official_code, asked_day or local(now, work.settings).date(), work=work, now=now)

    return await request.ask(ask)


@post("/officials/{official:str}/appointments", unstored_field="phone")
async def book_slot_with_official(
    request: HallRequest, data: JSONBody[BookOfficialRequest], official_code: NamedDependency[str], key: OptionalKey
) -> Response[OfficialAppointment]:
    """Book a free slot with the official."""
    if data.number is not None and not is_number(data.number):
        raise field_invalid("number", f"expected {SHORTEST} to {LONGEST} digits")
    numbers = (data.number,) if data.number is not None else tuple(fresh_number() for _ in range(OWN_TRIES))
    phone, parts = given_phone(data.phone), request.parts
    seal = None if phone is None else lambda day, number: parts.security.phones.seal(day, sealed_for(number), phone)
    command = BookOfficial(
        official_code, data.slot_at, numbers, request.caller.name, _text(data.name, "name"),
        _text(data.purpose, "purpose"), seal,
    )  # fmt: skip
    return await request.run_and_show(
        lambda work, now: book_official(command, work=work, now=now).number, _shown, key, 201
    )


@post("/appointments/{number:str}/move", status_code=200)
async def move_appointment_to_slot(
    request: HallRequest, data: JSONBody[MoveRequest], booking_number: NamedDependency[str], key: OptionalKey
) -> Response[OfficialAppointment]:
    """Give the holder of a number another slot."""
    phones = request.parts.security.phones
    command = MoveAppointment(
        booking_number, data.slot_at, request.caller.name, lambda *of: _resealed(phones, *of)
    )  # fmt: skip
    return await request.run_and_show(
        lambda work, now: move_appointment(command, work=work, now=now).number, _shown, key
    )


@get("/appointments/{number:str}/phone")
async def show_phone_of_appointment(
    request: HallRequest, booking_number: NamedDependency[str]
) -> Response[AppointmentPhoneView]:
    """Return the number to a caller who is about to ring; the reading is stored as a fact."""
    command = ReadGuestPhone(booking_number, request.caller.name)

    def run(work: AppointmentsWork, _now: Moment) -> Answer:
        day, sealed = read_guest_phone(command, work=work)
        phone = request.parts.security.phones.open(day, sealed_for(command.number), sealed)
        if phone is None:  # the day's key is gone: what is left of the number is noise
            raise NoPhoneLeftError("the telephone number of this appointment is erased")
        return said(200, AppointmentPhoneView(phone))

    return await request.run(run, None)


def own_official(caller: Caller) -> str | None:
    """Return the official whose day alone the caller sees, or None for the hall's own people."""
    return caller.name.partition("/")[0] if caller.role is Role.OFFICIAL else None


def official_code(
    request: HallRequest, official: Annotated[str, PathParameter(description="The code of the official.")]
) -> str:
    """Return the path's official; refuse one who asks for another's day."""
    check_text(official, "official")
    own = own_official(request.caller)
    if own is not None and own != official:
        raise RoleRefusedError(f"this token is for the official {own}")
    return official[:100]


OFFICIAL_CODE = {"official_code": Provide(official_code, sync_to_thread=False)}
"""For handlers whose path names an official."""


def sealed_for(number: str) -> str:
    """Return what the seal of an appointment's telephone number is bound to."""
    return f"appointment {number}"


def _resealed(phones: PhoneSeal, was: date, day: date, number: str, sealed: bytes) -> bytes | None:
    phone = phones.open(was, sealed_for(number), sealed)
    return None if phone is None else phones.seal(day, sealed_for(number), phone)


def _shown(number: str, work: AppointmentsWork, now: Moment) -> OfficialAppointment:
    one = find_appointment(number, work)
    code = one.guest.official if one.guest is not None else ""
    day = official_day(code, one.service_day, work=work, now=now)
    return next(told for told in day.appointments if told.number == one.number)


def _text(text: str, field: str) -> str:
    check_text(text, field)
    if len(text) > MOST_LETTERS:
        raise field_invalid(field, f"expected at most {MOST_LETTERS} letters")
    return text.strip()


routes = Router(
    "/",
    route_handlers=[
        list_officials,
        show_day_of_official,
        book_slot_with_official,
        move_appointment_to_slot,
        show_phone_of_appointment,
    ],
    dependencies=BOOKING_NUMBER | OFFICIAL_CODE,
    tags=["officials"],
)
