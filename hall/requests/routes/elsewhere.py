"""Ask the centre where another hall's request stands, and say so where it gives no answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from contracts.requests.answers import RequestStatus
from contracts.requests.record import KnownRequest
from contracts.words.requests import RequestState
from hall.requests.model.refusals import CentreCutOffError
from sync.verdict import UplinkError


class FollowUpWire(Protocol):
    """The wire's part for following up; used for one question, then closed."""

    def requests_of(self, number: str) -> Sequence[KnownRequest]:
        """Return what the centre knows under a number, the newest first; raise UplinkError without its answer."""
        ...

    def close(self) -> None:
        """Close the connection."""
        ...


class CentreRequests:
    """Opens a new connection for each question: the sender's belongs to its thread and can be busy for long."""

    def __init__(self, wire: Callable[[], FollowUpWire]) -> None:
        self._wire = wire

    def find(self, number: str) -> RequestStatus | None:
        """Return where the request stands, or None where no hall has told of it; raise CentreCutOffError."""
        wire = self._wire()
        try:
            known = wire.requests_of(number)
            return _status(_best(known, number)) if known else None
        except (UplinkError, ValueError) as error:
            raise CentreCutOffError(f"the centre gave no answer about {number}: {error}") from error
        finally:
            wire.close()


def _best(known: Sequence[KnownRequest], number: str) -> KnownRequest:
    """Return the one with this very number, else the newest that has it as its outside number."""
    return next((one for one in known if one.number == number), known[0])


def _status(known: KnownRequest) -> RequestStatus:
    return RequestStatus(
        number=known.number,
        shown=known.external or known.number,
        hall=known.hall,
        state=RequestState(known.state),
        directorate=known.directorate,
        directorate_names=known.directorate_names,
        registered_at=known.registered_at,
        printed_latest=known.printed_latest,
        latest=known.latest,
        latest_expected=known.latest_expected,
        reply=known.reply,
        replied_at=known.replied_at,
        from_centre=True,
        as_of=known.received_at,
    )
