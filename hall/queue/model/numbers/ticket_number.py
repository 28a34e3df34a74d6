"""Ticket numbers: prefix and running number, from a range of each service, coming round but never twice in the hall."""

from __future__ import annotations

import re
from collections.abc import Callable

from hall.kernel.refusals import NumbersUsedUpError, TicketForeignError
from hall.kernel.settings import Service
from hall.queue.model.new_visit import Printed


def ticket_text(prefix: str, number: int) -> str:
    """Return the number as it is printed, shown and spoken.

    >>> ticket_text("A", 47), ticket_text("س", 1), ticket_text("", 400)
    ('A047', 'س001', '400')
    """
    return f"{prefix}{number:03d}"


def as_printed(typed: str) -> str:
    """Return a number that a person typed as its paper shows it; what is no number comes back in capitals.

    >>> as_printed("v9"), as_printed("V009"), as_printed("47")
    ('V009', 'V009', '047')
    """
    text = typed.strip().upper()
    digits = re.search(r"[0-9]{1,6}$", text)
    return text if digits is None else ticket_text(text[: digits.start()], int(digits[0]))


def next_number(
    service: Service, last: int | None, in_hall: Callable[[str], bool], *, end: int | None = None
) -> Printed:
    """Return the number after `last` (None: the first today) that nobody in the hall holds.

    After `end` (None: the range's own) it begins again: what lies above is kept for kiosks. NumbersUsedUpError only
    when every number up to there is still in the hall.
    """
    size = (service.last_number if end is None else end) - service.first_number + 1
    start = 0 if last is None else last - service.first_number + 1
    for step in range(size):
        number = service.first_number + (start + step) % size
        ticket = ticket_text(service.prefix, number)
        if not in_hall(ticket):
            return Printed(service.prefix, number, ticket)
    raise NumbersUsedUpError(f"all {size} numbers of service {service.code} are still in the hall")


def read_ticket(service: Service, ticket: str) -> Printed:
    """Return the number that a paper of this service shows; raise TicketForeignError when it cannot be its own."""
    digits = ticket.removeprefix(service.prefix)
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 6 else -1
    if not ticket.startswith(service.prefix) or ticket_text(service.prefix, number) != ticket:
        raise TicketForeignError(f"{ticket!r} is not a number of service {service.code}")
    if not service.first_number <= number <= service.last_number:
        wanted = f"{service.first_number} to {service.last_number}"
        raise TicketForeignError(f"{ticket!r} is outside the numbers {wanted} of service {service.code}")
    return Printed(service.prefix, number, ticket)
