"""What the screen says to a visitor who holds his ticket under the kiosk's scanner (pure)."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.queue.answers import PlaceView
from contracts.words.hall import VisitState
from kiosk.screens.view_data.visitor import Texts
from kiosk.visitor.wait_minutes import minutes_told

_WORDS = {
    VisitState.WAITING: "waiting",
    VisitState.CALLED: "called",
    VisitState.SERVING: "serving",
    VisitState.PARKED: "parked",
    VisitState.NO_SHOW: "missed",
    VisitState.FINISHED: "finished",
}
"""States that a visitor can act upon; any other is a ticket that is no longer good."""

_REFUSALS = {
    "code_unknown": "not_of_today",
    "day_over": "not_of_today",
    "reinstate_limit": "missed_too_often",
    "hall_away": "cannot_look",
}
"""Refusals with a separate text; any other sends the visitor to reception."""

LOOKING = "looking"
TO_RECEPTION = frozenset({"missed", "missed_too_often", "ask_reception"})
"""Answers after which only reception can help."""


@dataclass(frozen=True)
class ScannedView:
    """One answer to a scan. `message` is an id; without a ticket there is no number. `counter` is where to go."""

    message: str
    ticket: str = ""
    service_names: Texts | None = None
    people_ahead: int | None = None
    wait_min: tuple[int, int] | None = None
    counter: int | None = None
    staffed: bool = True
    begins_at: str = ""
    """As on the tile of its service, while it waits."""


def derive_place(place: PlaceView, *, reinstated: bool) -> ScannedView:
    """Return what the visit's state means for its visitor; `reinstated` just now by this very scan."""
    message = "reinstated" if reinstated and place.state is VisitState.WAITING else _WORDS.get(place.state, "ended")
    waits = place.state is VisitState.WAITING
    return ScannedView(
        message,
        place.ticket,
        place.service_names,
        people_ahead=place.people_ahead if waits else None,
        wait_min=minutes_told(place.wait) if waits and place.wait is not None else None,
        counter=place.counter,
        staffed=place.staffed or place.wait is not None,
        begins_at=place.begins_at,
    )


def derive_scan_refusal(code: str, place: PlaceView | None = None) -> ScannedView:
    """Return what the hall's refusal means; `place` where the ticket is known nevertheless."""
    message = _REFUSALS.get(code, "ask_reception")
    return ScannedView(message) if place is None else ScannedView(message, place.ticket, place.service_names)
