"""Erase the telephone numbers whose time is over, and who came to officials."""

from __future__ import annotations

from collections.abc import Set
from datetime import date
from typing import Protocol

from hall.appointments.model.ports import HasAppointments
from hall.contact.commands.leave_phone import KEPT
from hall.contact.model.message_ports import HasMessages
from hall.contact.model.phone_ports import HasPhones
from hall.enquiries.model.ports import HasEnquiries
from hall.kernel.moment import Moment


class ErasePhonesWork(HasAppointments, HasEnquiries, HasMessages, HasPhones, Protocol):
    """Every store of telephone numbers."""


def erase_over(*, work: ErasePhonesWork, now: Moment) -> tuple[int, Set[date]]:
    """Erase; return how many numbers went, and the service days whose keys are still needed."""
    erased = work.phones.erase_until(now.at) + work.messages.erase_until(now.at)
    erased += work.enquiries.erase_phones_until(now.at) + work.appointments.erase_guests(now.at - KEPT)
    left = (work.messages, work.appointments, work.enquiries)
    return erased, set(work.phones.days()).union(*(store.phone_days() for store in left))
