"""From inputs to the notice that stays on the screen: the next automatic call, requested help, the next break. Pure."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from contracts.queue.answers import WorkplaceView
from counter_client.state.server_clock import seconds_since
from counter_client.state.state import Inputs, Notice, Tone

LEAST_S = 3.0
"""An automatic call is announced on the screen for at least this long; after a delay the time begins again."""
WAIT_S = 10.0
"""How long it then waits: after a sheet covered it, or when somebody comes to an empty queue."""


def auto_call_s(inputs: Inputs) -> int | None:
    """Return the seconds until the automatic call, 0 when it is time; None if there is none."""
    left_s = _left_s(inputs)
    if left_s is None:
        return None
    # Rounded up: the hall refuses an automatic call even a moment too early.
    return max(0, ceil(max(left_s, (inputs.auto_due_s or 0.0) - inputs.now_s)))


def with_countdown(inputs: Inputs) -> Inputs:
    """Return the inputs with the instant at which the coming call is due here: no call comes that was not seen."""
    left_s = _left_s(inputs)
    if left_s is None:
        return replace(inputs, auto_due_s=None) if inputs.auto_due_s is not None else inputs
    if inputs.auto_due_s is not None:
        return inputs
    return replace(inputs, auto_due_s=inputs.now_s + (left_s if left_s >= LEAST_S else WAIT_S))


def _left_s(inputs: Inputs) -> float | None:
    """Return the seconds until the hall would take the call, negative once it would."""
    place, now = inputs.workplace, inputs.now
    session = place.session if place else None
    if place is None or session is None or session.auto_call_at is None or now is None:
        return None
    if place.current is not None or inputs.on_break or inputs.sheet is not None or inputs.day_is_closed:
        return None
    if not place.waiting or not place.knows_next:
        return None
    return (session.auto_call_at - now).total_seconds()


def _no_next(inputs: Inputs, place: WorkplaceView) -> str:
    """Return why nothing can be done next here, or an empty text."""
    if not place.knows_next:
        return "unknown_step"
    return "day_is_closed" if inputs.day_is_closed and place.current is None else ""


def standing_notice(inputs: Inputs) -> Notice | None:
    """Return what there is to know now, the most urgent first."""
    place = inputs.workplace
    session = place.session if place else None
    if place is None or session is None:
        return None
    if code := _no_next(inputs, place):
        return Notice(Tone.WARNING, code)
    left_s = auto_call_s(inputs)
    if left_s is not None:
        return Notice(Tone.WARNING, "auto_call", seconds=left_s)
    run_s = max(0, int(inputs.now_s - inputs.link.read_s))
    if place.asks:
        ask, ticket = place.asks[0], place.current.ticket if place.current else ""
        return Notice(Tone.WARNING, f"ask_{ask.kind}", ticket, seconds=ask.seconds + run_s)
    due = [visit for visit in place.parked if visit.visit in inputs.reminded]
    if due:
        since = due[0].stages[-1].parked_since if due[0].stages else None
        return Notice(Tone.WARNING, "reminder", due[0].ticket, seconds=seconds_since(since, inputs.now))
    if session.help_since is not None:
        return Notice(Tone.CALM, "help_asked")
    if session.break_asked is not None:
        return Notice(Tone.CALM, "break_asked")
    return None
