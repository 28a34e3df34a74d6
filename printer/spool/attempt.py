"""What can become of one attempt to print a ticket.

What the caller may do with each end state:

- NOT_STARTED: nothing of the ticket was sent. Try again freely.
- CONFIRMED: the printer said that all of it is printed.
- UNVERIFIED: all was sent to a printer that gives no sign of completion. Taken as printed; staff see «one-way».
- INTERRUPTED: it stopped for a known cause and no whole ticket can come out of it any more. Print the number again.
- UNKNOWN: nobody can say. Show the number, let a person decide; never print again automatically.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from contracts.words.hall import PrintState
from printer.transport.wire import Fault


class ConfirmedBy(StrEnum):
    """Which sign of the printer proved it."""

    PROCESS_ID = "process_id"
    FENCE = "fence"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of an attempt; `fault` is None unless something went wrong, `text` then says what for a technician."""

    state: PrintState
    bytes_sent: int = 0
    confirmed_by: ConfirmedBy | None = None
    fault: Fault | None = None
    text: str = ""


class HaltedError(Exception):
    """The printer stopped in the middle; `fault` None when it does not say why."""

    def __init__(self, fault: Fault | None) -> None:
        super().__init__(fault.value if fault else "no answer")
        self.fault = fault


OnState = Callable[[PrintState], None]


def token_of(attempt_id: str) -> bytes:
    """Return the four printable bytes by which the printer names this attempt in its answer.

    >>> len(token_of("an attempt")), token_of("an attempt") == token_of("another")
    (4, False)
    """
    return bytes(0x21 + byte % 94 for byte in hashlib.sha256(attempt_id.encode()).digest()[:4])
