"""Telephone numbers for messages about a turn: left with consent, sealed at once, erased at a word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from fastapi import APIRouter
from starlette.responses import Response

from contracts.hall_requests import PhoneRequest
from contracts.phone_number import read_callable, read_phone
from hall.application.callers import Answer
from hall.application.leave_phone import LeavePhone, leave_phone
from hall.domain.ids import VisitId
from hall.domain.moment import Moment
from hall.service.call import NO_CONTENT, PREFIX, Call, HallRoute, documented
from hall.service.contact_work import ContactWork
from hall.service.phone_seal import PhoneSeal
from hall.service.problems import field_invalid

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["visits"])


@routes.post("/visits/{visit}/phone", status_code=204, openapi_extra=documented(PhoneRequest, status=204))
async def left(call: Call) -> Response:
    """Keep or erase the number of a visit. The answer repeats nothing of it."""
    body = await call.read(PhoneRequest)
    number = given_phone(body.phone)
    command = leaving(call.visit(), number, call.caller.name, call.parts.security.phones)

    def run(work: ContactWork, now: Moment) -> Answer:
        leave_phone(command, work=work, now=now)
        return NO_CONTENT

    return await call.run(run, untold="phone")


def given_phone(text: str | None) -> str | None:
    """Return a number as messages need it; refuse what is none, without repeating it."""
    return _given(text, read_phone, "expected a mobile number of Oman, or one abroad with its country")


def given_callable(text: str | None) -> str | None:
    """Return a number as somebody calls it; refuse what is none, without repeating it."""
    return _given(text, read_callable, "expected a number of Oman with 8 digits, or one abroad with its country")


def _given(text: str | None, read: Callable[[str], str | None], expected: str) -> str | None:
    number = None if text is None else read(text)
    if number is None and text is not None:
        raise field_invalid("phone", expected)
    return number


def leaving(visit: VisitId, number: str | None, by: str, phones: PhoneSeal) -> LeavePhone:
    """Return the command that keeps this number, or erases it for None."""
    seal = None if number is None else partial(_sealed, phones, visit, number)
    return LeavePhone(visit, seal, by)


def _sealed(phones: PhoneSeal, visit: VisitId, number: str, day: date) -> bytes:
    return phones.seal(day, visit, number)
