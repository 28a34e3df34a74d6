"""The number to call back about an open enquiry: kept, erased, read to call; each is a fact without the number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from contracts.words.enquiries import EnquiryState
from hall.calendar.service_day import local
from hall.enquiries.model.enquiry import Enquiry
from hall.enquiries.model.facts import EnquiryPhoneErased, EnquiryPhoneLeft, EnquiryPhoneRead
from hall.enquiries.model.ports import HasEnquiries
from hall.enquiries.model.refusals import EnquiryStateError, EnquiryUnknownError
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings, RecordsFacts
from hall.kernel.refusals import NoPhoneLeftError

Seal = Callable[[date, int], bytes]
"""Encrypts the caller's telephone number with the key of a day, for the enquiry with this number."""


@dataclass(frozen=True)
class LeaveCallBack:
    """Keep a number, in place of an older one; without `seal` the consent is taken back."""

    number: int
    seal: Seal | None
    by: str


@dataclass(frozen=True)
class ReadCallBack:
    """Somebody is about to call."""

    number: int
    by: str


class CallBackWork(HasEnquiries, HasSettings, RecordsFacts, Protocol):
    """What numbers to call back are read from and stored in."""


def leave_call_back(command: LeaveCallBack, *, work: CallBackWork, now: Moment) -> Enquiry:
    """Keep or erase it; erasing is always possible. Raise EnquiryUnknownError, EnquiryStateError."""
    known = find_enquiry(command.number, work)
    if command.seal is None:
        erase_call_back(known.number, command.by, work)
        return known
    if known.state is EnquiryState.CONFIRMED:
        raise EnquiryStateError(f"enquiry {known.number} is confirmed; there is nobody to call back")
    keep_call_back(known.number, command.seal, command.by, work=work, now=now)
    return known


def read_call_back(command: ReadCallBack, *, work: CallBackWork) -> tuple[date, bytes]:
    """Return the day and the sealed number and record the reading; raise EnquiryUnknownError, NoPhoneLeftError."""
    known = find_enquiry(command.number, work)
    left = work.enquiries.phone(known.number)
    if left is None:
        raise NoPhoneLeftError(f"no telephone number is kept for enquiry {known.number}")
    work.record(EnquiryPhoneRead(known.number, command.by))
    return left


def keep_call_back(number: int, seal: Seal, by: str, *, work: CallBackWork, now: Moment) -> None:
    """Keep the number for the days that the hall's settings say."""
    day = local(now, work.settings).date()
    until = now.at + timedelta(days=work.settings.requests.phone_days)
    work.enquiries.keep_phone(number, day, seal(day, number), until)
    work.record(EnquiryPhoneLeft(number, by))


def erase_call_back(number: int, by: str, work: CallBackWork) -> None:
    """Erase the number of an enquiry where there is one."""
    if work.enquiries.erase_phone(number):
        work.record(EnquiryPhoneErased(number, by))


def find_enquiry(number: int, work: HasEnquiries) -> Enquiry:
    """Return the enquiry with this number; raise EnquiryUnknownError."""
    known = work.enquiries.find(number)
    if known is None:
        raise EnquiryUnknownError(f"this hall has no enquiry {number}")
    return known
