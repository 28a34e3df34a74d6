"""Read the telephone number that was left for a request, to call its visitor; the reading itself is a fact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from hall.kernel.ports import RecordsFacts
from hall.kernel.refusals import NoPhoneLeftError
from hall.requests.commands.move_request import FindRequestWork, find_request
from hall.requests.model.facts import RequestPhoneRead
from hall.requests.model.ports import HasRequestMessages


@dataclass(frozen=True)
class ReadPhone:
    """Somebody is about to call the visitor of a request."""

    number: str
    by: str


@dataclass(frozen=True)
class SealedPhone:
    """A number as it is kept: sealed under the key of `day` for the request `number`."""

    number: str
    day: date
    sealed: bytes
    language: str


class ReadPhoneWork(FindRequestWork, HasRequestMessages, RecordsFacts, Protocol):
    """What reading a telephone number reads and writes: each reading leaves a fact."""


def read_phone(command: ReadPhone, *, work: ReadPhoneWork) -> SealedPhone:
    """Return the sealed number and record the reading; raise NoPhoneLeftError where there is none."""
    known = find_request(command.number, work)
    left = work.messages.request_phone(known.number)
    if left is None:
        raise NoPhoneLeftError(f"no telephone number is kept for request {known.shown}")
    work.record(RequestPhoneRead(known.number, command.by))
    return SealedPhone(known.number, *left)
