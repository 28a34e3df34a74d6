"""What the agent of a counter does next: one step, by how the counter stands."""

from __future__ import annotations

from contracts.words.hall import NextAction, VisitState

OF_VISIT = {VisitState.CALLED: NextAction.BEGIN, VisitState.SERVING: NextAction.FINISH}
"""The next step of the visit in hand."""


def next_action(*, signed_in: bool, on_break: bool, visit: VisitState | None, day_closed: bool) -> NextAction:
    """Return the next step at a counter; `visit` is the state of the visit in hand, None without one.

    Also where nobody waits it is `call_next`: a visitor may come between the look and the call.

    >>> next_action(signed_in=True, on_break=False, visit=VisitState.CALLED, day_closed=False).value
    'begin'
    """
    if not signed_in:
        return NextAction.SIGN_IN
    if on_break:
        return NextAction.RESUME_WORK
    if visit is not None:
        return OF_VISIT[visit]
    return NextAction.NONE if day_closed else NextAction.CALL_NEXT
