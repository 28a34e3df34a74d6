"""Officials: when they receive, a day of theirs, a slot booked or moved, and their hours changed."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter
from starlette.responses import Response

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
from hall.appointments.routes.appointments import OWN_TRIES, fresh_number, path_number
from hall.appointments.work import AppointmentsWork
from hall.calendar.service_day import local
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.kernel.refusals import NoPhoneLeftError
from hall.platform.refusals import RoleRefusedError
from hall.platform.security.access import Caller, Role
from hall.platform.security.phone_seal import PhoneSeal
from hall.platform.web.bodies import check_text, given_phone
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, said, told
from hall.platform.web.days_asked import day_asked
from hall.platform.web.problems import field_invalid

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["officials"])
MOST_LETTERS = 120
DAY_QUERY = [{"name": "day", "in": "query", "required": False, "schema": {"type": "string", "format": "date"}}]


@routes.get("/officials", openapi_extra=documented(answer=OfficialsView))
async def all_officials(call: Call) -> Response:
    """Return the hall's officials; an official only himself."""
    own = own_official(call.caller)

    def ask(work: AppointmentsWork, now: Moment) -> OfficialsView:
        seen = [one for one in work.settings.officials if own in {None, one.code}]
        views = tuple(official_view(one, work=work, now=now) for one in seen)
        return OfficialsView(now.at, local(now, work.settings).date(), views)

    return told(await call.ask(ask))


@routes.get("/officials/{official}/day", openapi_extra=documented(answer=OfficialDay) | {"parameters": DAY_QUERY})
async def a_day(call: Call) -> Response:
    """Return a day of the official, today without one."""
    code, asked = path_official(call), day_asked(call, "day")

    def ask(work: AppointmentsWork, now: Moment) -> OfficialDay:
        return official_day(code, asked or local(now, work.settings).date(), work=work, now=now)

    return told(await call.ask(ask))


@routes.post(
    "/officials/{official}/appointments", status_code=201,
    openapi_extra=documented(BookOfficialRequest, OfficialAppointment, status=201),
)  # fmt: skip
async def make(call: Call) -> Response:
    """Book a free slot with the official."""
    body = await call.read(BookOfficialRequest)
    if body.number is not None and not is_number(body.number):
        raise field_invalid("number", f"expected {SHORTEST} to {LONGEST} digits")
    numbers = (body.number,) if body.number is not None else tuple(fresh_number() for _ in range(OWN_TRIES))
    phone, parts = given_phone(body.phone), call.parts
    seal = None if phone is None else lambda day, number: parts.security.phones.seal(day, sealed_for(number), phone)
    command = BookOfficial(
        path_official(call), body.slot_at, numbers, call.caller.name, _text(body.name, "name"),
        _text(body.purpose, "purpose"), seal,
    )  # fmt: skip
    return await call.run_and_show(
        lambda work, now: book_official(command, work=work, now=now).number, _shown, 201, untold="phone"
    )


@routes.post("/appointments/{number}/move", openapi_extra=documented(MoveRequest, OfficialAppointment))
async def move(call: Call) -> Response:
    """Give the holder of a number another slot."""
    body = await call.read(MoveRequest)
    phones = call.parts.security.phones
    command = MoveAppointment(
        path_number(call), body.slot_at, call.caller.name, lambda *of: _resealed(phones, *of)
    )  # fmt: skip
    return await call.run_and_show(lambda work, now: move_appointment(command, work=work, now=now).number, _shown)


@routes.get("/appointments/{number}/phone", openapi_extra=documented(answer=AppointmentPhoneView))
async def phone_to_call(call: Call) -> Response:
    """Return the number to a caller who is about to ring; the reading is stored as a fact."""
    command = ReadGuestPhone(path_number(call), call.caller.name)

    def run(work: AppointmentsWork, _now: Moment) -> Answer:
        day, sealed = read_guest_phone(command, work=work)
        phone = call.parts.security.phones.open(day, sealed_for(command.number), sealed)
        if phone is None:  # the day's key is gone: what is left of the number is noise
            raise NoPhoneLeftError("the telephone number of this appointment is erased")
        return said(200, AppointmentPhoneView(phone))

    return await call.run_unkept(run)


def own_official(caller: Caller) -> str | None:
    """Return the official whose day alone the caller sees, or None for the hall's own people."""
    return caller.name.partition("/")[0] if caller.role is Role.OFFICIAL else None


def path_official(call: Call) -> str:
    """Return the path's official; refuse one who asks for another's day."""
    code: str = call.path_params["official"]
    check_text(code, "official")
    own = own_official(call.caller)
    if own is not None and own != code:
        raise RoleRefusedError(f"this token is for the official {own}")
    return code[:100]


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
