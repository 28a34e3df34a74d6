"""Telephone numbers for messages about a turn: left with consent, sealed at once, erased at a word."""

from __future__ import annotations

from datetime import date
from functools import partial

from litestar import Response, Router, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from contracts.queue.bodies import PhoneRequest
from hall.contact.commands.leave_phone import LeavePhone, leave_phone
from hall.contact.work import ContactWork
from hall.kernel.callers import Answer
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.platform.security.phone_seal import PhoneSeal
from hall.platform.web.answers import NO_CONTENT
from hall.platform.web.bodies import given_phone
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.request import HallRequest


@post("/visits/{visit:str}/phone", status_code=204, unstored_field="phone")
async def set_phone_of_visit(
    request: HallRequest, data: JSONBody[PhoneRequest], visit_id: NamedDependency[VisitId], key: OptionalKey
) -> Response[None]:
    """Store or erase the telephone number of a visit. The answer does not repeat it."""
    number = given_phone(data.phone)
    command = _leaving(visit_id, number, request.caller.name, request.parts.security.phones)

    def run(work: ContactWork, now: Moment) -> Answer:
        leave_phone(command, work=work, now=now)
        return NO_CONTENT

    return await request.run(run, key)


def keep_number(phones: PhoneSeal, visit: VisitId, number: str, by: str, work: ContactWork, now: Moment) -> None:
    """Keep a number of the visit, sealed."""
    leave_phone(_leaving(visit, number, by, phones), work=work, now=now)


def visits_with_number(phones: PhoneSeal, number: str, day: date, work: ContactWork) -> set[VisitId]:
    """Return the visits of a day that left this number."""
    return phones.matching(day, number, work.phones.of_day(day))


def _leaving(visit: VisitId, number: str | None, by: str, phones: PhoneSeal) -> LeavePhone:
    """Return the command that keeps this number, or erases it for None."""
    seal = None if number is None else partial(_sealed, phones, visit, number)
    return LeavePhone(visit, seal, by)


def _sealed(phones: PhoneSeal, visit: VisitId, number: str, day: date) -> bytes:
    return phones.seal(day, visit, number)


routes = Router("/", route_handlers=[set_phone_of_visit], tags=["visits"])
