"""From inputs to what stands while nothing has just happened: a call to come, help asked for, a break to come. Pure."""

from __future__ import annotations

from counter_client.inputs import Inputs, Notice, Tone
from counter_client.server_clock import seconds_since


def auto_call_s(inputs: Inputs) -> int | None:
    """Return in how many seconds the next visitor is called by itself, 0 when it is time; None where none comes."""
    place, now = inputs.workplace, inputs.now
    session = place.session if place else None
    if place is None or session is None or session.auto_call_at is None or now is None:
        return None
    if place.current is not None or inputs.on_break or inputs.sheet is not None or not place.waiting:
        return None
    return seconds_since(now, session.auto_call_at)


def standing_notice(inputs: Inputs) -> Notice | None:
    """Return what there is to know now, the most urgent first."""
    place = inputs.workplace
    session = place.session if place else None
    if place is None or session is None:
        return None
    left_s = auto_call_s(inputs)
    if left_s is not None:
        return Notice(Tone.WARNING, "auto_call", seconds=left_s)
    run_s = max(0, int(inputs.now_s - inputs.read_s))
    if place.asks:
        ask, ticket = place.asks[0], place.current.ticket if place.current else ""
        return Notice(Tone.WARNING, f"ask_{ask.kind}", ticket, seconds=ask.seconds + run_s)
    if session.help_since is not None:
        return Notice(Tone.CALM, "help_asked")
    if session.break_asked is not None:
        return Notice(Tone.CALM, "break_asked")
    return None
