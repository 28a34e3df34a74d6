"""The newest tickets of this kiosk, for a reprint: its own memory, completed by the hall's after a restart (pure)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from contracts.devices.paper import PrintedTicket
from contracts.queue.answers import IssuedTicket
from contracts.words.hall import PrintState
from kiosk.offline.numbers import OwnTicket

KEPT = 12
SURE = frozenset({PrintState.CONFIRMED, PrintState.UNVERIFIED})
"""States in which the paper is taken as being in the visitor's hand."""


@dataclass(frozen=True)
class RecentTicket:
    """One ticket, how its newest attempt to print stands, and the language its visitor spoke."""

    ticket: IssuedTicket
    state: PrintState
    language: str

    @property
    def sure(self) -> bool:
        """Whether its paper is taken as being in the visitor's hand."""
        return self.state in SURE


Recent = tuple[RecentTicket, ...]
"""Newest first."""


def remembered(recent: Recent, ticket: IssuedTicket, language: str) -> Recent:
    """Return the tickets with a new one in front."""
    others = tuple(one for one in recent if one.ticket.visit != ticket.visit)
    return (RecentTicket(ticket, PrintState.NOT_STARTED, language), *others)[:KEPT]


def moved(recent: Recent, visit: str, state: PrintState) -> Recent:
    """Return the tickets after one's newest attempt changed its state."""
    return tuple(replace(one, state=state) if one.ticket.visit == visit else one for one in recent)


def completed(recent: Recent, told: Iterable[PrintedTicket], language: str) -> Recent:
    """Return the tickets with what the hall knows; a ticket that both know stands as this kiosk knows it.

    The code on a paper of the kiosk's own numbers is not the hall's: such a ticket stays as it is. A visit that ended
    since is not among the hall's and is left out: nobody needs its paper.
    """
    own = {one.ticket.visit: one for one in recent}
    return tuple(
        replace(known, ticket=known.ticket if isinstance(known.ticket, OwnTicket) else one.ticket)
        if (known := own.get(one.ticket.visit)) is not None
        else RecentTicket(one.ticket, one.state, language)
        for one in told
    )[:KEPT]


def unsure(recent: Recent) -> Recent:
    """Return the tickets whose paper did not surely come out."""
    return tuple(one for one in recent if not one.sure and one.state is not PrintState.SENDING)
